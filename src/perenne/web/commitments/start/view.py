"""Notifying a contract: its clause starts, its commitment opens, the parties are told."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.clauses import actions
from perenne.domain.procurement.queries import contract_card
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.commitments.start.form import StartForm

STARTED = "Le marché est notifié. Le titulaire, l’acheteur et le facilitateur sont prévenus."
ALONE = "Le marché est notifié. Son lot ne porte pas de clause : il n’y a rien à suivre ici."


@page(act="contract.notify")
def start(request: Visit, contract_id: int) -> HttpResponse:
    today = localdate()
    contract = contract_card(contract_id, seen_by=request.actor, on=today, act=request.act)
    form = StartForm(
        request.POST if request.method == "POST" else None,
        initial={"notified_on": today, "starts_on": today},
    )
    if form.is_valid():
        try:
            opened = actions.start_execution(
                contract_id=contract_id, by=request.actor, **form.cleaned_data
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, STARTED if opened else ALONE)
            return redirect("clauses:commitment", opened) if opened else redirect("desks:today")
    context = {"contract": contract, "form": form}
    return render(request, "commitments/start/page.html", context)
