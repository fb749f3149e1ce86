"""The coordination sees every area, under its body."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import localdate

from perenne.domain.coverage import queries
from perenne.domain.programming.queries import open_purchases
from perenne.kit.pages import Visit, page
from perenne.web.coverage.list.columns import AREAS
from perenne.web.coverage.tabs import tabs_of
from perenne.web.lists.answer import listed


@page(act="coverage.amend")
@listed(AREAS)
def areas(request: Visit) -> HttpResponse:
    queries.admitted(request.act, request.actor)
    today, loads = localdate(), open_purchases()
    bodies = queries.areas_by_body(seen_by=request.actor, on=today)
    context = {
        "bodies": [(body, loads.get(body.id, 0)) for body in bodies],
        "areas": sum(len(body.areas) for body in bodies),
        "absences": queries.absences_seen_by(request.actor, on=today),
        "tabs": tabs_of(request.path),
    }
    return TemplateResponse(request, "coverage/list/page.html", context)
