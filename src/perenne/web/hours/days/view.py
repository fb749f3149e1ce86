"""The month of one person, day by day."""

from django.http import HttpResponse

from perenne.kit.pages import Visit, page
from perenne.web.hours.days.acting import days_shown
from perenne.web.hours.way import at_desk


@page(act="sheet.declare")
def days(request: Visit, statement_id: int, hiring_id: int, kind: str) -> HttpResponse:
    return days_shown(request, at_desk(request, statement_id), hiring_id, kind)
