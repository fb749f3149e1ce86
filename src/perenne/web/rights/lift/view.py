"""Ends a limitation: the account opens again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.rights import actions
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused


@page(act="request.lift")
@require_POST
def lift(request: Visit, request_id: int) -> HttpResponse:
    try:
        actions.lift_limitation(request_id=request_id, by=request.actor, today=localdate())
    except Refused as refusal:
        raise NotFound(request_id) from refusal
    messages.success(request, "Le gel est levé : la personne peut se connecter de nouveau.")
    return redirect("rights:show", request_id)
