"""Sends the programme; a visitor becomes a buyer in the same step."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth import authenticate
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.programming import actions, queries
from perenne.domain.programming.states import ProgrammeState
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.account.opening import open_session
from perenne.web.design.forms import Form
from perenne.web.programming.receive.view import STEPS
from perenne.web.programming.send.form import NewcomerForm, SendForm

SENT = "Votre programmation est transmise. Le facilitateur vous répondra depuis cet espace."
AGREED = (
    " Votre accord pour l’usage de vos coordonnées est enregistré : "
    "vous pouvez le retirer à tout moment dans « Mes données »."
)


@page(act="programme.send", visitors=True)
def send(request: Visit, programme_id: UUID) -> HttpResponse:
    programme = queries.programme_card(programme_id, seen_by=request.actor)
    if programme.state is not ProgrammeState.DRAFT:  # the button pressed twice, the way back
        return redirect("programming:show", programme_id)
    kind = NewcomerForm if request.actor.is_visitor else SendForm
    form = kind(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            _send(request, programme_id, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, SENT + (AGREED if kind is NewcomerForm else ""))
            return redirect("programming:show", programme_id)
    context = {
        "form": form,
        "programme": programme,
        "recipients": queries.recipients_of(programme_id, seen_by=request.actor),
        "labels": STEPS,
        "is_visitor": request.actor.is_visitor,
    }
    return render(request, "programming/send/page.html", context)


def _send(request: Visit, programme_id: UUID, form: Form) -> None:
    if not isinstance(form, NewcomerForm):
        actions.send_programme(programme_id=programme_id, by=request.actor, today=localdate())
        return
    actions.send_as_new_buyer(
        programme_id=programme_id, newcomer=form.newcomer(), by=request.actor, today=localdate()
    )
    person = authenticate(request, **_credentials(form))
    if person is not None:
        open_session(request, person)


def _credentials(form: NewcomerForm) -> dict[str, str]:
    return {key: form.cleaned_data[key] for key in ("email", "password")}
