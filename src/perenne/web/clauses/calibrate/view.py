"""The page on which a facilitator sets the volume of a clause, and sees what it means."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.clauses import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.clauses.calibrate.form import CalibrationForm, as_kept
from perenne.web.clauses.calibrate.territory import local_offer_for

STEPS = ("Calibrer", "Choisir le fondement", "Télécharger les documents")


@page(act="clause.calibrate")
def calibrate(request: Visit, clause_id: int) -> HttpResponse:
    clause = queries.clause_card(clause_id, seen_by=request.actor, act=request.act)
    form = CalibrationForm(request.POST or None, initial=as_kept(clause))
    if form.is_valid():
        try:
            actions.calibrate_clause(
                clause_id=clause_id,
                hypotheses=form.hypotheses(),
                volume=form.volume(),
                by=request.actor,
                on=localdate(),
                seen=form.cleaned_data["seen"],
            )
        except (Refused, ValueError) as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("clauses:word", clause_id)
    estimate = queries.estimate_of(clause.need, clause.hypotheses)
    context = {
        "clause": clause,
        "form": form,
        "estimate": estimate,
        "local": local_offer_for(clause, clause.hypotheses, estimate.due, localdate()),
        "labels": STEPS,
    }
    return render(request, "clauses/calibrate/page.html", context)


@page(act="clause.calibrate")
def estimate(request: Visit, clause_id: int) -> HttpResponse:
    """The result of hypotheses being typed; nothing is kept."""
    clause = queries.clause_card(clause_id, seen_by=request.actor, act=request.act)
    form = CalibrationForm(request.GET)
    context: dict[str, object] = {"estimate": None}
    if form.is_valid():
        given, due = form.hypotheses(), form.cleaned_data["hours_due"]
        found = queries.estimate_of(clause.need, given, due=due)
        local = local_offer_for(clause, given, found.due, localdate())
        context = {"estimate": found, "local": local}
    return render(request, "clauses/calibrate/result.html", context)
