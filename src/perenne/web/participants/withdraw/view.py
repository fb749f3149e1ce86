"""A verdict is taken back, with a reason; another one may follow."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.participants import actions
from perenne.domain.participants.queries import file_to_take_back
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.participants.withdraw.form import ReasonForm


@page(act="verdict.withdraw")
def withdraw_verdict(request: Visit, file_id: int, verdict_id: int) -> HttpResponse:
    card = file_to_take_back(file_id, verdict_id, seen_by=request.actor)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.withdraw_verdict(
                verdict_id=verdict_id, by=request.actor, reason=form.cleaned_data["reason"]
            )
        except Refused as refusal:
            form.add_error("reason", str(refusal))
        else:
            messages.success(request, "L’avis est retiré. Qui l’a demandé est prévenu.")
            return redirect("participants:show", file_id)
    return render(request, "participants/withdraw/page.html", {"row": card.row, "form": form})
