"""One hiring: whether its hours count and since when, its contract, what one may do of it."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.hirings.queries import hiring_card
from perenne.domain.history.queries import recent_history
from perenne.domain.procurement.policy import CARRYING_OUT
from perenne.kit.pages import Visit, page


@page(act="hiring.view")
def show(request: Visit, hiring_id: int) -> HttpResponse:
    card = hiring_card(hiring_id, seen_by=request.actor)
    context = {
        "card": card,
        "is_party": request.actor.role in CARRYING_OUT,
        "recent": recent_history("hiring", hiring_id, seen_by=request.actor),
    }
    return render(request, "hirings/show/page.html", context)
