"""Correcting hours of a validated month: the effect is shown first, then it is done."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.hours.actions import Effect, correct_work, foresee_correction
from perenne.domain.hours.queries import mendable
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.hours.correct.form import CorrectForm

DONE = "La correction est enregistrée ; l’historique garde l’ancienne durée."


@page(act="work.correct")
def correct(request: Visit, work_id: int) -> HttpResponse:
    found = mendable(work_id, request.act, seen_by=request.actor, on=localdate())
    form = CorrectForm(request.POST or None)
    effects: tuple[Effect, ...] = ()
    if form.is_valid():
        minutes, reason = form.cleaned_data["hours"].minutes, form.cleaned_data["reason"]
        said: Any = {"work_id": work_id, "by": request.actor, "on": localdate()}
        try:
            if request.POST.get("seen") == str(minutes):
                correct_work(minutes=minutes, reason=reason, **said)
                messages.success(request, DONE)
                return redirect("hours:sheet", found.sheet_id)
            effects = foresee_correction(minutes=minutes, reason=reason, **said)
        except Refused as refusal:
            form.add_error("hours", str(refusal))
    context = {"found": found, "form": form, "effects": effects}
    return render(request, "hours/correct/page.html", context)
