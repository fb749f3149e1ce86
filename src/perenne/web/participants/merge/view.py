"""Two records of one person become one, on the word of the facilitator."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect

from perenne.domain.participants.actions import merge_participants
from perenne.domain.participants.queries import file_card
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused


@page(act="participant.merge")
def merge(request: Visit, file_id: int, kept_id: int) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    card = file_card(file_id, seen_by=request.actor)
    try:
        merge_participants(dropped_id=card.participant_id, kept_id=kept_id, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Les deux fiches sont réunies. Chacune garde son historique.")
    return redirect("participants:show", file_id)
