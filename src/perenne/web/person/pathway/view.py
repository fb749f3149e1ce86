"""The pathway of a person, month by month: jobs, hours, what is left of the right, what is next."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.hours.queries.persons import pathway_of
from perenne.kit.pages import Visit, page
from perenne.web.person.pathway.drawing import drawn, month_rows


@page(act="pathway.view")
def pathway(request: Visit, participant_id: int) -> HttpResponse:
    on = localdate()
    card = pathway_of(participant_id, seen_by=request.actor, on=on)
    context = {
        "card": card,
        "drawing": drawn(card, on),
        "rows": month_rows(card, on) if card.jobs else (),
        "exits": [(one, one.due(on)) for one in card.exits],
    }
    return render(request, "person/pathway/page.html", context)
