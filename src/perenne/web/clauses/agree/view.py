"""A version is submitted by the facilitator, and approved by the buyer: one click each."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.clauses import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.paging import number_in
from perenne.kit.refusals import Refused

SUBMITTED = "La version {} est soumise à l’acheteur. Les termes sont figés jusqu’à sa réponse."


@page(act="clause.submit")
@require_POST
def submit(request: Visit, clause_id: int) -> HttpResponse:
    queries.clause_card(clause_id, seen_by=request.actor)
    try:
        number = actions.submit_clause(clause_id=clause_id, by=request.actor, on=localdate())
        messages.success(request, SUBMITTED.format(number))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("clauses:show", clause_id)


@page(act="clause.approve")
@require_POST
def approve(request: Visit, clause_id: int) -> HttpResponse:
    """`number`: the version that the buyer had before the eyes."""
    queries.clause_card(clause_id, seen_by=request.actor)
    number = number_in(request.POST.get("number", ""))
    try:
        actions.approve_clause(clause_id=clause_id, number=number, by=request.actor, on=localdate())
        messages.success(request, f"La version {number} est validée.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("clauses:show", clause_id)
