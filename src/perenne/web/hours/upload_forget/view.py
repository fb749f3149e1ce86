"""A file of hours is erased by whoever sent it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from perenne.domain.hours.actions.importing import forget_import
from perenne.domain.hours.queries.importing import import_card
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused

FORGOTTEN = "Le fichier est effacé. Les heures déjà enregistrées restent."


@page(act="import.forget")
@require_POST
def upload_forget(request: Visit, import_id: int) -> HttpResponse:
    import_card(import_id, seen_by=request.actor)  # NotFound for anybody else
    try:
        forget_import(import_id=import_id, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, FORGOTTEN)
    return redirect("hours:upload")
