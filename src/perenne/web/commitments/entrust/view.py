"""Entrusting hours to a co-contractor or a subcontractor, who may accept them or not."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now

from perenne.domain.clauses import actions
from perenne.domain.clauses.queries import candidates_under, commitment_card
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.commitments.entrust.form import EntrustForm
from perenne.web.commitments.show.rows import rows_of

SENT = "La proposition est partie : l’entreprise reçoit un courriel pour accepter ou refuser."


@page(act="share.propose")
def entrust(request: Visit, commitment_id: int, share_id: int) -> HttpResponse:
    card = commitment_card(commitment_id, seen_by=request.actor)
    rows = {row.node.id: row for row in rows_of(card, request.actor)}
    if share_id not in rows or not rows[share_id].may_entrust:
        raise NotFound(share_id)
    node = rows[share_id].node
    candidates = candidates_under(node, card.contract_id)
    form = EntrustForm(request.POST if request.method == "POST" else None, candidates=candidates)
    if form.is_valid():
        said = {"by": request.actor, "on": localdate(), "now": now(), **form.cleaned_data}
        try:
            actions.propose_share(parent_id=share_id, **said)
        except Refused as refusal:
            form.add_error("hours", str(refusal))
        else:
            messages.success(request, SENT)
            return redirect("clauses:commitment", commitment_id)
    context = {"card": card, "node": node, "candidates": candidates, "form": form}
    return render(request, "commitments/entrust/page.html", context)
