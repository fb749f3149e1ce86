"""Every clause that one may see."""

from django.http import HttpResponse
from django.template.response import TemplateResponse

from perenne.domain.clauses.queries import clauses_of
from perenne.kit.pages import Visit, page
from perenne.web.clauses.list.columns import CLAUSES
from perenne.web.lists.answer import listed


@page(act="clause.view")
@listed(CLAUSES)
def clauses(request: Visit) -> HttpResponse:
    found = clauses_of(seen_by=request.actor, page=request.number)
    return TemplateResponse(request, "clauses/list/page.html", {"page": found})
