"""Buyer, company and facilitator have met: the commitment is under way."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.clauses import actions
from perenne.domain.clauses.queries import commitment_card
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.rules.kick_off import CHECKS
from perenne.web.commitments.kick_off.form import KickOffForm


@page(act="commitment.kick_off")
def kick_off(request: Visit, commitment_id: int) -> HttpResponse:
    card = commitment_card(commitment_id, seen_by=request.actor, act=request.act)
    form = KickOffForm(
        request.POST if request.method == "POST" else None, initial={"held_on": localdate()}
    )
    if form.is_valid():
        try:
            actions.kick_off_commitment(
                commitment_id=commitment_id, by=request.actor, **form.cleaned_data
            )
        except Refused as refusal:
            form.add_error("held_on", str(refusal))
        else:
            messages.success(request, "L’engagement est en cours.")
            return redirect("clauses:commitment", commitment_id)
    context = {"card": card, "form": form, "checks": CHECKS}
    return render(request, "commitments/kick_off/page.html", context)
