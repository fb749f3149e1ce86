"""Every clause that one may see."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.clauses.queries import clauses_of
from perenne.kit.pages import Visit, page
from perenne.kit.paging import number_in


@page(act="clause.view")
def clauses(request: Visit) -> HttpResponse:
    found = clauses_of(seen_by=request.actor, page=number_in(request.GET.get("page", "")))
    return render(request, "clauses/list/page.html", {"page": found})
