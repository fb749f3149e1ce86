"""A body, or one of its people, says that it will be away, and who takes over."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.coverage import actions, queries
from perenne.kit.actors import Role
from perenne.kit.jobs import enqueue
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.coverage.announce.form import AbsenceForm

ANNOUNCED = "L’absence est annoncée. Le relais et la coordination le lisent sur leur bureau."


@page(act="absence.announce")
def announce(request: Visit, body_id: int) -> HttpResponse:
    body = queries.body_to_announce_for(body_id, seen_by=request.actor)
    backups = queries.backups_for(body_id)
    form = AbsenceForm(request.POST or None, body=body, backups=backups)
    if form.is_valid():
        try:
            actions.announce_absence(
                facilitator_id=body_id,
                leave=form.leave(request.actor.person_id),
                by=request.actor,
                today=localdate(),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            enqueue("programming.cover_absences_now")
            messages.success(request, ANNOUNCED)
            return redirect(_back(request))
    context = {"form": form, "body": body, "back": _back(request)}
    return render(request, "coverage/announce/page.html", context)


@page(act="absence.call_off")
@require_POST
def call_off(request: Visit, absence_id: int) -> HttpResponse:
    queries.absence_to_call_off(absence_id, by=request.actor)
    try:
        actions.call_absence_off(absence_id=absence_id, by=request.actor, today=localdate())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        enqueue("programming.cover_absences_now")
        messages.success(request, "L’absence est annulée : les achats reviennent.")
    return redirect(_back(request))


def _back(request: Visit) -> str:
    return "coverage:list" if request.actor.role is Role.COORDINATION else "coverage:mine"
