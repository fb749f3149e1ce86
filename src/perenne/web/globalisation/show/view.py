"""A proposal read whole, then applied or put aside in one click."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.hours.actions import approve_plan, discard_plan
from perenne.domain.hours.queries.plan_lists import find_plan
from perenne.domain.hours.queries.proposals import plan_card
from perenne.kit.pages import Visit, page
from perenne.kit.paging import number_in
from perenne.kit.refusals import Refused
from perenne.values import Hours

APPLIED = "{} comptent maintenant. Chaque acheteur lit sa part dans son compte."


@page(act="plan.view")
def show(request: Visit, plan_id: int) -> HttpResponse:
    number = number_in(request.GET.get("page", ""))
    card = plan_card(plan_id, seen_by=request.actor, on=localdate(), page=number)
    return render(request, "globalisation/show/page.html", {"card": card})


@page(act="plan.approve")
@require_POST
def approve(request: Visit, plan_id: int) -> HttpResponse:
    find_plan(plan_id, seen_by=request.actor)
    try:
        minutes = approve_plan(plan_id=plan_id, by=request.actor, on=localdate())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, APPLIED.format(Hours(minutes)))
    return redirect("globalisation:show", plan_id)


@page(act="plan.discard")
@require_POST
def discard(request: Visit, plan_id: int) -> HttpResponse:
    find_plan(plan_id, seen_by=request.actor)
    try:
        discard_plan(plan_id=plan_id, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("globalisation:show", plan_id)
    messages.success(request, "La proposition est écartée : aucune heure n’a bougé.")
    return redirect("globalisation:list")
