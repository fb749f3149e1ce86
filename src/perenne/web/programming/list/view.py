"""Every programme that one may see."""

from django.http import HttpResponse
from django.template.response import TemplateResponse

from perenne.domain.programming.queries import programmes_of
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.web.lists.answer import listed
from perenne.web.programming.list.columns import PROGRAMMES


@page(act="programme.view")
@listed(PROGRAMMES)
def programmes(request: Visit) -> HttpResponse:
    found = programmes_of(seen_by=request.actor, page=request.number)
    role = request.actor.role
    context = {
        "page": found,
        "follows": role in {Role.FACILITATOR, Role.COORDINATION},
        "reports": role is Role.COORDINATION,
    }
    return TemplateResponse(request, "programming/list/page.html", context)
