"""A meeting: when and where, what was said, who does what; its acts."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.compliance import actions
from perenne.domain.compliance.queries import ReviewCard, review_card
from perenne.domain.history.queries import recent_history
from perenne.kit.markdown import html_of
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.reviews.show.form import CancelForm

SHARED = "Le compte rendu est diffusé : l’acheteur et les titulaires le reçoivent par courriel."
CANCELLED = "La réunion est annulée."


@page(act="review.view")
def show(request: Visit, review_id: int) -> HttpResponse:
    return _shown(request, review_card(review_id, seen_by=request.actor), CancelForm())


@page(act="review.share")
@require_POST
def share(request: Visit, review_id: int) -> HttpResponse:
    review_card(review_id, seen_by=request.actor, act=request.act)
    try:
        actions.share_minutes(review_id=review_id, by=request.actor, on=localdate())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, SHARED)
    return redirect("reviews:show", review_id)


@page(act="review.cancel")
@require_POST
def cancel(request: Visit, review_id: int) -> HttpResponse:
    card = review_card(review_id, seen_by=request.actor, act=request.act)
    form = CancelForm(request.POST)
    if form.is_valid():
        try:
            actions.cancel_review(review_id=review_id, by=request.actor, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("reason", str(refusal))
        else:
            messages.success(request, CANCELLED)
            return redirect("reviews:show", review_id)
    return _shown(request, card, form)


@page(act="review.tick")
@require_POST
def tick(request: Visit, decision_id: int) -> HttpResponse:
    try:
        review_id = actions.tick_decision(
            decision_id=decision_id, is_done="done" in request.POST, by=request.actor,
            on=localdate(),
        )  # fmt: skip
    except Refused as refusal:
        raise NotFound(decision_id) from refusal
    return redirect("reviews:show", review_id)


def _shown(request: Visit, card: ReviewCard, form: CancelForm) -> HttpResponse:
    today = localdate()
    context: dict[str, Any] = {
        "card": card,
        "form": form,
        "minutes": html_of(card.minutes, under=2),
        "decisions": [(one, one.is_late(today)) for one in card.decisions],
        "recent": recent_history("review", card.id, seen_by=request.actor),
    }
    return render(request, "reviews/show/page.html", context)
