"""The link of a question: the situation is said without an account, and nothing is shown back."""

from collections.abc import Mapping

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import now

from perenne.domain.participants import actions
from perenne.domain.participants.queries import notice_in_use, question_behind
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.participants.say.form import PersonForm, PrescriberForm
from perenne.web.person.door import behind_a_link

FORMS: Mapping[str, type[PersonForm] | type[PrescriberForm]] = {
    "person": PersonForm,
    "prescriber": PrescriberForm,
}


@page(act="eligibility.say_situation", visitors=True)
@behind_a_link
def say(request: Visit, token: str) -> HttpResponse:
    moment = now()
    card = question_behind(seen_by=request.actor, now=moment)
    form = FORMS[card.knower](request.POST if request.method == "POST" else None)
    context = {"card": card, "form": form, "notice": notice_in_use(), "is_done": False}
    if form.is_valid():
        said = actions.Said(form.situation(), form.cleaned_data["was_told"])
        try:
            actions.say_situation(token=token, said=said, by=request.actor, now=moment)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            context["is_done"] = True
    return render(request, "participants/say/page.html", context)
