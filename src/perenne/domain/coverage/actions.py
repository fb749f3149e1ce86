"""What one may say of who answers where. The only writers of this app's tables."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q

from perenne.domain.coverage.models import Absence, Coverage, OpeningHours
from perenne.domain.coverage.policy import ABSENCES, BODIES, COVERAGES
from perenne.domain.organisations.models import Kind, Organisation, Seat
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused

TWICE = (
    "Une absence est déjà annoncée à ces dates : annulez-la d’abord, ou choisissez d’autres dates."
)


@dataclass(frozen=True, slots=True)
class Place:
    """One of the three: an INSEE code, the SIREN of an EPCI, the code of a département."""

    commune: str | None = None
    epci: str | None = None
    department: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """No segment is all of them, no buyer any of them; both days belong to the period."""

    segments: tuple[str, ...] = ()
    buyer_id: int | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Leave:
    """`person_id` None: the whole body is away. `until` None: nobody knows yet."""

    since: date
    until: date | None
    backup_id: int | None = None
    person_id: int | None = None


@transaction.atomic
def cover(*, facilitator_id: int, place: Place, by: Actor, limits: Limits | None = None) -> int:
    """Say that a body answers for a place; saying it twice changes nothing."""
    COVERAGES.admit("coverage.cover", by)
    said = limits or Limits()
    _check(said)
    if not _answers(facilitator_id):
        raise Refused("Choisissez un organisme facilitateur, ou la coordination.")
    row, is_new = Coverage.objects.get_or_create(
        facilitator_id=facilitator_id,
        commune_id=place.commune,
        epci_id=place.epci,
        department_code=place.department,
        segments=sorted(said.segments),
        buyer_id=said.buyer_id,
        since=said.since,
        defaults={"until": said.until},
    )
    if is_new:
        record("coverage.cover", row, by=by)
    return row.pk


@transaction.atomic
def amend_coverage(*, coverage_id: int, limits: Limits, by: Actor) -> None:
    """Other segments, another buyer, other days; the place and the body stay."""
    row = COVERAGES.take("coverage.amend", by, coverage_id)
    _check(limits)
    row.segments = sorted(limits.segments)
    row.buyer_id, row.since, row.until = limits.buyer_id, limits.since, limits.until
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as twin:
        if "coverage_is_said_once" not in str(twin):
            raise
        raise Refused("Cet organisme a déjà exactement cette zone.") from twin
    record("coverage.amend", row, by=by)


@transaction.atomic
def end_coverage(*, coverage_id: int, by: Actor, on: date) -> None:
    """The body answers there no more, from this day; what never began is taken away."""
    row = COVERAGES.take("coverage.end", by, coverage_id)
    record("coverage.end", row, by=by, on=on.isoformat(), was=_told(row))
    if row.since and row.since >= on:
        row.delete()
        return
    row.until = min(row.until or on, on - timedelta(days=1))
    row.save()


@transaction.atomic
def announce_absence(*, facilitator_id: int, leave: Leave, by: Actor, today: date) -> int:
    """A body, or one of its people, will be away; who takes over is told with it."""
    own = leave.person_id is not None and leave.person_id == by.person_id
    BODIES.take("absence.announce_own" if own else "absence.announce", by, facilitator_id)
    _check_leave(facilitator_id, leave, today)
    try:
        with transaction.atomic():
            row = Absence.objects.create(
                facilitator_id=facilitator_id,
                person_id=leave.person_id,
                since=leave.since,
                until=leave.until,
                backup_id=leave.backup_id,
            )
    except IntegrityError as twin:
        if "absence_is_announced_once" not in str(twin):
            raise
        raise Refused(TWICE) from twin
    record("absence.announce", row, by=by, **_days(row), facilitator=facilitator_id,
           backup=leave.backup_id, whole_body=leave.person_id is None)  # fmt: skip
    return row.pk


@transaction.atomic
def call_absence_off(*, absence_id: int, by: Actor, today: date) -> None:
    """Back sooner: an absence that began ends yesterday, one to come never was."""
    row = ABSENCES.take("absence.call_off", by, absence_id)
    if row.until and row.until < today:
        raise Refused("Cette absence est déjà terminée.")
    record("absence.call_off", row, by=by, **_days(row), facilitator=row.facilitator_id)
    if row.since >= today:
        row.delete()
        return
    row.until = today - timedelta(days=1)
    row.save()


@transaction.atomic
def say_hours(*, facilitator_id: int, hours: str, by: Actor) -> None:
    """When a body answers, as its public card says it; "" to say nothing."""
    BODIES.take("hours.say", by, facilitator_id)
    said = " ".join(hours.split())
    row = OpeningHours.objects.filter(facilitator_id=facilitator_id).first()
    row = row or OpeningHours(facilitator_id=facilitator_id)
    row.said = said
    row.save()
    record("hours.say", row, by=by)


def _check(limits: Limits) -> None:
    if limits.since and limits.until and limits.until < limits.since:
        raise Refused("Le dernier jour vient avant le premier : corrigez l’une des deux dates.")
    if limits.buyer_id is not None and not Organisation.objects.filter(
        pk=limits.buyer_id, kind=Kind.BUYER
    ):
        raise Refused("Choisissez un acheteur de la liste.")


def _check_leave(facilitator_id: int, leave: Leave, today: date) -> None:
    if leave.until and leave.until < leave.since:
        raise Refused("Le dernier jour vient avant le premier : corrigez l’une des deux dates.")
    if leave.until and leave.until < today:
        raise Refused("Ces dates sont passées : annoncez une absence à venir ou en cours.")
    if leave.person_id is not None and not Seat.objects.filter(
        person_id=leave.person_id, organisation_id=facilitator_id
    ):
        raise Refused("Cette personne ne travaille pas dans cet organisme.")
    if leave.backup_id is not None:
        _check_backup(facilitator_id, leave)


def _check_backup(facilitator_id: int, leave: Leave) -> None:
    if leave.backup_id == facilitator_id or not _answers(leave.backup_id or 0):
        raise Refused("Choisissez pour relais un autre facilitateur, ou la coordination.")
    away = Absence.objects.filter(facilitator_id=leave.backup_id, person=None).filter(
        Q(until=None) | Q(until__gte=leave.since)
    )
    if (away.filter(since__lte=leave.until) if leave.until else away).exists():
        raise Refused(
            "Ce relais est lui-même absent pendant ces dates : choisissez-en un autre, "
            "ou laissez la coordination répartir."
        )


def _answers(organisation_id: int) -> bool:
    kinds = (Kind.FACILITATOR, Kind.COORDINATION)
    return Organisation.objects.filter(pk=organisation_id, kind__in=kinds).exists()


def _told(row: Coverage) -> dict[str, Any]:
    return {
        "facilitator": row.facilitator_id,
        "place": row.commune_id or row.epci_id or row.department_code,
        "segments": row.segments,
        "buyer": row.buyer_id,
        "since": row.since.isoformat() if row.since else "",
        "until": row.until.isoformat() if row.until else "",
    }


def _days(row: Absence) -> dict[str, str]:
    until = row.until.isoformat() if row.until else ""
    return {"since": row.since.isoformat(), "until": until}
