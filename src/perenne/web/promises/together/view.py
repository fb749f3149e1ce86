"""Several structures share the hours of a need: their offers are kept together, in one click."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.promises.actions import keep_together
from perenne.domain.sourcing.queries import opening_card
from perenne.kit.pages import Visit, page
from perenne.kit.paging import key_in
from perenne.kit.refusals import Refused

KEPT = "Ces offres sont retenues ensemble : chaque structure est prévenue de sa part."


@page(act="offer.keep")
@require_POST
def together(request: Visit, opening_id: int) -> HttpResponse:
    opening_card(opening_id, seen_by=request.actor)
    offers = {key_in(number) for number in request.POST.getlist("offre")}
    try:
        keep_together(opening_id=opening_id, offers=offers, by=request.actor, on=localdate())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, KEPT)
    return redirect("sourcing:show", opening_id)
