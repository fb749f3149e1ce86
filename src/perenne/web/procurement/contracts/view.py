"""The contracts that one follows, or carries out."""

from django.http import HttpResponse
from django.template.response import TemplateResponse

from perenne.domain.procurement import queries
from perenne.domain.procurement.queries import View
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.web.design.menu import MenuItem
from perenne.web.lists.answer import listed
from perenne.web.procurement.contracts.columns import CONTRACTS

RECORDING = {Role.BUYER, Role.FACILITATOR}


@page(act="contract.view")
@listed(CONTRACTS)
def contracts(request: Visit) -> HttpResponse:
    asked = request.GET.get("vue", "")
    view = View(asked) if asked in set(View) else View.LIVING
    number = request.number
    found = queries.contracts_of(seen_by=request.actor, view=view, page=number)
    may_record = request.actor.role in RECORDING
    shown = View if may_record or request.actor.role is Role.COORDINATION else FOR_PARTIES
    tabs = tuple(MenuItem(one.label, f"?vue={one}", current=one is view) for one in shown)
    context = {
        "page": found,
        "tabs": tabs,
        "may_record": may_record,
        "shows_amounts": shown is View,
    }
    return TemplateResponse(request, "procurement/contracts/page.html", context)


FOR_PARTIES = (View.LIVING, View.OVER)
"""A company knows nothing of a contract before it is notified."""
