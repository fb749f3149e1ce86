"""Asking whether a person is eligible."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.participants.actions import open_file
from perenne.domain.participants.queries import (
    accompanies,
    answers_files,
    contracts_to_ask_for,
)
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.participants.ask.form import AskForm

SENT = "La demande est envoyée au facilitateur. Attendez sa réponse avant l’embauche."


@page(act="eligibility.ask")
def ask(request: Visit) -> HttpResponse:
    form = AskForm(
        request.POST if request.method == "POST" else None,
        contracts=contracts_to_ask_for(seen_by=request.actor),
        accompanies=accompanies(request.actor),
        initial={"contract": request.GET.get("marche", "")},
    )
    answers = answers_files(request.actor)
    if form.is_valid():
        try:
            file_id = open_file(asked=form.asked(), by=request.actor, today=localdate())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "La personne est ajoutée." if answers else SENT)
            return redirect("participants:answer", file_id)
    return render(request, "participants/ask/page.html", {"form": form})
