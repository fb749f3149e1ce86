"""The needs for which one may propose a person."""

from django.http import HttpResponse
from django.template.response import TemplateResponse

from perenne.domain.sourcing.policy import ANSWERING
from perenne.domain.sourcing.queries import open_needs
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound
from perenne.web.lists.answer import listed
from perenne.web.sourcing.needs.columns import OPEN_NEEDS


@page(act="opening.propose")
@listed(OPEN_NEEDS)
def needs(request: Visit) -> HttpResponse:
    if request.actor.role not in ANSWERING:
        raise NotFound
    context = {"page": open_needs(request.actor, page=request.number)}
    return TemplateResponse(request, "sourcing/needs/page.html", context)
