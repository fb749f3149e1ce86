"""The coordination changes the limits of an area, or ends it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.coverage import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.coverage.cover.form import LimitsForm


@page(act="coverage.amend")
def amend(request: Visit, coverage_id: int) -> HttpResponse:
    area = queries.area_card(coverage_id, seen_by=request.actor, act=request.act)
    known = {
        "segments": list(area.segments), "buyer": area.buyer_id, "since": area.since,
        "until": area.until,
    }  # fmt: skip
    data = request.POST if request.method == "POST" else None
    form = LimitsForm(data, buyers=queries.buyers(), initial=known)
    if form.is_valid():
        try:
            actions.amend_coverage(coverage_id=coverage_id, limits=form.limits(), by=request.actor)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "La zone est modifiée : les prochains achats la suivent.")
            return redirect("coverage:list")
    return render(request, "coverage/amend/page.html", {"area": area, "form": form})


@page(act="coverage.end")
@require_POST
def end(request: Visit, coverage_id: int) -> HttpResponse:
    area = queries.area_card(coverage_id, seen_by=request.actor, act=request.act)
    try:
        actions.end_coverage(coverage_id=coverage_id, by=request.actor, on=localdate())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("coverage:amend", coverage_id)
    messages.success(request, f"{area.body} ne répond plus pour {area.place}.")
    return redirect("coverage:list")
