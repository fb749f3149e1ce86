"""Persons who left: those about whom news are due first."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import localdate

from perenne.domain.participants.queries import all_exits
from perenne.kit.pages import Visit, page
from perenne.web.lists.answer import listed
from perenne.web.participants.exits.columns import EXITS


@page(act="exit.view")
@listed(EXITS)
def exits(request: Visit) -> HttpResponse:
    on = localdate()
    found = all_exits(seen_by=request.actor, page=request.number, on=on)
    context = {"page": found, "rows": [(one, one.due(on)) for one in found.items]}
    return TemplateResponse(request, "participants/exits/page.html", context)
