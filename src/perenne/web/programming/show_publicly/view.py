"""A buyer asks that a purchase be counted in no public figure, or lets it be."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from perenne.domain.programming import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused


@page(act="purchase.hide")
@require_POST
def hide(request: Visit, purchase_id: int) -> HttpResponse:
    queries.purchase_card(purchase_id, seen_by=request.actor)
    try:
        actions.hide_purchase(purchase_id=purchase_id, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Cet achat ne comptera plus dans les prévisions publiques.")
    return redirect("programming:purchase_row", purchase_id)


@page(act="purchase.show")
@require_POST
def show_again(request: Visit, purchase_id: int) -> HttpResponse:
    queries.purchase_card(purchase_id, seen_by=request.actor)
    try:
        actions.show_purchase(purchase_id=purchase_id, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Cet achat comptera de nouveau dans les prévisions publiques.")
    return redirect("programming:purchase_row", purchase_id)
