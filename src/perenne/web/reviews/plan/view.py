"""A meeting gets its day, its hour and its place; its people are told by mail."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime

from perenne.domain.compliance import actions
from perenne.domain.compliance.queries import ReviewCard, addable, review_card
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.reviews.plan.form import PlanForm

TOLD = "La réunion est planifiée. L’acheteur et les titulaires en sont prévenus par courriel."


@page(act="review.add")
def add(request: Visit, commitment_id: int) -> HttpResponse:
    """One more than the clause asks for."""
    about = addable(commitment_id, seen_by=request.actor)
    form = PlanForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            review_id = actions.add_review(
                commitment_id=commitment_id, appointment=_appointment(form), by=request.actor
            )
        except Refused as refusal:
            form.add_error("place", str(refusal))
        else:
            messages.success(request, TOLD)
            return redirect("reviews:show", review_id)
    context = {"object": about, "form": form, "card": None, "commitment_id": commitment_id}
    return render(request, "reviews/plan/page.html", context)


@page(act="review.plan")
def plan(request: Visit, review_id: int) -> HttpResponse:
    """For the first time, or on another day."""
    card = review_card(review_id, seen_by=request.actor, act=request.act)
    form = PlanForm(request.POST if request.method == "POST" else None, initial=_initial(card))
    if form.is_valid():
        try:
            actions.plan_review(
                review_id=review_id, appointment=_appointment(form), by=request.actor
            )
        except Refused as refusal:
            form.add_error("place", str(refusal))
        else:
            messages.success(request, TOLD)
            return redirect("reviews:show", review_id)
    context = {"object": card.object, "form": form, "card": card}
    return render(request, "reviews/plan/page.html", context)


def _appointment(form: PlanForm) -> actions.Appointment:
    return actions.Appointment(form.moment(), form.cleaned_data["place"])


def _initial(card: ReviewCard) -> dict[str, Any]:
    if card.meets_at is None:
        return {"day": card.due_on}
    here = localtime(card.meets_at)
    return {"day": here.date(), "hour": here.time(), "place": card.place}
