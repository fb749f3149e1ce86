"""Erases a draft and its file."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from perenne.domain.programming import actions
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused


@page(act="programme.forget", visitors=True)
@require_POST
def forget(request: Visit, programme_id: UUID) -> HttpResponse:
    try:
        actions.forget_programme(programme_id=programme_id, by=request.actor)
    except Refused as refusal:
        raise NotFound(programme_id) from refusal
    messages.success(request, "Le fichier et ses avis sont effacés.")
    return redirect("programming:receive")
