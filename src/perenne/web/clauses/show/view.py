"""A clause and its documents: to download, and as text to copy."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.clauses import queries
from perenne.domain.clauses.queries import ClauseCard
from perenne.domain.history.queries import recent_history
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.clauses.calibrate.view import STEPS


@page(act="clause.view")
def show(request: Visit, clause_id: int) -> HttpResponse:
    clause = queries.clause_card(clause_id, seen_by=request.actor)
    context = {
        "clause": clause,
        **_texts(clause),
        "estimate": queries.estimate_of(clause.need, clause.hypotheses, due=clause.hours_due),
        "may_change": request.actor.organisation_id == clause.facilitator_id,
        "labels": STEPS,
        "recent": recent_history("clause", clause_id, seen_by=request.actor),
    }
    return render(request, "clauses/show/page.html", context)


def _texts(clause: ClauseCard) -> dict[str, object]:
    """The pieces of the consultation file, or the sentence that says why there are none."""
    if not clause.is_worded:
        return {"pieces": (), "objection": ""}
    try:
        return {"pieces": queries.pieces_of(clause), "objection": ""}
    except Refused as refusal:
        return {"pieces": (), "objection": str(refusal)}
