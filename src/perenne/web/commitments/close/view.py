"""The end of a contract, or its termination: its commitment is closed, the parties are told."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.clauses import actions
from perenne.domain.clauses.queries import commitment_under
from perenne.domain.procurement.queries import contract_card
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.commitments.close.form import CloseForm


@page(act="contract.end")
def close(request: Visit, contract_id: int) -> HttpResponse:
    today = localdate()
    contract = contract_card(contract_id, seen_by=request.actor, on=today, act=request.act)
    form = CloseForm(
        request.POST if request.method == "POST" else None, initial={"ended_on": today}
    )
    if form.is_valid():
        try:
            actions.close_execution(contract_id=contract_id, by=request.actor, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Le marché est terminé et chacun est prévenu.")
            under = commitment_under(contract_id, seen_by=request.actor)
            return redirect("clauses:commitment", under) if under else redirect("desks:today")
    context = {"contract": contract, "form": form}
    return render(request, "commitments/close/page.html", context)
