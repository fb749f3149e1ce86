"""A contract begins: a lot is awarded, one is recorded by hand, or called from a framework."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.procurement import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.procurement.award.form import AwardForm, RecordForm, from_lot
from perenne.web.procurement.open.view import others_for


@page(act="lot.award")
def award(request: Visit, lot_id: int) -> HttpResponse:
    lot = queries.lot_card(lot_id, seen_by=request.actor, act=request.act)
    form = AwardForm(request.POST or None, initial=from_lot(lot))

    def awarded() -> int:
        (contract_id,) = actions.award_lot(lot_id=lot_id, awards=[form.award()], by=request.actor)
        return contract_id

    return _begun(request, form, awarded, title="Attribuer", caption=lot.title)


@page(act="lot.add_awardee")
def add_awardee(request: Visit, lot_id: int) -> HttpResponse:
    lot = queries.lot_card(lot_id, seen_by=request.actor, act=request.act)
    form = AwardForm(request.POST or None, initial=from_lot(lot))

    def added() -> int:
        return actions.add_awardee(lot_id=lot_id, award=form.award(), by=request.actor)

    return _begun(request, form, added, title="Ajouter un attributaire", caption=lot.title)


@page(act="contract.record")
def record(request: Visit) -> HttpResponse:
    queries.recording(request.act, request.actor)
    others = others_for(request.actor)
    form = RecordForm(request.POST or None, others=others, role=request.actor.role)

    def recorded() -> int:
        return actions.record_contract(award=form.award(), people=form.people(), by=request.actor)

    return _begun(request, form, recorded, title="Enregistrer un marché", caption="")


@page(act="contract.call_from")
def call(request: Visit, contract_id: int) -> HttpResponse:
    framework = queries.contract_card(
        contract_id, seen_by=request.actor, on=localdate(), act=request.act
    )
    form = AwardForm(request.POST or None, is_called=True)

    def called() -> int:
        return actions.call_contract(contract_id=contract_id, award=form.award(), by=request.actor)

    caption = f"Accord-cadre {framework.facts.reference}"
    return _begun(request, form, called, title="Marché subséquent", caption=caption)


def _begun(
    request: Visit, form: AwardForm, begin: Callable[[], int], *, title: str, caption: str
) -> HttpResponse:
    if form.is_valid():
        try:
            contract_id = begin()
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Le marché est enregistré : il reste à le notifier.")
            return redirect("procurement:contract", contract_id)
    context = {
        "form": form,
        "title": title,
        "caption": caption,
        "all": reverse("procurement:contracts"),
    }
    return render(request, "procurement/award/page.html", context)
