"""The coordination gives a purchase to another facilitator, and says why."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.programming import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.programming.reassign.form import ReassignForm


@page(act="purchase.reassign")
def reassign(request: Visit, purchase_id: int) -> HttpResponse:
    purchase = queries.purchase_card(purchase_id, seen_by=request.actor, act=request.act)
    form = ReassignForm(request.POST or None, bodies=queries.takers(purchase.facilitator_id))
    if form.is_valid():
        try:
            actions.reassign_purchase(
                purchase_id=purchase_id,
                facilitator_id=form.cleaned_data["body"],
                reason=form.cleaned_data["reason"],
                by=request.actor,
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "L’achat est confié à un autre facilitateur.")
            return redirect("programming:follow")
    context = {"form": form, "purchase": purchase}
    return render(request, "programming/reassign/page.html", context)
