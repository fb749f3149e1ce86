"""A need: what is found, who proposes, who was asked and what they answered."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.hirings.queries import may_plan
from perenne.domain.history.queries import recent_history
from perenne.domain.promises.queries import sharing_in
from perenne.domain.sourcing.queries import opening_card
from perenne.kit.pages import Visit, page
from perenne.web.sourcing.words import need_told, offer_told

TONES = {"kept": "success", "proposed": "warning", "hired": "success"}
"""Of offers and of persons proposed, by their state."""


@page(act="opening.view")
def show(request: Visit, opening_id: int) -> HttpResponse:
    card = opening_card(opening_id, seen_by=request.actor)
    sharing = sharing_in(card, seen_by=request.actor, on=localdate())
    context = {
        "card": card,
        "need": card.need,
        "told": need_told(card.need),
        "found_said": f"{card.found} trouvées sur {card.need.hours}",
        "offers": [
            (
                one,
                one.offer,
                offer_told(one.offer.persons, one.offer.monthly),
                _tone(one.offer.state),
                sharing.offers.get(one.offer.id),
            )
            for one in card.offers
            if one.offer
        ],
        "sharing": sharing,
        "candidates": [(one, _tone(one.state)) for one in card.candidates],
        "may_hire": may_plan(request.actor, card.need.commitment_id),
        "recent": recent_history("opening", opening_id, seen_by=request.actor),
    }
    return render(request, "sourcing/show/page.html", context)


def _tone(state: str) -> str:
    return TONES.get(state, "neutral")
