"""Every programme that one may see."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.programming.queries import programmes_of
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.kit.paging import number_in


@page(act="programme.view")
def programmes(request: Visit) -> HttpResponse:
    found = programmes_of(seen_by=request.actor, page=number_in(request.GET.get("page", "")))
    role = request.actor.role
    context = {
        "page": found,
        "follows": role in {Role.FACILITATOR, Role.COORDINATION},
        "reports": role is Role.COORDINATION,
    }
    return render(request, "programming/list/page.html", context)
