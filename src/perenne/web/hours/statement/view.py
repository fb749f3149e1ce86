"""The month of a company, for all its contracts: filled, declared in one act, taken back."""

from django.http import HttpResponse

from perenne.kit.pages import Visit, page
from perenne.web.hours.statement.acting import nothing_declared, shown, taken_back
from perenne.web.hours.way import at_desk


@page(act="statement.view")
def statement(request: Visit, statement_id: int) -> HttpResponse:
    return shown(request, at_desk(request, statement_id))


@page(act="sheet.declare")
def nothing(request: Visit, statement_id: int) -> HttpResponse:
    return nothing_declared(request, at_desk(request, statement_id))


@page(act="sheet.take_back")
def take_back(request: Visit, statement_id: int) -> HttpResponse:
    return taken_back(request, at_desk(request, statement_id))
