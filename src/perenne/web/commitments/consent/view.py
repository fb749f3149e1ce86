"""« Au cas par cas » : the facilitator asks the buyer, who answers; or a letter is written down."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.clauses.actions import answer_consent, ask_consent
from perenne.domain.clauses.queries import consent_card
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.values import Hours
from perenne.web.commitments.consent.form import AnswerForm, AskForm

FIELDS = {"Indiquez la part": "cap", "Indiquez la date": "letter_on", "Cette lettre": "letter_on"}
"""Beside which field a refusal of the action is shown, by its first words."""


@page(act="consent.answer")
def consent(request: Visit, commitment_id: int) -> HttpResponse:
    card = consent_card(commitment_id, seen_by=request.actor)
    is_buyer = request.actor.role is Role.BUYER
    form = AnswerForm(
        request.POST if request.method == "POST" else None,
        initial={"since": card.first_day},
        by_letter=not is_buyer,
    )
    if form.is_valid():
        said, today = form.answer(), localdate()
        try:
            answer_consent(commitment_id=commitment_id, said=said, by=request.actor, on=today)
        except Refused as refusal:
            form.add_error(_field(str(refusal)), str(refusal))
        else:
            messages.success(request, "La réponse est enregistrée : elle vaut dès maintenant.")
            return redirect("clauses:consent", commitment_id)
    context = {"card": card, "form": form, "is_buyer": is_buyer}
    return render(request, "commitments/consent/page.html", context)


@page(act="consent.ask")
@require_POST
def ask(request: Visit, commitment_id: int) -> HttpResponse:
    consent_card(commitment_id, seen_by=request.actor)
    form = AskForm(request.POST)
    minutes = form.cleaned_data["minutes"] or 0 if form.is_valid() else 0
    try:
        ask_consent(
            commitment_id=commitment_id, hours=Hours(minutes), by=request.actor, on=localdate()
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("globalisation:list")
    messages.success(request, "La question attend l’acheteur, sur son bureau.")
    return redirect("clauses:consent", commitment_id)


def _field(said: str) -> str:
    return next((name for start, name in FIELDS.items() if said.startswith(start)), "reason")
