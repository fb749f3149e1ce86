"""All the commitments that one may follow, the gravest first."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import localdate

from perenne.domain.compliance.queries import paces
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.kit.paging import place_of
from perenne.web.lists.answer import listed
from perenne.web.pace.list.columns import PACES
from perenne.web.pace.list.filters import Asked, choices_in, chosen, tabs_of
from perenne.web.pace.tones import TONES

SIZE = 30


@page(act="pace.view")
@listed(PACES)
def paces_list(request: Visit) -> HttpResponse:
    asked = Asked.of(request.GET)
    every = paces(seen_by=request.actor, on=localdate())
    filtered = chosen(every, asked)
    rows = [row for row in filtered if asked.level is None or row.level is asked.level]
    number, size = place_of(request.number, size=SIZE, total=len(rows))
    context = {
        "rows": [(row, TONES[row.level]) for row in rows[(number - 1) * size : number * size]],
        "number": number,
        "last": max(1, -(-len(rows) // size)),
        "total": len(rows),
        "asked": asked,
        "tabs": tabs_of(filtered, asked),
        "choices": choices_in(
            every, asked, shows_facilitators=request.actor.role is Role.COORDINATION
        ),
        "is_buyer": request.actor.role is Role.BUYER,
        "are_there": bool(every),
    }
    return TemplateResponse(request, "pace/list/page.html", context)
