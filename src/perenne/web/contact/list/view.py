"""The messages that a desk received: those that wait first."""

from django.http import HttpResponse
from django.template.response import TemplateResponse

from perenne.domain.enquiries import queries
from perenne.domain.enquiries.queries import View
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound
from perenne.web.contact.list.columns import MESSAGES
from perenne.web.design.menu import MenuItem
from perenne.web.lists.answer import listed

DESKS = {Role.FACILITATOR, Role.COORDINATION}
LABELS = {View.WAITING: "En attente", View.ALL: "Tous"}


@page(act="enquiry.view")
@listed(MESSAGES)
def received(request: Visit) -> HttpResponse:
    if request.actor.role not in DESKS:
        raise NotFound("desk")
    asked = request.GET.get("vue", "")
    view = View(asked) if asked in set(View) else View.WAITING
    number = request.number
    found = queries.enquiries_of(seen_by=request.actor, view=view, page=number)
    tabs = [MenuItem(LABELS[one], f"?vue={one.value}", current=one is view) for one in View]
    return TemplateResponse(
        request, "contact/list/page.html", {"page": found, "tabs": tabs, "view": view}
    )
