"""Applies a file that was read."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.procurement.actions.decp_applying import apply_decp
from perenne.domain.procurement.queries.decp_files import decp_file
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.procurement.decp_tabs import for_those_who_follow


@page(act="decp.apply")
@require_POST
def apply(request: Visit, file_id: int) -> HttpResponse:
    for_those_who_follow(request)
    decp_file(file_id, seen_by=request.actor)
    try:
        done = apply_decp(file_id=file_id, by=request.actor, today=localdate())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request,
            f"Fichier appliqué. Marchés créés : {done['created']} ; complétés : "
            f"{done['updated']} ; gardés de côté : {done['kept_aside']}.",
        )
    return redirect("decp:report", file_id)
