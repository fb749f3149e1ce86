"""Applies a file that was tried, or gives it up."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from perenne.domain.directory.actions import apply_structures, drop_structures
from perenne.domain.directory.queries.imports import import_card
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused

DROPPED = "Le fichier est abandonné : l’annuaire n’a pas changé."


@page(act="directory.apply")
@require_POST
def apply(request: Visit, import_id: int) -> HttpResponse:
    import_card(import_id, seen_by=request.actor)  # NotFound for anybody else
    try:
        apply_structures(import_id=import_id, by=request.actor, now=now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("imports:show", import_id)


@page(act="directory.drop")
@require_POST
def drop(request: Visit, import_id: int) -> HttpResponse:
    import_card(import_id, seen_by=request.actor)  # NotFound for anybody else
    try:
        drop_structures(import_id=import_id, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("imports:show", import_id)
    messages.success(request, DROPPED)
    return redirect("imports:list")
