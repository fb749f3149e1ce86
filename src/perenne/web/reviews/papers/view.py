"""What one takes away of a meeting: its minutes as a PDF, its appointment, a file."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.text import slugify
from django.utils.timezone import now

from perenne.domain.compliance import actions
from perenne.domain.compliance.queries import review_card
from perenne.kit.files.serving import serve
from perenne.kit.pages import Visit, page
from perenne.kit.pdf import compile_pdf
from perenne.kit.refusals import NotFound, Refused
from perenne.web.reviews.papers.calendar import event_of
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
    return download(event_of(card, now()), "text/calendar; charset=utf-8", "reunion.ics")


@page(act="review.view")
def file(request: Visit, review_id: int, file_id: UUID) -> HttpResponseBase:
    try:
        given = actions.give_review_file(review_id=review_id, file_id=file_id, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("reviews:show", review_id)
    return serve(given)
