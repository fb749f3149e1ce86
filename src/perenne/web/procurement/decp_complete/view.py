"""The buyer completes what the national format asks of a contract."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.clauses.queries.essential_data import contract_to_publish
from perenne.domain.procurement.actions.decp_answering import complete_publication
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.procurement.decp_complete.form import ComplementForm, as_kept
from perenne.web.procurement.decp_tabs import for_those_who_follow


@page(act="contract.complete")
def complete(request: Visit, contract_id: int) -> HttpResponse:
    for_those_who_follow(request)
    card = contract_to_publish(contract_id, seen_by=request.actor, on=localdate(), act=request.act)
    form = ComplementForm(
        request.POST or None, initial=as_kept(card.data), with_social=not card.has_clause
    )
    if form.is_valid():
        try:
            complete_publication(contract_id=contract_id, answers=form.answers(), by=request.actor)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "C’est enregistré.")
            return redirect("decp:publish")
    missing, answered = form.shares(card.fields)
    context = {"form": form, "contract": card, "missing": missing, "answered": answered}
    return render(request, "procurement/decp_complete/page.html", context)
