"""Somebody who is accompanied is proposed for a need: her file opens at once."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.sourcing.actions import propose_person
from perenne.domain.sourcing.queries import need_to_propose_for
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.sourcing.propose.form import ProposeForm
from perenne.web.sourcing.words import need_told

DONE = (
    "La personne est proposée. Le facilitateur vérifie sa situation ; l’entreprise lit la réponse."
)


@page(act="opening.propose")
def propose(request: Visit, opening_id: int) -> HttpResponse:
    need = need_to_propose_for(opening_id, seen_by=request.actor)
    form = ProposeForm(request.POST if request.method == "POST" else None, need=need)
    if form.is_valid():
        try:
            propose_person(
                opening_id=opening_id, asked=form.asked(), by=request.actor, today=localdate()
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, DONE)
            return redirect("sourcing:proposals")
    context = {"need": need, "told": need_told(need), "form": form}
    return render(request, "sourcing/propose/page.html", context)
