"""A lot that is not awarded: unsuccessful, or given up by the buyer; the reason is kept."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.procurement import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.procurement.settle.form import ReasonForm


@dataclass(frozen=True, slots=True)
class Ending:
    """What is said around the reason."""

    title: str
    lede: str
    done: str


UNSUCCESSFUL = Ending(
    "Déclarer infructueux",
    "Aucune offre, ou aucune qui convienne. Le lot et sa clause pourront repartir en consultation.",
    "Le lot est déclaré infructueux.",
)
DROPPED = Ending(
    "Déclarer sans suite",
    "L’acheteur renonce à ce lot. Il pourra être repris plus tard.",
    "Le lot est déclaré sans suite.",
)


@page(act="lot.find_unsuccessful")
def find_unsuccessful(request: Visit, lot_id: int) -> HttpResponse:
    return _reasoned(request, lot_id, actions.find_lot_unsuccessful, UNSUCCESSFUL)


@page(act="lot.drop")
def drop(request: Visit, lot_id: int) -> HttpResponse:
    return _reasoned(request, lot_id, actions.drop_lot, DROPPED)


def _reasoned(
    request: Visit, lot_id: int, act: Callable[..., None], ending: Ending
) -> HttpResponse:
    lot = queries.lot_card(lot_id, seen_by=request.actor, act=request.act)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            act(lot_id=lot_id, reason=form.cleaned_data["reason"], by=request.actor)
        except Refused as refusal:
            form.add_error("reason", str(refusal))
        else:
            messages.success(request, ending.done)
            return redirect("procurement:consultation", lot.consultation_id)
    context = {"form": form, "lot": lot, "ending": ending}
    return render(request, "procurement/settle/page.html", context)
