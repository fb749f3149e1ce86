"""Leaves an organisation at once; the last administrator hands over in the same step."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from perenne.domain.organisations import actions, queries
from perenne.domain.organisations.queries import SeatChoice
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.organisations.acts import told
from perenne.web.organisations.leave.form import LeaveForm


@page(act="seat.leave")
def leave(request: Visit, organisation_id: int) -> HttpResponse:
    seat = _seat_in(request, organisation_id)
    others, is_last = queries.those_left_by(seat.id, by=request.actor)
    posted = request.POST if request.method == "POST" else None
    form = LeaveForm(posted, others=others, is_last=is_last)
    if form.is_valid():
        try:
            actions.leave(seat_id=seat.id, successor_id=form.successor_id, by=request.actor)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Vous avez quitté {seat.organisation}.")
            return redirect("organisations:mine")
    context = {
        "form": form,
        "seat": seat,
        "is_alone": not others,
        "is_last": is_last,
        "is_here": request.seat.id == seat.id,
    }
    return render(request, "organisations/leave/page.html", context)


@page(act="organisation.close")
@require_POST
def close(request: Visit, organisation_id: int) -> HttpResponse:
    seat = _seat_in(request, organisation_id)
    by = replace(request.actor, organisation_id=seat.organisation_id)  # theirs, chosen or not
    said = f"L’espace de {seat.organisation} est fermé."
    done = told(request, lambda: actions.close_space(organisation_id=organisation_id, by=by), said)
    return (
        redirect("organisations:mine") if done else redirect("organisations:leave", organisation_id)
    )


def _seat_in(request: Visit, organisation_id: int) -> SeatChoice:
    for seat in queries.seats_of(request.actor):
        if seat.organisation_id == organisation_id:
            return seat
    raise NotFound(organisation_id)
