"""The link of her own page: printed with its code, sent by mail, or taken back."""

from collections.abc import Callable
from datetime import datetime

import qrcode
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.timezone import now
from qrcode.image.svg import SvgPathFillImage

from perenne.domain.hours.queries.persons import pathway_of
from perenne.domain.participants import actions
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused

MAILED = "Le lien part par courriel. Le lien d’avant n’ouvre plus rien."
TAKEN_BACK = "Le lien est repris : il n’ouvre plus rien."


@page(act="participant.give_link")
def hand(request: Visit, participant_id: int) -> HttpResponse:
    """The sheet is the answer itself: its token is shown this once."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    moment = now()
    card = pathway_of(participant_id, seen_by=request.actor, on=moment.date())
    try:
        token = actions.hand_link(participant_id=participant_id, by=request.actor, now=moment)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("participants:pathway", participant_id)
    address = settings.ADDRESS + reverse("person:own", args=[token])
    context = {
        "card": card,
        "address": address,
        "until": moment + actions.LINK_LIFETIME,
        "code": drawn(address),
    }
    return render(request, "person/link/sheet.html", context)


@page(act="participant.give_link")
def mail(request: Visit, participant_id: int) -> HttpResponse:
    return _done(request, participant_id, MAILED, actions.mail_link)


@page(act="participant.revoke_link")
def revoke(request: Visit, participant_id: int) -> HttpResponse:
    return _done(request, participant_id, TAKEN_BACK, actions.revoke_link, now=now())


def drawn(address: str) -> str:
    """On a white ground, whatever the theme: telephones read black on white."""
    image: bytes = qrcode.make(address, image_factory=SvgPathFillImage).to_string()
    return mark_safe(image.decode())  # noqa: S308 - drawn here, from an address of ours


def _done(
    request: Visit, participant_id: int, done: str, act: Callable[..., None], **said: datetime
) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    pathway_of(participant_id, seen_by=request.actor, on=now().date())
    try:
        act(participant_id=participant_id, by=request.actor, **said)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("participants:pathway", participant_id)
