"""« Mon offre »: what a structure can do, said on one screen, or confirmed by one button."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.directory.actions import (
    confirm_structure,
    describe_structure,
    present_structure,
)
from perenne.domain.directory.policy import DESCRIBED
from perenne.domain.directory.queries.structures import StructureCard, structure_card, structure_of
from perenne.domain.territories.queries import gazetteer_at_home
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.kit.tenancy import current_committee
from perenne.web.directory.offer.form import OfferForm

PLACES = ("epcis", "communes")
FOLDED = ("about", "website", "email", "phone")
SAID = "L’offre est à jour : elle se lit ainsi dans l’annuaire."
CONFIRMED = "C’est noté : rien n’a changé, l’offre est à jour."


@page(act="structure.present")
def own(request: Visit) -> HttpResponse:
    """Of the structure that one acts for; it enters the directory with its first word."""
    if request.actor.role not in DESCRIBED:
        raise NotFound
    known = structure_of(request.actor.organisation_id)
    card = None if known is None else _card(request, known)
    return _said(request, card)


@page(act="structure.describe")
def say(request: Visit, structure_id: int) -> HttpResponse:
    """By its facilitator or by the coordination, in its place."""
    card = _card(request, structure_id)
    if not card.may_describe:
        raise NotFound(structure_id)
    return _said(request, card)


def _card(request: Visit, structure_id: int) -> StructureCard:
    return structure_card(structure_id, seen_by=request.actor, on=localdate())


def _said(request: Visit, card: StructureCard | None) -> HttpResponse:
    posted = request.POST if request.method == "POST" else None
    is_confirmed = posted is not None and card is not None and posted.get("act") == "confirm"
    places = gazetteer_at_home(current_committee().upper())
    form = OfferForm(None if is_confirmed else posted, card=card, places=places)
    if is_confirmed or form.is_valid():
        try:
            structure_id = _write(request, card, None if is_confirmed else form)
        except Refused as refusal:
            form.add_error(None, str(refusal)) if form.is_bound else messages.error(
                request, str(refusal)
            )
        else:
            messages.success(request, CONFIRMED if is_confirmed else SAID)
            return redirect("directory:show", structure_id)
    context = {
        "form": form,
        "card": card,
        "is_own": request.actor.role in DESCRIBED,
        "places_said": any(form[name].value() or form[name].errors for name in PLACES),
        "opened": card is None or any(form.errors.get(name) for name in FOLDED),
    }
    return render(request, "directory/offer/page.html", context)


def _write(request: Visit, card: StructureCard | None, form: OfferForm | None) -> int:
    today, by = localdate(), request.actor
    structure_id = card.id if card else present_structure(by=by, today=today)
    if form is None:
        confirm_structure(structure_id=structure_id, by=by, today=today)
    else:
        describe_structure(structure_id=structure_id, offer=form.offer(), by=by, today=today)
    return structure_id
