"""The link of the mail: accept or refuse hours, without an account."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now

from perenne.domain.clauses import actions
from perenne.domain.clauses.queries import Offer, offer_behind
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.commitments.reply.form import ReplyForm


@page(act="share.accept", visitors=True)
def answer(request: Visit, token: str) -> HttpResponse:
    moment = now()
    found = offer_behind(token, now=moment)
    form = ReplyForm(request.POST if request.method == "POST" else None)
    context = {"offer": found, "form": form, "done": None}
    if found.offer is Offer.OPEN and form.is_valid():
        try:
            actions.answer_by_link(
                token=token, refusal=form.refusal, by=request.actor, on=localdate(), now=moment
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            context["done"] = "accepted" if form.refusal is None else "refused"
    context["is_open"] = found.offer is Offer.OPEN and not context["done"]
    return render(request, "commitments/offer/page.html", context)
