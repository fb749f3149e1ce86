"""Yes or no to an offer, no to a person proposed, and « c’est pourvu »: one click each."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.sourcing import actions
from perenne.domain.sourcing.queries import opening_card
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused

FILLED = "C’est pourvu : tous ceux qui attendaient une réponse sont prévenus."
TOLD = "C’est noté : l’organisme est prévenu."


@page(act="opening.fill")
@require_POST
def fill(request: Visit, opening_id: int) -> HttpResponse:
    opening_card(opening_id, seen_by=request.actor)
    act = partial(actions.fill_opening, opening_id=opening_id)
    return _settled(request, opening_id, act, FILLED)


@page(act="offer.keep")
@require_POST
def keep(request: Visit, opening_id: int, offer_id: int) -> HttpResponse:
    _find_offer(request, opening_id, offer_id)
    return _settled(request, opening_id, partial(actions.keep_offer, offer_id=offer_id), TOLD)


@page(act="offer.leave")
@require_POST
def leave(request: Visit, opening_id: int, offer_id: int) -> HttpResponse:
    _find_offer(request, opening_id, offer_id)
    return _settled(request, opening_id, partial(actions.leave_offer, offer_id=offer_id), TOLD)


@page(act="candidate.leave")
@require_POST
def leave_person(request: Visit, opening_id: int, candidate_id: int) -> HttpResponse:
    card = opening_card(opening_id, seen_by=request.actor)
    if candidate_id not in {one.id for one in card.candidates}:
        raise NotFound(candidate_id)
    act = partial(actions.leave_candidate, candidate_id=candidate_id)
    return _settled(request, opening_id, act, TOLD)


def _find_offer(request: Visit, opening_id: int, offer_id: int) -> None:
    card = opening_card(opening_id, seen_by=request.actor)
    if offer_id not in {one.offer.id for one in card.offers if one.offer}:
        raise NotFound(offer_id)


def _settled(
    request: Visit, opening_id: int, act: Callable[..., object], done: str
) -> HttpResponse:
    """What the last hours of a need bring is said by the page that follows."""
    try:
        act(by=request.actor, on=localdate())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("sourcing:show", opening_id)
