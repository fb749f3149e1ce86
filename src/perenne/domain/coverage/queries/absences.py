"""Who is away and who takes over, told to those whom it concerns."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from perenne.domain.coverage.models import Absence
from perenne.domain.coverage.policy import ABSENCES, BODIES
from perenne.domain.coverage.queries.areas import BodyCard, bodies
from perenne.domain.coverage.queries.telling import day, span
from perenne.domain.organisations.models import Organisation
from perenne.kit.actors import Actor, Role
from perenne.kit.refusals import NotFound

SOON = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class AbsenceCard:
    id: int
    body: str
    person: str
    """"" for the whole body."""
    since: date
    until: date | None
    backup: str
    is_current: bool
    is_mine_to_replace: bool
    may_call_off: bool

    @property
    def when(self) -> str:
        return span(self.since, self.until) if self.until else f"à partir du {day(self.since)}"

    @property
    def who(self) -> str:
        return f"{self.person} ({self.body})" if self.person else self.body

    @property
    def takes_over(self) -> str:
        next_one = self.backup or "la zone suivante, sinon la coordination"
        return f"ses collègues présents, sinon {next_one}" if self.person else next_one


@dataclass(frozen=True, slots=True)
class BackupChoice:
    """The body for which an absence is announced, and whether its whole may be said away."""

    id: int
    name: str
    may_whole: bool
    may_own: bool


def absences_seen_by(actor: Actor, *, on: date) -> tuple[AbsenceCard, ...]:
    """Current ones and those to come; two queries."""
    off = set(ABSENCES.rows("absence.call_off", actor).values_list("pk", flat=True))
    rows = (
        ABSENCES.rows("absence.view", actor)
        .filter(Q(until=None) | Q(until__gte=on))
        .select_related("facilitator", "person", "backup")
        .order_by("since", "pk")
    )
    return tuple(_card(row, actor, on, off) for row in rows)


def absences_to_know(actor: Actor, *, on: date) -> tuple[AbsenceCard, ...]:
    """For a desk: what begins within a month and a half; nothing for who answers for no place."""
    if actor.role not in {Role.FACILITATOR, Role.COORDINATION}:
        return ()
    rows = (
        ABSENCES.rows("absence.view", actor)
        .filter(Q(until=None) | Q(until__gte=on), since__lte=on + SOON)
        .select_related("facilitator", "person", "backup")
        .order_by("since", "pk")
    )
    return tuple(_card(row, actor, on, set()) for row in rows)


def body_to_announce_for(body_id: int, *, seen_by: Actor) -> BackupChoice:
    row = Organisation.objects.filter(pk=body_id).first()
    whole = BODIES.allows("absence.announce", seen_by, body_id)
    own = BODIES.allows("absence.announce_own", seen_by, body_id)
    if row is None or not (whole or own):
        raise NotFound(body_id)
    return BackupChoice(row.pk, row.name, whole, own)


def absence_to_call_off(absence_id: int, *, by: Actor) -> None:
    """NotFound for who does not even see it."""
    if not ABSENCES.allows("absence.view", by, absence_id):
        raise NotFound(absence_id)


def backups_for(body_id: int) -> tuple[BodyCard, ...]:
    return tuple(body for body in bodies() if body.id != body_id)


def _card(row: Absence, actor: Actor, on: date, off: set[int]) -> AbsenceCard:
    return AbsenceCard(
        id=row.pk,
        body=row.facilitator.name,
        person=row.person.full_name if row.person else "",
        since=row.since,
        until=row.until,
        backup=row.backup.name if row.backup else "",
        is_current=row.since <= on,
        is_mine_to_replace=row.backup_id is not None and row.backup_id == actor.organisation_id,
        may_call_off=row.pk in off,
    )
