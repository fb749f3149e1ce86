"""The consultations that one follows, and those of which nobody has news."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import localdate

from perenne.domain.procurement import queries
from perenne.domain.procurement.queries import Stage
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.web.design.menu import MenuItem
from perenne.web.lists.answer import listed
from perenne.web.procurement.consultations.columns import CONSULTATIONS

RECORDING = {Role.BUYER, Role.FACILITATOR}


@page(act="consultation.view")
@listed(CONSULTATIONS)
def consultations(request: Visit) -> HttpResponse:
    asked = request.GET.get("vue", "")
    stage = Stage(asked) if asked in set(Stage) else Stage.COMING
    found = queries.consultations_of(
        seen_by=request.actor,
        on=localdate(),
        stage=stage,
        page=request.number,
    )
    tabs = tuple(MenuItem(one.label, f"?vue={one}", current=one is stage) for one in Stage)
    context = {"page": found, "tabs": tabs, "may_open": request.actor.role in RECORDING}
    return TemplateResponse(request, "procurement/consultations/page.html", context)
