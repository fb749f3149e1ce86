"""What a structure or a prescriber is asked, and their answers; where to see what comes next."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.sourcing.actions import resume_questions, withdraw_offer
from perenne.domain.sourcing.policy import ANSWERING
from perenne.domain.sourcing.queries import AskedRow, quiet_until, solicitations_of
from perenne.domain.sourcing.states import OfferState
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.design.menu import MenuItem
from perenne.web.lists.answer import listed
from perenne.web.sourcing.asked.columns import ASKED
from perenne.web.sourcing.words import offer_told

WAITING = "a-repondre"
STANDING = frozenset({OfferState.PROPOSED, OfferState.KEPT})


@page(act="solicitation.view")
@listed(ASKED)
def asked(request: Visit) -> HttpResponse:
    if request.actor.role not in ANSWERING:
        raise NotFound
    waiting = request.GET.get("vue", "") == WAITING
    found = solicitations_of(request.actor, page=request.number, waiting_only=waiting)
    context = {
        "page": found,
        "rows": [(row, *_told(row)) for row in found.items],
        "is_waiting": waiting,
        "tabs": (
            MenuItem("Toutes", "?", current=not waiting),
            MenuItem("À répondre", f"?vue={WAITING}", current=waiting),
        ),
        "quiet_until": quiet_until(request.actor, on=localdate()),
        "refers": request.actor.role is Role.PRESCRIBER,
    }
    return TemplateResponse(request, "sourcing/asked/page.html", context)


@page(act="offer.withdraw")
@require_POST
def withdraw(request: Visit, offer_id: int) -> HttpResponse:
    if request.actor.role not in ANSWERING:
        raise NotFound
    try:
        withdraw_offer(offer_id=offer_id, by=request.actor, on=localdate())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Votre offre est retirée : l’entreprise est prévenue.")
    return redirect("sourcing:asked")


@page(act="solicitation.resume")
@require_POST
def resume(request: Visit) -> HttpResponse:
    if request.actor.role not in ANSWERING:
        raise NotFound
    if resume_questions(by=request.actor, on=localdate()):
        messages.success(request, "C’est noté : les prochains besoins vous seront envoyés.")
    return redirect("sourcing:asked")


def _told(row: AskedRow) -> tuple[str, bool]:
    """Their offer in a few words, and whether it may be taken back."""
    if row.offer is None:
        return row.declined, False
    return offer_told(row.offer.persons, row.offer.monthly), row.offer.state in STANDING
