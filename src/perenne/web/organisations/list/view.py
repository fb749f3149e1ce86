"""Organisations, for the coordination: those to verify first."""

from django.http import HttpResponse
from django.template.response import TemplateResponse

from perenne.domain.organisations.queries import View, organisations_of
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound
from perenne.web.design.menu import MenuItem
from perenne.web.lists.answer import listed
from perenne.web.organisations.list.columns import ORGANISATIONS


@page(act="organisation.list")
@listed(ORGANISATIONS)
def organisations(request: Visit) -> HttpResponse:
    if request.actor.role is not Role.COORDINATION:
        raise NotFound
    asked = request.GET.get("vue", "")
    view = View(asked) if asked in set(View) else View.WAITING
    number = request.number
    context = {
        "page": organisations_of(seen_by=request.actor, view=view, page=number),
        "view": view,
        "tabs": tuple(MenuItem(one.label, f"?vue={one}", current=one is view) for one in View),
    }
    return TemplateResponse(request, "organisations/list/page.html", context)
