"""One shortfall: its steps in order, what was written at each, what may be done now and by whom."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.compliance.queries import shortfall_card
from perenne.domain.history.queries import recent_history
from perenne.kit.pages import Visit, page
from perenne.web.compliance.show.rows import steps_in


@page(act="shortfall.view")
def show(request: Visit, shortfall_id: int) -> HttpResponse:
    card = shortfall_card(shortfall_id, seen_by=request.actor, on=localdate())
    context = {"card": card, "steps": steps_in(card)}
    if not card.is_party:
        context["recent"] = recent_history("shortfall", shortfall_id, seen_by=request.actor)
    return render(request, "compliance/show/page.html", context)
