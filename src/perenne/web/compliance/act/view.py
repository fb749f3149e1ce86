"""One act on a shortfall: one small form; a page for each line of the table. The receipt of a
letter is noted by a page of its own."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.compliance.actions import note_receipt
from perenne.domain.compliance.queries import letter_to_receive, shortfall_card
from perenne.kit.pages import View, Visit, page
from perenne.kit.refusals import Refused
from perenne.web.compliance.act.acts import ShortfallAct
from perenne.web.compliance.act.forms import ReceiveForm


def view_of(one: ShortfallAct) -> View:
    """The page of this act."""

    @page(act=one.act)
    def do(request: Visit, shortfall_id: int) -> HttpResponse:
        today = localdate()
        card = shortfall_card(shortfall_id, seen_by=request.actor, on=today, act=request.act)
        form = one.form(request.POST if request.method == "POST" else None)
        form.begin(card)
        if form.is_valid():
            said = {"shortfall_id": shortfall_id, "by": request.actor, "on": today}
            try:
                one.action(**said, **form.said())
            except Refused as refusal:
                form.add_error(form.field, str(refusal))
            else:
                messages.success(request, one.done)
                return redirect("compliance:show", shortfall_id)
        reasons = [why for step in card.steps if step.code == one.step for why in step.reasons]
        context = {"card": card, "form": form, "one": one, "reasons": reasons}
        return render(request, "compliance/act/page.html", context)

    return do


@page(act="letter.receive")
def receive(request: Visit, shortfall_id: int, letter_id: int) -> HttpResponse:
    letter = letter_to_receive(letter_id, shortfall_id, seen_by=request.actor)
    form = ReceiveForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        day = form.cleaned_data["received_on"]
        try:
            note_receipt(letter_id=letter_id, received_on=day, by=request.actor, on=localdate())
        except Refused as refusal:
            form.add_error("received_on", str(refusal))
        else:
            messages.success(request, "C’est noté : le délai court de ce jour.")
            return redirect("compliance:show", shortfall_id)
    context = {"letter": letter, "form": form, "shortfall_id": shortfall_id}
    return render(request, "compliance/act/receive.html", context)
