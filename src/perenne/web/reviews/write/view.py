"""The minutes are typed, on a telephone if need be; what is refused stays as it was typed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.compliance import actions
from perenne.domain.compliance.queries import Attendee, ReviewCard, review_card
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.reviews.write.form import MOST, SPARE, MinutesForm, initial_of

SAVED = "Le compte rendu est enregistré. Vous seul le lisez tant qu’il n’est pas diffusé."


@page(act="review.hold")
def write(request: Visit, review_id: int) -> HttpResponse:
    card = review_card(review_id, seen_by=request.actor, act=request.act)
    form = _form(request, card)
    if form.is_valid():
        try:
            _save(request, review_id, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, SAVED)
            refused = _joined(request, review_id, form.cleaned_data["joined"])
            if refused or request.POST.get("act") == "more":
                return redirect("reviews:write", review_id)
            return redirect("reviews:show", review_id)
    return render(request, "reviews/write/page.html", {"card": card, "form": form})


@page(act="review.hold")
@require_POST
def take_off(request: Visit, review_id: int, file_id: UUID) -> HttpResponse:
    review_card(review_id, seen_by=request.actor, act=request.act)
    actions.take_file_off(review_id=review_id, file_id=file_id, by=request.actor)
    messages.success(request, "Le fichier est retiré.")
    return redirect("reviews:write", review_id)


def _form(request: Visit, card: ReviewCard) -> MinutesForm:
    """As many lines as were typed, or as there are and some more."""
    if request.method == "POST":
        typed = sum(name.startswith("what_") for name in request.POST)
        return MinutesForm(request.POST, request.FILES, lines=min(MOST, typed))
    day = card.held_on or (localdate(card.meets_at) if card.meets_at else localdate())
    initial: dict[str, Any] = {**initial_of(card), "held_on": min(day, localdate())}
    return MinutesForm(initial=initial, lines=len(card.decisions) + SPARE)


def _save(request: Visit, review_id: int, form: MinutesForm) -> None:
    said = form.cleaned_data
    minutes = actions.Minutes(
        said["held_on"], frozenset(map(Attendee, said["attendees"])), said["text"],
        form.decisions(), said["version"],
    )  # fmt: skip
    actions.write_minutes(review_id=review_id, minutes=minutes, by=request.actor, on=localdate())


def _joined(request: Visit, review_id: int, files: list[Any]) -> bool:
    """Once the minutes are saved: a file that is refused takes nothing of them away."""
    refused = False
    for sent in files:
        file = actions.JoinedFile(sent.read(), sent.name or "", sent.content_type or "")
        try:
            actions.join_file(review_id=review_id, file=file, by=request.actor)
        except Refused as refusal:
            messages.error(request, f"{file.name} : {refusal}")
            refused = True
    return refused
