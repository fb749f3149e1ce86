"""The months of the companies that one follows: to validate, discussed, awaited, validated."""

from django.http import HttpResponse
from django.template.response import TemplateResponse

from perenne.kit.pages import Visit, page
from perenne.web.hours.list.columns import SHEETS
from perenne.web.hours.list.listing import asked_in, listing
from perenne.web.lists.answer import listed


@page(act="sheet.view")
@listed(SHEETS)
def sheets(request: Visit) -> HttpResponse:
    context = listing(asked_in(request.GET), request.actor)
    return TemplateResponse(request, "hours/list/page.html", context)
