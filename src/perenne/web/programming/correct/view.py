"""Settles the doubts on one purchase, in its place in the list or on a page of its own."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.programming import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.programming.correct.form import CorrectionForm, as_typed


@page(act="purchase.correct", visitors=True)
def correct(request: Visit, purchase_id: int) -> HttpResponse:
    purchase = queries.purchase_card(purchase_id, seen_by=request.actor, act=request.act)
    form = CorrectionForm(
        request.POST or None,
        initial=as_typed(purchase),
        auto_id=f"achat-{purchase_id}-%s",  # several may be open in the same list
    )
    if form.is_valid():
        try:
            actions.correct_purchase(
                purchase_id=purchase_id,
                correction=form.correction(),
                by=request.actor,
                today=localdate(),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("programming:purchase_row", purchase_id)
    template = "form" if request.htmx else "page"
    context = {"form": form, "purchase": purchase}
    return render(request, f"programming/correct/{template}.html", context)
