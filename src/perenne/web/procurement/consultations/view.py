"""The consultations that one follows, and those of which nobody has news."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.procurement import queries
from perenne.domain.procurement.queries import Stage
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page
from perenne.kit.paging import number_in
from perenne.web.design.menu import MenuItem

RECORDING = {Role.BUYER, Role.FACILITATOR}


@page(act="consultation.view")
def consultations(request: Visit) -> HttpResponse:
    asked = request.GET.get("vue", "")
    stage = Stage(asked) if asked in set(Stage) else Stage.COMING
    found = queries.consultations_of(
        seen_by=request.actor,
        on=localdate(),
        stage=stage,
        page=number_in(request.GET.get("page", "")),
    )
    tabs = tuple(MenuItem(one.label, f"?vue={one}", current=one is stage) for one in Stage)
    context = {"page": found, "tabs": tabs, "may_open": request.actor.role in RECORDING}
    return render(request, "procurement/consultations/page.html", context)
