"""Recognises who enters: the person of the session, in the seat that they chose."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from perenne.config.watch import stopped
from perenne.domain.organisations.queries import SeatCard, seat_of
from perenne.kit.actors import Actor, Role
from perenne.kit.pages import SEAT, VISITOR_KEY, Visit
from perenne.kit.tenancy import within

Answer = Callable[[HttpRequest], HttpResponse]


def committee(answer: Answer) -> Answer:
    """The name under which the site was asked for says which committee it is for."""

    def enter(request: HttpRequest) -> HttpResponse:
        host = request.META.get("HTTP_HOST", "").rsplit(":", 1)[0].lower()
        with within(settings.COMMITTEE_OF_HOST.get(host, settings.COMMITTEES[0])):
            return answer(request)

    return enter


def door(answer: Answer) -> Answer:
    def enter(request: HttpRequest) -> HttpResponse:
        visit = cast(Visit, request)
        visit.seat = seat_in(visit)
        visit.actor = actor_in(visit, visit.seat)
        return stopped(visit) or answer(visit)

    return enter


def seat_in(request: HttpRequest) -> SeatCard | None:
    if request.user.is_authenticated and request.user.pk is not None:
        return seat_of(person_id=request.user.pk, seat_id=request.session.get(SEAT))
    return None


def actor_in(request: HttpRequest, seat: SeatCard | None) -> Actor:
    """A draft begun before signing in stays with its session: everyone keeps their key.

    The seat is read again at every request: what was lost a moment ago opens nothing.
    """
    key = request.session.get(VISITOR_KEY, "")
    if seat:
        return replace(seat.actor, visitor_key=key)
    return Actor(Role.VISITOR, person_id=request.user.pk, visitor_key=key)
