"""One request: for whoever made it, and for the desk with its buttons."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.rights import queries
from perenne.kit.pages import Visit, page


@page(act="request.view")
def show(request: Visit, request_id: int) -> HttpResponse:
    card = queries.request_card(request_id, seen_by=request.actor)
    context = {
        "asked": card,
        "may": queries.moves_on(card, seen_by=request.actor),
        "is_own": card.person_id == request.actor.person_id,
    }
    return render(request, "rights/show/page.html", context)
