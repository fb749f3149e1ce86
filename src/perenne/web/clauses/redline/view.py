"""Two versions of a clause side by side: changed terms, then words struck and added."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.clauses import queries
from perenne.kit.pages import Visit, page
from perenne.kit.paging import number_in


@page(act="clause.view")
def redline(request: Visit, clause_id: int) -> HttpResponse:
    clause = queries.clause_card(clause_id, seen_by=request.actor)
    older, newer = sorted(number_in(request.GET.get(name, "")) for name in ("de", "a"))
    found = queries.redline(clause_id, older, newer, seen_by=request.actor)
    context = {
        "clause": clause,
        "redline": found,
        "changed": [piece for piece in found.pieces if piece.paragraphs],
    }
    return render(request, "clauses/redline/page.html", context)
