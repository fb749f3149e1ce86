"""The desk that answers: what waits, and how long there is left."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import localdate

from perenne.domain.rights import queries
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound
from perenne.web.lists.answer import listed
from perenne.web.rights.desk.columns import REQUESTS


@page(act="request.handle")
@listed(REQUESTS)
def desk(request: Visit) -> HttpResponse:
    if request.actor.role is not Role.COORDINATION:
        raise NotFound(request.actor)
    closed = "closes" in request.GET
    found = queries.desk(
        seen_by=request.actor,
        today=localdate(),
        page=request.number,
        closed=closed,
    )
    return TemplateResponse(request, "rights/desk/page.html", {"page": found, "closed": closed})
