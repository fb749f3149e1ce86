"""Hours taken back from whoever they were entrusted to; a link sent again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_POST

from perenne.domain.clauses import actions
from perenne.domain.clauses.queries import CommitmentCard, ShareNode, commitment_card
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.commitments.show.rows import rows_of
from perenne.web.commitments.withdraw.form import WithdrawForm


@page(act="share.withdraw")
def withdraw(request: Visit, commitment_id: int, share_id: int) -> HttpResponse:
    card, node = _found(request, commitment_id, share_id)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.withdraw_share(
                share_id=share_id, by=request.actor, on=localdate(), **form.cleaned_data
            )
        except Refused as refusal:
            form.add_error("reason", str(refusal))
        else:
            messages.success(request, f"{node.hours} sont reprises.")
            return redirect("clauses:commitment", commitment_id)
    context = {"card": card, "node": node, "form": form}
    return render(request, "commitments/withdraw/page.html", context)


@page(act="share.resend")
@require_POST
def resend(request: Visit, commitment_id: int, share_id: int) -> HttpResponse:
    _found(request, commitment_id, share_id)
    try:
        actions.resend_share(share_id=share_id, by=request.actor, now=now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Un nouveau lien est parti ; le précédent n’ouvre plus rien.")
    return redirect("clauses:commitment", commitment_id)


def _found(request: Visit, commitment_id: int, share_id: int) -> tuple[CommitmentCard, ShareNode]:
    card = commitment_card(commitment_id, seen_by=request.actor)
    rows = {row.node.id: row for row in rows_of(card, request.actor)}
    if share_id not in rows or not rows[share_id].may_take_back:
        raise NotFound(share_id)
    return card, rows[share_id].node
