"""From the kept purchases of a programme to a consultation: checked, and nothing typed again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.procurement import actions, queries
from perenne.domain.programming.queries import (
    ProgrammeCard,
    PurchaseCard,
    every_purchase_in,
    programme_card,
)
from perenne.domain.programming.states import PurchaseState
from perenne.kit.actors import Actor, Role
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.procurement.open.view import OPENED
from perenne.web.procurement.open_from.form import FromPurchasesForm


@page(act="consultation.open")
def open_from(request: Visit, programme_id: UUID) -> HttpResponse:
    queries.recording(request.act, request.actor)
    programme = programme_card(programme_id, seen_by=request.actor)
    choices = _choices(programme_id, request.actor)
    form = FromPurchasesForm(
        request.POST or None, choices=choices, initial=_initial(programme, choices)
    )
    if form.is_valid():
        try:
            consultation_id = actions.open_from_purchases(
                said=form.consultation(),
                purchase_ids=form.cleaned_data["purchases"],
                by=request.actor,
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, OPENED)
            return redirect("procurement:consultation", consultation_id)
    context = {"form": form, "programme": programme, "choices": choices}
    return render(request, "procurement/open_from/page.html", context)


def _choices(programme_id: UUID, actor: Actor) -> tuple[PurchaseCard, ...]:
    """Kept, and in no consultation yet."""
    kept = [
        one
        for one in every_purchase_in(programme_id, seen_by=actor)
        if one.state is PurchaseState.KEPT and is_theirs(one, actor)
    ]
    out = queries.purchases_put_out([one.id for one in kept])
    return tuple(one for one in kept if one.id not in out)


def is_theirs(purchase: PurchaseCard, actor: Actor) -> bool:
    """The coordination sees all of them, and puts out those for which it stands in."""
    return actor.role is Role.BUYER or purchase.facilitator_id == actor.organisation_id


def _initial(programme: ProgrammeCard, choices: tuple[PurchaseCard, ...]) -> dict[str, object]:
    """All of them where there is one; what the programme says of a single one is not asked."""
    only = choices[0] if len(choices) == 1 else None
    return {
        "purchases": [only.id] if only else [],
        "object": only.operation or only.object if only else programme.title,
        "publish_on": only.launch_on if only else None,
    }
