"""Grants a request; an erasure or a limitation is carried out at once."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.rights import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.rights.answer.form import AnswerForm


@page(act="request.answer")
def answer(request: Visit, request_id: int) -> HttpResponse:
    card = queries.request_to_move(request_id, seen_by=request.actor, act=request.act)
    planned = queries.erasure_planned(card)
    form = AnswerForm(
        request.POST if request.method == "POST" else None, left_alone=bool(planned.against)
    )
    if form.is_valid():
        try:
            actions.answer_request(
                request_id=card.id, by=request.actor, today=localdate(), **form.cleaned_data
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "La réponse est enregistrée et envoyée.")
            return redirect("rights:show", card.id)
    context = {"form": form, "asked": card, "planned": planned}
    return render(request, "rights/answer/page.html", context)
