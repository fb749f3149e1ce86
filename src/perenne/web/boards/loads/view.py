"""The load of each facilitator, and what waits too long."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import localdate

from perenne.domain.assessments.queries.boards import loads_of
from perenne.domain.coverage.queries import orphan_communes
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.values import Hours
from perenne.web.boards.loads.columns import LOADS
from perenne.web.boards.tabs import for_those_who_follow, tabs_of
from perenne.web.lists.answer import listed


@page(act="board.view")
@listed(LOADS)
def loads(request: Visit) -> HttpResponse:
    for_those_who_follow(request)
    today, actor = localdate(), request.actor
    found = loads_of(seen_by=actor, on=today)
    steers = actor.role is Role.COORDINATION
    context = {
        "loads": found,
        "waiting": sum(one.waiting for one in found),
        "some": sum(one.some for one in found),
        "many": sum(one.many for one in found),
        "to_validate": sum((one.to_validate for one in found), Hours(0)),
        "silent": sum(one.silent for one in found),
        "orphans": orphan_communes(on=today, seen_by=actor) if steers else 0,
        "steers": steers,
        "tabs": tabs_of(request.path),
    }
    return TemplateResponse(request, "boards/loads/page.html", context)
