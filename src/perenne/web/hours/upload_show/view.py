"""What a file of hours would write, row by row accounted for; then what it wrote."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.hours.queries.importing import ImportCard, import_card, refused_lines
from perenne.domain.hours.states import ASKING, READING, WRITING, WRITTEN
from perenne.kit.pages import Visit, page
from perenne.kit.paging import number_in
from perenne.web.hours.upload.view import STEPS


@page(act="import.view")
def upload_show(request: Visit, import_id: int) -> HttpResponse:
    card = import_card(import_id, seen_by=request.actor)
    if card.state is ASKING:
        return redirect("hours:upload_columns", import_id)
    if card.state in {READING, WRITING}:
        return _progress(request, card)
    if request.htmx:  # the progress of what has just ended
        return HttpResponse(headers={"HX-Refresh": "true"})
    number = number_in(request.GET.get("page", ""))
    context = {
        "card": card,
        "page": refused_lines(import_id, seen_by=request.actor, page=number),
        "labels": STEPS,
        "step": 3 if card.state is WRITTEN else 2,
    }
    return render(request, "hours/upload_show/page.html", context)


def _progress(request: Visit, card: ImportCard) -> HttpResponse:
    part = "progress.html" if request.htmx else "waiting.html"
    return render(request, f"hours/upload_show/{part}", {"card": card})
