"""She says of a month: it is right, or she does not agree. A link never says it for her."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now

from perenne.domain.hours.actions import speaking
from perenne.domain.hours.queries.own_page import line_of
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.person.door import behind_a_link
from perenne.web.person.speak.form import ContestForm

AGREED = "C’est noté : vos heures sont justes. Merci."
SENT = "Votre message est parti. Votre facilitateur vous répond sur cette page."


@page(act="voice.contest", visitors=True)
@behind_a_link
def speak(request: Visit, token: str, sheet_id: int) -> HttpResponse:
    moment = now()
    line = line_of(sheet_id, seen_by=request.actor, now=moment)
    agrees = request.POST.get("act") == "agree"
    form = ContestForm(request.POST if request.method == "POST" and not agrees else None)
    try:
        if agrees:
            speaking.agree(sheet_id=sheet_id, by=request.actor, now=moment)
        elif form.is_valid():
            said = form.cleaned_data["message"]
            speaking.contest(sheet_id=sheet_id, message=said, by=request.actor, now=moment)
    except Refused as refusal:
        form = form if form.is_bound else ContestForm({})
        form.add_error(None, str(refusal))
    else:
        if agrees or form.is_valid():
            messages.success(request, AGREED if agrees else SENT)
            return redirect("person:own", token)
    context = {"line": line, "form": form, "token": token}
    return render(request, "person/speak/page.html", context)
