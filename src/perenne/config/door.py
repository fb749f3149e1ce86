"""Recognises who enters: the person of the session, in the seat that they chose."""

from collections.abc import Callable
from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from perenne.domain.organisations.queries import actor_in_seat
from perenne.kit.actors import Actor, Role

SEAT = "seat_id"
VISITOR_KEY = "visitor_key"

Answer = Callable[[HttpRequest], HttpResponse]


def door(answer: Answer) -> Answer:
    def enter(request: HttpRequest) -> HttpResponse:
        request.actor = recognised(request)  # type: ignore[attr-defined]
        return answer(request)

    return enter


def recognised(request: HttpRequest) -> Actor:
    key = request.session.get(VISITOR_KEY, "")
    if request.user.is_authenticated and request.user.pk is not None:
        actor = actor_in_seat(person_id=request.user.pk, seat_id=request.session.get(SEAT))
        if actor is not None:
            return replace(actor, visitor_key=key)
    return Actor(Role.VISITOR, visitor_key=key)
