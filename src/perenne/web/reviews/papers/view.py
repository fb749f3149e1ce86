"""What one takes away of a meeting: its minutes as a PDF, its appointment, a file."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import slugify
from django.utils.timezone import now

from perenne.domain.compliance import actions
from perenne.domain.compliance.queries import ReviewCard, review_card
from perenne.domain.compliance.states import CANCELLED
from perenne.kit.calendars import Dated, calendar_file
from perenne.kit.files.serving import serve
from perenne.kit.pages import Visit, page
from perenne.kit.pdf import compile_pdf
from perenne.kit.refusals import NotFound, Refused
from perenne.web.reviews.papers.facts import minutes_facts
from perenne.web.tools.papers import download

TEMPLATE = "web/reviews/papers/minutes.typ"


@page(act="review.view")
def minutes(request: Visit, review_id: int) -> HttpResponse:
    card = review_card(review_id, seen_by=request.actor)
    if not card.is_readable or card.held_on is None:
        raise NotFound(review_id)
    made_at = now()
    content = compile_pdf(TEMPLATE, minutes_facts(card), made_at=made_at)
    name = f"compte-rendu-{card.held_on:%Y-%m-%d}-{slugify(card.object)[:50]}.pdf"
    return download(content, "application/pdf", name)


@page(act="review.view")
def appointment(request: Visit, review_id: int) -> HttpResponse:
    card = review_card(review_id, seen_by=request.actor)
    if card.meets_at is None:
        raise NotFound(review_id)
    content = calendar_file("Réunion de suivi", [_dated(card, card.meets_at)], made_at=now())
    return download(content, "text/calendar; charset=utf-8", "reunion.ics")


def _dated(card: ReviewCard, at: datetime) -> Dated:
    """The same key as in the calendar of whoever follows the contract: one event, not two."""
    return Dated(
        f"review/{card.id}",
        at,
        f"Réunion de suivi : « {card.object} »",
        f"Clause d’insertion, {card.buyer}",
        f"{settings.ADDRESS}{reverse('reviews:show', args=[card.id])}",
        card.place,
        is_cancelled=card.state is CANCELLED,
    )


@page(act="review.view")
def file(request: Visit, review_id: int, file_id: UUID) -> HttpResponseBase:
    try:
        given = actions.give_review_file(review_id=review_id, file_id=file_id, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("reviews:show", review_id)
    return serve(given)
