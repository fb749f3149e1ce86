"""Preparing a consultation by hand: its purchase was in no programme."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.coverage.queries import BodyCard, bodies, buyers
from perenne.domain.procurement import actions
from perenne.domain.procurement.queries import recording
from perenne.kit.actors import Actor, Role
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.procurement.open.form import ByHandForm

OPENED = "La consultation est prête : complétez ses lots, puis publiez-la avec ses clauses."


@page(act="consultation.open")
def open_by_hand(request: Visit) -> HttpResponse:
    recording(request.act, request.actor)
    form = ByHandForm(
        request.POST or None, others=others_for(request.actor), role=request.actor.role
    )
    if form.is_valid():
        try:
            consultation_id = actions.open_consultation(
                said=form.consultation(), lots=[form.lot()], people=form.people(), by=request.actor
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, OPENED)
            return redirect("procurement:consultation", consultation_id)
    return render(request, "procurement/open/page.html", {"form": form})


def others_for(actor: Actor) -> tuple[BodyCard, ...]:
    """Facilitators for a buyer, buyers for a facilitator."""
    return bodies() if actor.role is Role.BUYER else buyers()
