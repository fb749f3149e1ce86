"""All the commitments that one may follow, the gravest first."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.compliance.queries import paces
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.kit.paging import number_in
from perenne.web.pace.list.filters import Asked, choices_in, chosen, tabs_of
from perenne.web.pace.tones import TONES

SIZE = 30


@page(act="pace.view")
def paces_list(request: Visit) -> HttpResponse:
    asked = Asked.of(request.GET)
    every = paces(seen_by=request.actor, on=localdate())
    filtered = chosen(every, asked)
    rows = [row for row in filtered if asked.level is None or row.level is asked.level]
    last = max(1, -(-len(rows) // SIZE))
    number = min(max(1, number_in(request.GET.get("page", ""))), last)
    context = {
        "rows": [(row, TONES[row.level]) for row in rows[(number - 1) * SIZE : number * SIZE]],
        "number": number,
        "last": last,
        "asked": asked,
        "tabs": tabs_of(filtered, asked),
        "choices": choices_in(
            every, asked, shows_facilitators=request.actor.role is Role.COORDINATION
        ),
        "is_buyer": request.actor.role is Role.BUYER,
        "are_there": bool(every),
    }
    return render(request, "pace/list/page.html", context)
