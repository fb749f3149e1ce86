"""A message on a desk: read it, answer it, pass it on, close it, let it through."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.enquiries import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.contact.show.form import AnswerForm, HandOverForm


@page(act="enquiry.view")
def show(request: Visit, enquiry_id: int) -> HttpResponse:
    return _shown(request, enquiry_id)


@page(act="enquiry.answer")
@require_POST
def answer(request: Visit, enquiry_id: int) -> HttpResponse:
    queries.enquiry_card(enquiry_id, seen_by=request.actor)
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            actions.answer_enquiry(
                enquiry_id=enquiry_id, by=request.actor, today=localdate(), **form.cleaned_data
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "La réponse part par courriel.")
            return redirect("contact:show", enquiry_id)
    return _shown(request, enquiry_id, answer=form)


@page(act="enquiry.hand_over")
@require_POST
def hand_over(request: Visit, enquiry_id: int) -> HttpResponse:
    queries.enquiry_card(enquiry_id, seen_by=request.actor)
    bodies = queries.bodies_to_hand_to(enquiry_id, seen_by=request.actor)
    form = HandOverForm(request.POST, bodies=bodies)
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.hand_over_enquiry(
                enquiry_id=enquiry_id, body_id=said["body"], note=said["note"], by=request.actor,
                today=localdate(),
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Le message est passé, et la personne est prévenue.")
            return redirect("contact:list")
    return _shown(request, enquiry_id, hand_over=form)


@page(act="enquiry.close")
@require_POST
def close(request: Visit, enquiry_id: int) -> HttpResponse:
    return _moved(request, enquiry_id, actions.close_enquiry, "Le message est classé.")


@page(act="enquiry.release")
@require_POST
def release(request: Visit, enquiry_id: int) -> HttpResponse:
    return _moved(request, enquiry_id, actions.release_enquiry, "Le message est remis.")


def _moved(request: Visit, enquiry_id: int, act: Callable[..., None], said: str) -> HttpResponse:
    queries.enquiry_card(enquiry_id, seen_by=request.actor)
    try:
        act(enquiry_id=enquiry_id, by=request.actor, today=localdate())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)
    return redirect("contact:show", enquiry_id)


def _shown(
    request: Visit,
    enquiry_id: int,
    *,
    answer: AnswerForm | None = None,
    hand_over: HandOverForm | None = None,
) -> HttpResponse:
    enquiry = queries.enquiry_card(enquiry_id, seen_by=request.actor)
    if hand_over is None and enquiry.may["hand_over"]:
        bodies = queries.bodies_to_hand_to(enquiry_id, seen_by=request.actor)
        hand_over = HandOverForm(bodies=bodies)
    context = {"enquiry": enquiry, "answer": answer or AnswerForm(), "hand_over": hand_over}
    return render(request, "contact/show/page.html", context)
