"""The answer, for whoever asked: yes or no, and the days. Nothing of the situation."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render

from perenne.domain.hirings.queries import commitment_to_hire_under, may_plan
from perenne.domain.participants import actions
from perenne.domain.participants.queries import answer_card, answers_files
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused


@page(act="eligibility.read_answer")
def answer(request: Visit, file_id: int) -> HttpResponse:
    card = answer_card(file_id, seen_by=request.actor)
    if answers_files(request.actor):
        return redirect("participants:show", file_id)
    context = {
        "card": card,
        "may_hire": may_plan(request.actor) and (card.may_withdraw or card.answer.starts_on),
        "under": commitment_to_hire_under(card.contract_id, seen_by=request.actor),
    }
    return render(request, "participants/answer/page.html", context)


@page(act="eligibility.complete")
def complete(request: Visit, file_id: int) -> HttpResponse:
    return _posted(request, file_id, actions.complete_file, "Le facilitateur est prévenu.")


@page(act="eligibility.withdraw")
def withdraw(request: Visit, file_id: int) -> HttpResponse:
    return _posted(request, file_id, actions.withdraw_file, "La demande est retirée.")


def _posted(request: Visit, file_id: int, act: Callable[..., None], done: str) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    answer_card(file_id, seen_by=request.actor)
    try:
        act(file_id=file_id, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("participants:answer", file_id)
