"""The desk that answers: what waits, and how long there is left."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.rights import queries
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.kit.paging import number_in
from perenne.kit.refusals import NotFound


@page(act="request.handle")
def desk(request: Visit) -> HttpResponse:
    if request.actor.role is not Role.COORDINATION:
        raise NotFound(request.actor)
    closed = "closes" in request.GET
    found = queries.desk(
        seen_by=request.actor,
        today=localdate(),
        page=number_in(request.GET.get("page", "")),
        closed=closed,
    )
    return render(request, "rights/desk/page.html", {"page": found, "closed": closed})
