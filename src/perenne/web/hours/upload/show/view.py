"""What a file of hours would write, row by row accounted for; writing it; then what it wrote."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.hours.actions.importing import apply_import, forget_import
from perenne.domain.hours.queries.importing import ImportCard, import_card, refused_lines
from perenne.domain.hours.states import ASKING, READING, WRITING, WRITTEN
from perenne.kit.pages import Visit, page
from perenne.kit.paging import number_in
from perenne.kit.refusals import Refused
from perenne.web.hours.upload.view import STEPS

FORGOTTEN = "Le fichier est effacé. Les heures déjà enregistrées restent."


@page(act="import.view")
def show(request: Visit, import_id: int) -> HttpResponse:
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
    return render(request, "hours/upload/show/page.html", context)


def _progress(request: Visit, card: ImportCard) -> HttpResponse:
    part = "progress.html" if request.htmx else "waiting.html"
    return render(request, f"hours/upload/show/{part}", {"card": card})


@page(act="import.apply")
@require_POST
def apply(request: Visit, import_id: int) -> HttpResponse:
    import_card(import_id, seen_by=request.actor)  # NotFound for anybody else
    try:
        apply_import(import_id=import_id, by=request.actor, today=localdate())
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("hours:upload_show", import_id)


@page(act="import.forget")
@require_POST
def forget(request: Visit, import_id: int) -> HttpResponse:
    import_card(import_id, seen_by=request.actor)  # NotFound for anybody else
    try:
        forget_import(import_id=import_id, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, FORGOTTEN)
    return redirect("hours:upload")
