"""The facilitator answers to a person who does not agree with her month."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now

from perenne.domain.hours.actions import speaking
from perenne.domain.hours.queries.disputes import voice_to_answer
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.person.answer.form import AnswerForm


@page(act="voice.answer")
def answer(request: Visit, voice_id: int) -> HttpResponse:
    card = voice_to_answer(voice_id, seen_by=request.actor)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        said = form.cleaned_data["answer"]
        try:
            speaking.answer_voice(voice_id=voice_id, answer=said, by=request.actor, now=now())
        except Refused as refusal:
            form.add_error("answer", str(refusal))
        else:
            messages.success(request, "Votre réponse est sur la page de la personne.")
            return redirect("participants:pathway", card.participant_id)
    return render(request, "person/answer/page.html", {"card": card, "form": form})
