"""A penalty is proposed: the whole computation is read before, line by line."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.compliance.actions import propose_penalty
from perenne.domain.compliance.queries import (
    Asked,
    Draft,
    ShortfallCard,
    penalty_draft,
    shortfall_card,
)
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.compliance.propose.form import ProposeForm

DONE = "La pénalité est proposée : l’acheteur est prévenu, lui seul décide."


@page(act="shortfall.propose")
def propose(request: Visit, shortfall_id: int) -> HttpResponse:
    card = shortfall_card(shortfall_id, seen_by=request.actor, on=localdate(), act=request.act)
    form = ProposeForm(request.POST or None, asks_cost=card.asks_hourly_cost)
    if form.is_valid() and "propose" in request.POST and _is_done(request, form, shortfall_id):
        return redirect("compliance:show", shortfall_id)
    draft = _draft(request, form, card)
    context = {"card": card, "form": form, "draft": draft, "step": card.step_to_propose}
    return render(request, "compliance/propose/page.html", context)


def _is_done(request: Visit, form: ProposeForm, shortfall_id: int) -> bool:
    try:
        propose_penalty(
            shortfall_id=shortfall_id, by=request.actor, on=localdate(), asked=form.asked(),
            read=form.amount_read,
        )  # fmt: skip
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, DONE)
    return True


def _draft(request: Visit, form: ProposeForm, card: ShortfallCard) -> Draft | None:
    """With what was typed, where it stands; what is refused is told above the computation."""
    asked = form.asked() if form.is_bound and form.is_valid() else Asked()
    try:
        return penalty_draft(card, seen_by=request.actor, on=localdate(), asked=asked)
    except Refused as refusal:
        if form.is_bound and not form.non_field_errors():
            form.add_error(None, str(refusal))
        return None
