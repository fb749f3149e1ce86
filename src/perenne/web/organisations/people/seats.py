"""The buttons beside a colleague."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from perenne.domain.organisations import actions
from perenne.domain.organisations.queries import organisation_of_seat
from perenne.kit.pages import Visit, page
from perenne.web.organisations.acts import told


@page(act="seat.name_admin")
@require_POST
def name_admin(request: Visit, seat_id: int) -> HttpResponse:
    return _done(request, seat_id, actions.name_admin, "C’est un administrateur de plus.")


@page(act="seat.withdraw_admin")
@require_POST
def withdraw_admin(request: Visit, seat_id: int) -> HttpResponse:
    return _done(request, seat_id, actions.withdraw_admin, "Ce n’est plus un administrateur.")


@page(act="seat.remove")
@require_POST
def remove(request: Visit, seat_id: int) -> HttpResponse:
    return _done(request, seat_id, actions.remove_seat, "Cette personne n’a plus accès à l’espace.")


def _done(request: Visit, seat_id: int, act: Callable[..., None], said: str) -> HttpResponse:
    here = organisation_of_seat(seat_id, seen_by=request.actor, act=request.act)
    told(request, lambda: act(seat_id=seat_id, by=request.actor), said)
    own = here == request.actor.organisation_id
    return redirect("organisations:people" if own else "organisations:show", here)
