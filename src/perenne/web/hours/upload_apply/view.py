"""What was checked is written on the sheets."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.hours.actions.importing import apply_import
from perenne.domain.hours.queries.importing import import_card
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused


@page(act="import.apply")
@require_POST
def upload_apply(request: Visit, import_id: int) -> HttpResponse:
    import_card(import_id, seen_by=request.actor)  # NotFound for anybody else
    try:
        apply_import(import_id=import_id, by=request.actor, today=localdate())
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("hours:upload_show", import_id)
