"""Moving hours of a validated month to the contract or the month in which they were worked."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.hours.actions import Destination, Effect, foresee_move, move_work
from perenne.domain.hours.queries import destinations_of, mendable
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.hours.move.form import MoveForm


@page(act="work.move")
def move(request: Visit, work_id: int) -> HttpResponse:
    today = localdate()
    found = mendable(work_id, request.act, seen_by=request.actor, on=today)
    places = destinations_of(work_id, seen_by=request.actor, on=today)
    initial = {"hours": found.line.hours, "month": found.month.isoformat()}
    form = MoveForm(request.POST or None, initial=initial, destinations=places)
    effects: tuple[Effect, ...] = ()
    if form.is_valid():
        to, reason = _asked(form), form.cleaned_data["reason"]
        try:
            if request.POST.get("seen") == _told(to):
                return _done(request, work_id, to, reason)
            effects = foresee_move(
                work_id=work_id, to=to, reason=reason, by=request.actor, on=today
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
    seen = _told(_asked(form)) if effects else ""
    context = {"found": found, "form": form, "effects": effects, "seen": seen}
    return render(request, "hours/move/page.html", context)


def _asked(form: MoveForm) -> Destination:
    said = form.cleaned_data
    month = date.fromisoformat(said["month"])
    return Destination(int(said["contract"]), month, said["hours"].minutes)


def _told(to: Destination) -> str:
    return f"{to.hiring_id} {to.month} {to.minutes}"


def _done(request: Visit, work_id: int, to: Destination, reason: str) -> HttpResponse:
    there = move_work(work_id=work_id, to=to, reason=reason, by=request.actor, on=localdate())
    messages.success(request, "Les heures sont sur ce relevé ; l’ancien garde la trace du départ.")
    return redirect("hours:sheet", there)
