"""A person leaves: when, and for what."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.participants import actions
from perenne.domain.participants.queries import name_to_note
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.participants.leave.form import LeaveForm

NOTED = "La sortie est notée. Des nouvelles vous seront demandées à 3, 6 et 12 mois."


@page(act="participant.note_exit")
def leave(request: Visit, participant_id: int) -> HttpResponse:
    name = name_to_note(participant_id, seen_by=request.actor)
    form = LeaveForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        said = {**form.cleaned_data, "by": request.actor, "today": localdate()}
        try:
            actions.note_exit(participant_id=participant_id, **said)
        except Refused as refusal:
            form.add_error("left_on", str(refusal))
        else:
            messages.success(request, NOTED)
            return redirect("participants:pathway", participant_id)
    context = {"name": name, "participant_id": participant_id, "form": form}
    return render(request, "participants/leave/page.html", context)
