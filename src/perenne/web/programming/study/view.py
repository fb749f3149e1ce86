"""The facilitator looks at one purchase and decides: a clause, or none and why."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from perenne.domain.clauses.actions import open_clause
from perenne.domain.clauses.queries import clause_on
from perenne.domain.history.queries import recent_history
from perenne.domain.programming import actions, queries
from perenne.domain.programming.states import PurchaseState
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.programming.study.form import AsideForm


@page(act="purchase.view")
def study(request: Visit, purchase_id: int) -> HttpResponse:
    return _shown(request, purchase_id, AsideForm())


@page(act="purchase.keep")
@require_POST
def keep(request: Visit, purchase_id: int) -> HttpResponse:
    """Opens the clause and goes to its calibration."""
    try:
        clause_id = open_clause(purchase_id=purchase_id, by=request.actor)
    except Refused as refusal:
        return _refused(request, purchase_id, refusal)
    return redirect("clauses:calibrate", clause_id)


@page(act="purchase.leave_aside")
@require_POST
def leave_aside(request: Visit, purchase_id: int) -> HttpResponse:
    form = AsideForm(request.POST)
    if not form.is_valid():
        return _shown(request, purchase_id, form)
    try:
        actions.leave_purchase_aside(
            purchase_id=purchase_id, reason=form.reason(), by=request.actor
        )
    except Refused as refusal:
        return _refused(request, purchase_id, refusal)
    messages.success(request, "L’achat est écarté ; l’acheteur en lit le motif.")
    return redirect("programming:study", purchase_id)


@page(act="purchase.take_back")
@require_POST
def take_back(request: Visit, purchase_id: int) -> HttpResponse:
    try:
        actions.take_purchase_back(purchase_id=purchase_id, by=request.actor)
    except Refused as refusal:
        return _refused(request, purchase_id, refusal)
    messages.success(request, "L’achat est de nouveau à étudier.")
    return redirect("programming:study", purchase_id)


def _shown(request: Visit, purchase_id: int, form: AsideForm) -> HttpResponse:
    purchase = queries.purchase_card(purchase_id, seen_by=request.actor)
    mine = purchase.facilitator_id == request.actor.organisation_id
    context = {
        "purchase": purchase,
        "form": form,
        "clause_id": clause_on(purchase_id, seen_by=request.actor),
        "may_decide": mine and purchase.state is PurchaseState.RECEIVED,
        "recent": recent_history("purchase", purchase_id, seen_by=request.actor),
        "may_take_back": mine and purchase.state is PurchaseState.LEFT_ASIDE,
    }
    return render(request, "programming/study/page.html", context)


def _refused(request: Visit, purchase_id: int, refusal: Refused) -> HttpResponse:
    """The sentence, on the page of the purchase if it is theirs; else nothing is said of it."""
    if not queries.purchase_is_seen(purchase_id, by=request.actor):
        raise NotFound(purchase_id)
    messages.error(request, str(refusal))
    return redirect("programming:study", purchase_id)
