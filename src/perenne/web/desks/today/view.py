"""The landing page of a role: what waits for me today."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.clauses.queries import clauses_of
from perenne.domain.programming.queries import programmes_of
from perenne.kit.pages import Visit, page


@page(act="programme.view")
def today(request: Visit) -> HttpResponse:
    context = {
        "role": request.actor.role,
        "programmes": programmes_of(seen_by=request.actor),
        "clauses": clauses_of(seen_by=request.actor),
    }
    return render(request, "desks/today/page.html", context)
