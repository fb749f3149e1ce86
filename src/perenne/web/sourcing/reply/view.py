"""The link of the mail: « 1 personne, 120 h par mois », or why not, without an account."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.sourcing.actions import Declining, Offering, answer_by_link
from perenne.domain.sourcing.queries import Link, solicitation_by_link
from perenne.kit.pages import Visit, page
from perenne.web.person.door import behind_a_link
from perenne.web.sourcing.replying import reply_to
from perenne.web.sourcing.words import answered_told, need_told


@page(act="solicitation.offer", visitors=True)
@behind_a_link
def reply(request: Visit, token: str) -> HttpResponse:
    card = solicitation_by_link(token)
    if card.link is not Link.OPEN or card.need is None:
        shut = {"link": card.link, "answered": answered_told(card.answered)}
        return render(request, "sourcing/reply/shut.html", shut)

    def answer(said: Offering | Declining) -> None:
        answer_by_link(token=token, answer=said, by=request.actor, on=localdate())

    context = {
        "card": card,
        "need": card.need,
        "told": need_told(card.need),
        "reply": reply_to(card, request, answer),
    }
    return render(request, "sourcing/reply/page.html", context)
