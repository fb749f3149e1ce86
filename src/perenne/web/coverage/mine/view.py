"""Where my body answers, and when it is away."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.coverage import queries
from perenne.kit.pages import Visit, page


@page(act="absence.announce_own")
def mine(request: Visit) -> HttpResponse:
    today = localdate()
    body = queries.body_to_announce_for(request.actor.organisation_id or 0, seen_by=request.actor)
    context = {
        "body": body,
        "hours": queries.hours_of(body.id),
        "bodies": queries.areas_by_body(seen_by=request.actor, on=today),
        "absences": queries.absences_seen_by(request.actor, on=today),
    }
    return render(request, "coverage/mine/page.html", context)
