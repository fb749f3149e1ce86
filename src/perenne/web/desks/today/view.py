"""The landing page of a role: what waits for me today."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.clauses.queries import clauses_of
from perenne.domain.coverage.queries import absences_to_know
from perenne.domain.programming.queries import programmes_of
from perenne.kit.pages import Visit, page


@page(act="programme.view")
def today(request: Visit) -> HttpResponse:
    context = {
        "role": request.actor.role,
        "programmes": programmes_of(seen_by=request.actor),
        "absences": absences_to_know(request.actor, on=localdate()),
        "clauses": clauses_of(seen_by=request.actor),
    }
    return render(request, "desks/today/page.html", context)
