"""A party with a space answers to the hours that it is asked to take."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.clauses import actions
from perenne.domain.clauses.queries import commitment_card
from perenne.kit.actors import Actor
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.commitments.reply.form import ReplyForm
from perenne.web.commitments.show.rows import rows_of

THANKS = "Votre réponse est enregistrée : ceux qui l’attendent sont prévenus."


@page(act="share.accept")
def reply(request: Visit, commitment_id: int, share_id: int) -> HttpResponse:
    card = commitment_card(commitment_id, seen_by=request.actor)
    rows = {row.node.id: row for row in rows_of(card, request.actor)}
    if share_id not in rows or not rows[share_id].may_answer:
        raise NotFound(share_id)
    form = ReplyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            answered(share_id, form.refusal, request.actor)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, THANKS)
            return redirect("clauses:commitments")
    context = {"card": card, "node": rows[share_id].node, "form": form}
    return render(request, "commitments/reply/page.html", context)


def answered(share_id: int, refusal: str | None, by: Actor) -> None:
    on = localdate()
    if refusal is None:
        actions.accept_share(share_id=share_id, by=by, on=on)
    else:
        actions.refuse_share(share_id=share_id, reason=refusal, by=by, on=on)
