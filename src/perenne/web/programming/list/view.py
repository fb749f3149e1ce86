"""Every programme that one may see."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.programming.queries import programmes_of
from perenne.kit.pages import Visit, page


@page(act="programme.view")
def programmes(request: Visit) -> HttpResponse:
    number = request.GET.get("page", "1")
    found = programmes_of(seen_by=request.actor, page=int(number) if number.isdecimal() else 1)
    return render(request, "programming/list/page.html", {"page": found})
