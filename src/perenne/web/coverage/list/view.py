"""The coordination sees every area, under its body."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.coverage import queries
from perenne.domain.programming.queries import open_purchases
from perenne.kit.pages import Visit, page
from perenne.web.coverage.tabs import tabs_of


@page(act="coverage.amend")
def areas(request: Visit) -> HttpResponse:
    queries.admitted(request.act, request.actor)
    today, loads = localdate(), open_purchases()
    bodies = queries.areas_by_body(seen_by=request.actor, on=today)
    context = {
        "bodies": [(body, loads.get(body.id, 0)) for body in bodies],
        "absences": queries.absences_seen_by(request.actor, on=today),
        "tabs": tabs_of(request.path),
    }
    return render(request, "coverage/list/page.html", context)
