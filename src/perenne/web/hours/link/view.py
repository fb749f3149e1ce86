"""The link of the mail: the statement of a company, without an account. Reading changes nothing."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now

from perenne.domain.hours import actions
from perenne.domain.hours.queries import Door, link_behind
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.hours.days.acting import days_shown
from perenne.web.hours.statement.acting import nothing_declared, shown, taken_back
from perenne.web.hours.way import with_link

SENT = "Un nouveau lien vient de partir à la même adresse. Celui-ci n’ouvre plus rien."
GONE = "Le lien est retiré : plus rien ne s’ouvre avec lui, et cette adresse n’est plus sollicitée."


@page(act="sheet.declare", visitors=True)
def by_link(request: Visit, token: str) -> HttpResponse:
    found = link_behind(token, now=now())
    if found.door is not Door.OPEN:
        return _closed(request, token, found.door)
    return shown(request, with_link(token, found.statement_id))


@page(act="sheet.declare", visitors=True)
def nothing_by_link(request: Visit, token: str) -> HttpResponse:
    found = link_behind(token, now=now())
    if found.door is not Door.OPEN:
        return _closed(request, token, found.door)
    return nothing_declared(request, with_link(token, found.statement_id))


@page(act="sheet.take_back", visitors=True)
def take_back_by_link(request: Visit, token: str) -> HttpResponse:
    found = link_behind(token, now=now())
    if found.door is not Door.OPEN:
        return _closed(request, token, found.door)
    return taken_back(request, with_link(token, found.statement_id))


@page(act="sheet.declare", visitors=True)
def days_by_link(request: Visit, token: str, hiring_id: int, kind: str) -> HttpResponse:
    found = link_behind(token, now=now())
    if found.door is not Door.OPEN:
        return _closed(request, token, found.door)
    return days_shown(request, with_link(token, found.statement_id), hiring_id, kind)


@page(act="statement.view", visitors=True)
def renew(request: Visit, token: str) -> HttpResponse:
    """A link that is late sends a new one where it was sent itself."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        actions.renew_link(token=token, by=request.actor, today=localdate(), now=now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, SENT)
    return redirect("hours:by_link", token)


@page(act="statement.view", visitors=True)
def revoke(request: Visit, token: str) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        actions.revoke_link(token=token, by=request.actor, now=now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, GONE)
    return redirect("hours:by_link", token)


def _closed(request: Visit, token: str, door: Door) -> HttpResponse:
    """It says why, and nothing of anybody."""
    context = {"door": door, "token": token, "may_renew": door is Door.EXPIRED,
               "has_space": door is Door.OF_A_SPACE}  # fmt: skip
    status = 404 if door is Door.UNKNOWN else 200
    return render(request, "hours/link/page.html", context, status=status)
