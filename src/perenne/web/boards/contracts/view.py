"""The contracts of a buyer: hours due, done, lacking, and what that would cost today."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import localdate

from perenne.domain.assessments.queries.boards import contract_lines
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound
from perenne.web.boards.contracts.columns import CONTRACTS
from perenne.web.lists.answer import listed


@page(act="exposure.view")
@listed(CONTRACTS)
def contracts(request: Visit) -> HttpResponse:
    if request.actor.role is not Role.BUYER:
        raise NotFound(request.actor.role)
    board = contract_lines(seen_by=request.actor, on=localdate(), page=request.number)
    context = {"board": board, "page": board.page}
    return TemplateResponse(request, "boards/contracts/page.html", context)
