"""Companies whose hours did not come on their day, and when they were last asked."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import localdate

from perenne.domain.assessments.queries.boards import late_companies
from perenne.kit.pages import Visit, page
from perenne.web.boards.late.columns import LATE
from perenne.web.boards.tabs import for_those_who_follow, tabs_of
from perenne.web.lists.answer import listed


@page(act="sheet.view")
@listed(LATE)
def late(request: Visit) -> HttpResponse:
    for_those_who_follow(request)
    found = late_companies(seen_by=request.actor, on=localdate(), page=request.number)
    context = {"page": found, "tabs": tabs_of(request.path)}
    return TemplateResponse(request, "boards/late/page.html", context)
