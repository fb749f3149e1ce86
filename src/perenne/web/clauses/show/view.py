"""A clause: what it waits for, its terms, its texts, its versions, what was said of it."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.clauses import queries
from perenne.domain.clauses.queries import WAITS, ClauseCard
from perenne.domain.history.queries import recent_history
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.clauses.calibrate.view import STEPS
from perenne.web.clauses.comment.form import CommentForm
from perenne.web.clauses.show.tabs import Vue, tabs_of, vue_in
from perenne.web.clauses.show.told import told_terms


@page(act="clause.view")
def show(request: Visit, clause_id: int) -> HttpResponse:
    clause = queries.clause_card(clause_id, seen_by=request.actor)
    may = queries.acts_of([clause_id], seen_by=request.actor)[clause_id]
    threads = queries.threads_of(clause_id, seen_by=request.actor)
    versions = queries.versions_of(clause_id, seen_by=request.actor)
    vue = vue_in(request.GET.get("vue", ""))
    waiting = WAITS[clause.state]
    context = {
        "clause": clause,
        "may": may,
        "waiting": waiting,
        "is_mine": waiting.is_for(request.actor) and bool(may - {"clause.take_away"}),
        "vue": vue.value,
        "tabs": tabs_of(vue, versions, threads),
        "versions": versions,
        "threads": threads,
        "labels": STEPS,
        **_content(vue, clause),
        "recent": recent_history("clause", clause_id, seen_by=request.actor),
    }
    return render(request, "clauses/show/page.html", context)


def _content(vue: Vue, clause: ClauseCard) -> dict[str, object]:
    """What this view alone shows."""
    if vue is Vue.TEXTS:
        return _texts(clause)
    if vue is Vue.COMMENTS:
        return {"form": CommentForm()}
    if vue is Vue.VERSIONS:
        return {}
    estimate = queries.estimate_of(clause.need, clause.hypotheses, due=clause.hours_due)
    excesses = queries.excesses_of(clause)
    return {"estimate": estimate, "terms": told_terms(clause), "excesses": excesses}


def _texts(clause: ClauseCard) -> dict[str, object]:
    """The pieces of the consultation file, or the sentence that says why there are none."""
    if not clause.is_worded:
        return {"pieces": (), "objection": ""}
    try:
        return {"pieces": queries.pieces_of(clause), "objection": ""}
    except Refused as refusal:
        return {"pieces": (), "objection": str(refusal)}
