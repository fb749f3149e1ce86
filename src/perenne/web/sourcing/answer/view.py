"""The same answer, in one’s own space."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.sourcing.actions import Declining, Offering, answer_solicitation
from perenne.domain.sourcing.queries import Link, solicitation_card
from perenne.kit.pages import Visit, page
from perenne.web.sourcing.replying import reply_to
from perenne.web.sourcing.words import answered_told, need_told


@page(act="solicitation.view")
def answer(request: Visit, solicitation_id: int) -> HttpResponse:
    card = solicitation_card(solicitation_id, seen_by=request.actor)

    def send(said: Offering | Declining) -> None:
        answer_solicitation(
            solicitation_id=solicitation_id, answer=said, by=request.actor, on=localdate()
        )

    reply = reply_to(card, request, send) if card.link is Link.OPEN else None
    if reply is not None and reply.done:
        messages.success(request, reply.done)
        return redirect("sourcing:asked")
    told = need_told(card.need) if card.need else ""
    answered = answered_told(card.answered)
    context = {"card": card, "need": card.need, "told": told, "reply": reply, "answered": answered}
    return render(request, "sourcing/answer/page.html", context)
