"""Every clause that one may see."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.clauses.queries import clauses_of
from perenne.kit.pages import Visit, page


@page(act="clause.view")
def clauses(request: Visit) -> HttpResponse:
    number = request.GET.get("page", "1")
    found = clauses_of(seen_by=request.actor, page=int(number) if number.isdecimal() else 1)
    return render(request, "clauses/list/page.html", {"page": found})
