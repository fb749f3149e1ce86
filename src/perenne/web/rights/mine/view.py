"""« Mes données »: everything held about me, my consents, my requests."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.rights import queries
from perenne.kit.pages import Visit, page


@page(act="data.view")
def mine(request: Visit) -> HttpResponse:
    person_id = request.actor.person_id or 0
    context = {
        "held": queries.held_of(seen_by=request.actor),
        "consents": queries.consents_of(person_id),
        "requests": queries.requests_of(person_id, seen_by=request.actor),
    }
    return render(request, "rights/mine/page.html", context)
