"""Seats: administrators named and withdrawn, people removed, people who leave.

Everything begins with the lock of the organisation, so that what is read of its administrators
is still true when it is written. The database refuses the last one's leaving by itself.
"""

from django.db import transaction

from perenne.domain.organisations.models import Organisation, Seat
from perenne.domain.organisations.policy import SEATS
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused

LAST = "Un organisme garde toujours un administrateur : nommez d’abord un collègue administrateur."
WHO_NEXT = "Vous êtes le dernier administrateur : choisissez le collègue qui prend la suite."
ALONE = (
    "Vous êtes seul dans cet espace : invitez d’abord un collègue qui prendra la suite, "
    "ou fermez l’espace."
)


@transaction.atomic
def name_admin(*, seat_id: int, by: Actor) -> None:
    seat = _taken("seat.name_admin", seat_id, by)
    _set_admin(seat, True)
    record("seat.name_admin", seat, by=by, organisation=seat.organisation_id)


@transaction.atomic
def withdraw_admin(*, seat_id: int, by: Actor) -> None:
    seat = _taken("seat.withdraw_admin", seat_id, by)
    if not _other_admins(seat):
        raise Refused(LAST)
    _set_admin(seat, False)
    record("seat.withdraw_admin", seat, by=by, organisation=seat.organisation_id)


@transaction.atomic
def remove_seat(*, seat_id: int, by: Actor) -> None:
    """A colleague’s: one’s own is left, with a successor where it takes one."""
    seat = _taken("seat.remove", seat_id, by)
    record("seat.remove", seat, by=by, organisation=seat.organisation_id)
    seat.delete()


@transaction.atomic
def leave(*, seat_id: int, successor_id: int | None = None, by: Actor) -> None:
    """At once. The last administrator names, in the same step, the seat that takes over."""
    seat = _taken("seat.leave", seat_id, by)
    if seat.is_admin and not _other_admins(seat):
        _set_admin(_successor(seat, successor_id), True)
    record("seat.leave", seat, by=by, organisation=seat.organisation_id, successor=successor_id)
    seat.delete()


def _taken(act: str, seat_id: int, by: Actor) -> Seat:
    """The seat, once its organisation is locked: always in this order, so that none deadlocks."""
    of = SEATS.rows(act, by).filter(pk=seat_id).values("organisation_id")
    list(Organisation.objects.select_for_update(no_key=True).filter(pk__in=of))
    return SEATS.take(act, by, seat_id)


def _other_admins(seat: Seat) -> bool:
    admins = Seat.objects.filter(organisation_id=seat.organisation_id, is_admin=True)
    return admins.exclude(pk=seat.pk).exists()


def _successor(seat: Seat, successor_id: int | None) -> Seat:
    others = Seat.objects.filter(organisation_id=seat.organisation_id).exclude(pk=seat.pk)
    if not others.exists():
        raise Refused(ALONE)
    chosen = others.filter(pk=successor_id or 0).first()
    if chosen is None:
        raise Refused(WHO_NEXT)
    return chosen


def _set_admin(seat: Seat, is_admin: bool) -> None:
    seat.is_admin = is_admin
    seat.save(update_fields=["is_admin"])
