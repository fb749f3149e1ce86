"""The pace of one commitment: where it stands, where it goes, what would catch it up."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.clauses.queries.commitments import may_schedule
from perenne.domain.compliance import actions
from perenne.domain.compliance.queries import pace_card
from perenne.domain.procurement.policy import CARRYING_OUT, FOLLOWING
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.pace.show.drawing import chart_of
from perenne.web.pace.tones import TONES


@page(act="pace.view")
def show(request: Visit, commitment_id: int) -> HttpResponse:
    today = localdate()
    card = pace_card(commitment_id, seen_by=request.actor, on=today)
    context = {
        "card": card,
        "row": card.row,
        "pace": card.row.pace,
        "tone": TONES[card.row.level],
        "chart": chart_of(card, today),
        "is_party": request.actor.role in CARRYING_OUT,
        "follows": request.actor.role in FOLLOWING,
        "may_schedule": may_schedule(commitment_id, seen_by=request.actor),
    }
    return render(request, "pace/show/page.html", context)


@require_POST
@page(act="alert.look")
def look(request: Visit, alert_id: int) -> HttpResponse:
    try:
        commitment = actions.look_at_alert(alert_id=alert_id, by=request.actor, on=localdate())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("pace:list")
    messages.success(request, "C’est noté : l’alerte ne vous attend plus au bureau.")
    return redirect("pace:show", commitment)
