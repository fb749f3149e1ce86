"""The proposals of globalisation; another one is asked for here, or what changed is taken back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.timezone import localdate

from perenne.domain.hours.actions import propose_plan, redo_plans
from perenne.domain.hours.queries.excesses import excess_cards
from perenne.domain.hours.queries.plan_lists import (
    companies_waiting,
    placeable_last_night,
    plans_of,
)
from perenne.domain.procurement.policy import FOLLOWING
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.values import Hours
from perenne.web.design.forms import Form
from perenne.web.globalisation.list.columns import PLANS
from perenne.web.globalisation.list.form import ProposeForm, RedoForm
from perenne.web.lists.answer import listed


@page(act="plan.view")
@listed(PLANS)
def plans(request: Visit) -> HttpResponse:
    if request.actor.role not in FOLLOWING:
        raise NotFound(request.actor.role)
    waiting, said = companies_waiting(seen_by=request.actor), request.POST
    propose = ProposeForm(said if said.get("act") == "propose" else None, waiting=waiting)
    redo = RedoForm(said if said.get("act") == "redo" else None)
    done = _proposed(request, propose) or _redone(request, redo)
    if done is not None:
        return done
    context = {
        "page": plans_of(seen_by=request.actor, page=request.number),
        "excesses": excess_cards(seen_by=request.actor, on=localdate()),
        "waiting": sum((one.hours for one in waiting), Hours(0)),
        "placeable": placeable_last_night(seen_by=request.actor),
        "propose": propose,
        "redo": redo,
    }
    return TemplateResponse(request, "globalisation/list/page.html", context)


def _proposed(request: Visit, form: Form) -> HttpResponse | None:
    if not form.is_valid():
        return None
    try:
        plan_id = propose_plan(by=request.actor, on=localdate(), siret=form.cleaned_data["siret"])
    except Refused as refusal:
        form.add_error("siret", str(refusal))
        return None
    return redirect("globalisation:show", plan_id)


def _redone(request: Visit, form: Form) -> HttpResponse | None:
    if not form.is_valid():
        return None
    try:
        done = redo_plans(by=request.actor, on=localdate(), reason=form.cleaned_data["reason"])
    except Refused as refusal:
        form.add_error("reason", str(refusal))
        return None
    messages.success(request, f"{Hours(done.minutes)} sont reprises.")
    if done.plan_id is None:
        return redirect("globalisation:list")
    return redirect("globalisation:show", done.plan_id)
