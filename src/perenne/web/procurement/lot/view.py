"""Adding a lot to a consultation, correcting one, taking away one that was a mistake."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.procurement import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.procurement.lot.form import LotForm, as_kept


@page(act="lot.view")
def show_lot(request: Visit, lot_id: int) -> HttpResponse:
    """Where a lot is shown: in its consultation."""
    lot = queries.lot_card(lot_id, seen_by=request.actor)
    here = reverse("procurement:consultation", args=[lot.consultation_id])
    return redirect(f"{here}#lot-{lot.id}")


@page(act="consultation.add_lot")
def add_lot(request: Visit, consultation_id: int) -> HttpResponse:
    card = queries.consultation_card(
        consultation_id, seen_by=request.actor, on=localdate(), act=request.act
    )
    form = LotForm(request.POST or None)
    if form.is_valid():
        try:
            actions.add_lot(consultation_id=card.id, lot=form.lot(), by=request.actor)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Le lot est ajouté.")
            return redirect("procurement:consultation", card.id)
    context = {"form": form, "consultation_id": card.id, "title": "Ajouter un lot", "lot": None}
    return render(request, "procurement/lot/page.html", context)


@page(act="lot.edit")
def edit_lot(request: Visit, lot_id: int) -> HttpResponse:
    lot = queries.lot_card(lot_id, seen_by=request.actor, act=request.act)
    form = LotForm(request.POST or None, initial=as_kept(lot))
    if form.is_valid():
        try:
            actions.edit_lot(lot_id=lot_id, lot=form.lot(), by=request.actor)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Le lot est à jour.")
            return redirect("procurement:consultation", lot.consultation_id)
    context = {
        "form": form, "consultation_id": lot.consultation_id, "title": lot.title, "lot": lot,
    }  # fmt: skip
    return render(request, "procurement/lot/page.html", context)


@page(act="lot.remove")
@require_POST
def remove_lot(request: Visit, lot_id: int) -> HttpResponse:
    lot = queries.lot_card(lot_id, seen_by=request.actor, act=request.act)
    try:
        actions.remove_lot(lot_id=lot_id, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("procurement:edit_lot", lot_id)
    messages.success(request, "Le lot est retiré.")
    return redirect("procurement:consultation", lot.consultation_id)
