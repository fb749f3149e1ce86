"""A consultation, its days and its lots, with what may be done to each."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.history.queries import recent_history
from perenne.domain.procurement import queries
from perenne.kit.pages import Visit, page


@page(act="consultation.view")
def consultation(request: Visit, consultation_id: int) -> HttpResponse:
    card = queries.consultation_card(consultation_id, seen_by=request.actor, on=localdate())
    context = {
        "consultation": card,
        "recent": recent_history("consultation", consultation_id, seen_by=request.actor),
    }
    return render(request, "procurement/consultation/page.html", context)
