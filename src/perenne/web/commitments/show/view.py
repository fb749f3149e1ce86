"""A commitment: what it owes today or on any day, why, and who carries which part of it."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_POST

from perenne.domain.clauses import actions
from perenne.domain.clauses.queries import CommitmentCard, commitment_card
from perenne.domain.clauses.states import CommitmentState
from perenne.domain.history.queries import recent_history
from perenne.domain.procurement.policy import CARRYING_OUT
from perenne.domain.promises.queries import warnings_under
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.rules.wording import Globalisation
from perenne.web.commitments.show.crew import crew_under
from perenne.web.commitments.show.drawing import drawn
from perenne.web.commitments.show.form import DayForm
from perenne.web.commitments.show.lines import lines_of, points_of
from perenne.web.commitments.show.rows import rows_of


@page(act="commitment.view")
def show(request: Visit, commitment_id: int) -> HttpResponse:
    card = commitment_card(commitment_id, seen_by=request.actor)
    today = localdate()
    form = DayForm(request.GET or None)
    asked = form.cleaned_data if form.is_valid() else {}
    day, seen = asked.get("le") or today, asked.get("vu")
    context = {
        "card": card,
        "form": form,
        "day": day,
        "seen": seen,
        "is_today": day == today and seen is None,
        "is_asked": form.is_bound,
        "target": card.target(day, known_on=seen),
        "rows": rows_of(card, request.actor),
        "statement": f"au plus tard le {card.monitoring.statement_day} du mois suivant",
        "is_party": request.actor.role in CARRYING_OUT,
        "recent": recent_history("commitment", commitment_id, seen_by=request.actor),
        "too_much": warnings_under(commitment_id, seen_by=request.actor, on=today),
        **crew_under(request.actor, commitment_id),
        **_in_time(card, today),
        **_acts(request, card, today),
    }
    return render(request, "commitments/show/page.html", context)


@page(act="commitment.split_again")
@require_POST
def split_again(request: Visit, commitment_id: int) -> HttpResponse:
    commitment_card(commitment_id, seen_by=request.actor, act=request.act)
    try:
        actions.split_again(
            commitment_id=commitment_id, by=request.actor, on=localdate(), now=now()
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "La répartition est rouverte : chacun reçoit sa nouvelle part.")
    return redirect("clauses:commitment", commitment_id)


def _in_time(card: CommitmentCard, today: date) -> dict[str, Any]:
    points = points_of(card.facts, today=today)
    return {"drawing": drawn(points, today=today), "lines": lines_of(card.facts, points)}


def _acts(request: Visit, card: CommitmentCard, today: date) -> dict[str, bool]:
    """The buttons: what the policy grants, said of a card that is read already."""
    here = request.actor.organisation_id
    follows, is_open = here == card.facilitator_id, card.state is not CommitmentState.CLOSED
    expected = card.target(today).expected
    return {
        "may_kick_off": follows and card.state is CommitmentState.PENDING,
        "may_split_again": follows and is_open and expected != card.whole.hours,
        "may_consent": is_open
        and card.globalisation is Globalisation.CASE_BY_CASE
        and here in {card.facilitator_id, card.buyer_id},
        "may_close": is_open and here in {card.facilitator_id, card.buyer_id},
    }
