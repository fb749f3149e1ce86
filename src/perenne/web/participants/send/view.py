"""Who asked does not know the situation: the question goes to who does."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now

from perenne.domain.participants import actions
from perenne.domain.participants.queries import question_to_send
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.participants.send.form import SendForm

SENT = "La question est partie. Le facilitateur lit les réponses, puis vous dit oui ou non."


@page(act="eligibility.send_question")
def send(request: Visit, file_id: int) -> HttpResponse:
    card = question_to_send(file_id, seen_by=request.actor)
    form = SendForm(
        request.POST if request.method == "POST" else None,
        initial={"email": card.email, "knower": "person"},
    )
    if form.is_valid():
        said = {**form.cleaned_data, "by": request.actor, "now": now()}
        try:
            actions.send_question(file_id=file_id, **said)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, SENT)
            return redirect("participants:answer", file_id)
    return render(request, "participants/send/page.html", {"card": card, "form": form})
