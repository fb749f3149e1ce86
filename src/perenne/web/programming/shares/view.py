"""For the coordination: lines under the legal duty, answered or not, buyer by buyer."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.programming.queries import shares_by_buyer
from perenne.kit.pages import Visit, page
from perenne.kit.paging import number_in


@page(act="programme.report")
def shares(request: Visit) -> HttpResponse:
    number = number_in(request.GET.get("page", ""))
    found = shares_by_buyer(seen_by=request.actor, page=number)
    return render(request, "programming/shares/page.html", {"page": found})
