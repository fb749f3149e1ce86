"""What a structure has promised, month by month; the facilitator says that they have read it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.promises.actions import note_promises
from perenne.domain.promises.queries import promise_card
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.promises.show.drawing import chart_of


@page(act="promise.view")
def show(request: Visit, structure_id: int) -> HttpResponse:
    card = promise_card(structure_id, seen_by=request.actor, on=localdate())
    return render(request, "promises/show/page.html", {"card": card, "chart": chart_of(card)})


@require_POST
@page(act="promise.note")
def note(request: Visit, structure_id: int) -> HttpResponse:
    try:
        note_promises(structure_id=structure_id, by=request.actor, on=localdate())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("desks:today")
    messages.success(request, "C’est noté : vous serez prévenu si la structure promet davantage.")
    return redirect("promises:show", structure_id)
