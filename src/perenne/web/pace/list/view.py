"""All the commitments that one may follow, the gravest first."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import localdate

from perenne.domain.assessments.queries.boards import pace_board
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.web.lists.answer import listed
from perenne.web.pace.list.columns import PACES
from perenne.web.pace.list.filters import NAMES, asked_in, choices_in, tabs_of
from perenne.web.pace.tones import TONES


@page(act="pace.view")
@listed(PACES)
def paces_list(request: Visit) -> HttpResponse:
    asked = asked_in(request.GET)
    board = pace_board(asked, seen_by=request.actor, on=localdate(), page=request.number)
    context = {
        "rows": [(row, TONES[row.level]) for row in board.page.items],
        "page": board.page,
        "asked": asked,
        "level_name": "" if asked.level is None else NAMES[asked.level],
        "tabs": tabs_of(board, asked),
        "choices": choices_in(
            board, asked, shows_facilitators=request.actor.role is Role.COORDINATION
        ),
        "is_buyer": request.actor.role is Role.BUYER,
        "are_there": bool(board.buyers),
    }
    return TemplateResponse(request, "pace/list/page.html", context)
