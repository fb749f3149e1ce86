"""For the coordination: lines under the legal duty, answered or not, buyer by buyer."""

from django.http import HttpResponse
from django.template.response import TemplateResponse

from perenne.domain.programming.queries import shares_by_buyer
from perenne.kit.pages import Visit, page
from perenne.web.lists.answer import listed
from perenne.web.programming.shares.columns import SHARES


@page(act="programme.report")
@listed(SHARES)
def shares(request: Visit) -> HttpResponse:
    number = request.number
    found = shares_by_buyer(seen_by=request.actor, page=number)
    return TemplateResponse(request, "programming/shares/page.html", {"page": found})
