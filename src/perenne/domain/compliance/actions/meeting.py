"""A meeting is planned, held, written down, shared; or cancelled, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from perenne.domain.compliance.models import Review, ReviewDecision, ReviewFile
from perenne.domain.compliance.models.reviews import LONGEST_MINUTES, MOST_FILES
from perenne.domain.compliance.policy import DECISIONS, FOLLOWED, REVIEWS
from perenne.domain.compliance.states import PLANNED, REVIEW_LIFE, Attendee, ReviewState
from perenne.kit.actors import Actor
from perenne.kit.files.giving import GivenFile, give
from perenne.kit.files.keeping import forget, store
from perenne.kit.files.receiving import receive
from perenne.kit.files.uses import Use
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import NotFound, Refused

NO_PLACE = "Indiquez le lieu, ou l’adresse de la visioconférence."
TO_COME = "Une réunion tenue l’est au plus tard aujourd’hui : corrigez le jour."
NOBODY_THERE = "Cochez qui était présent."
NOTHING_SAID = "Écrivez le compte rendu avant de le diffuser : il part tel quel à chacun."
TOO_LONG = f"Le compte rendu dépasse {LONGEST_MINUTES} signes : résumez-le, ou joignez un fichier."
WRITTEN_SINCE = (
    "Ce compte rendu a été enregistré ailleurs depuis que vous avez ouvert cette page. Ce que vous "
    "avez tapé est gardé ci-dessous : ouvrez la réunion dans un autre onglet, comparez, puis "
    "enregistrez à nouveau."
)
TOO_MANY_FILES = f"{MOST_FILES} fichiers sont déjà joints, le plus possible : retirez-en un."


@dataclass(frozen=True, slots=True)
class Appointment:
    """`meets_at` is an aware moment."""

    meets_at: datetime
    place: str


@dataclass(frozen=True, slots=True)
class Task:
    """A decision: who does what, and by when if a day was said."""

    who: Attendee
    what: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Minutes:
    """`version`: the one that the writer had read."""

    held_on: date
    attendees: frozenset[Attendee]
    text: str
    decisions: Sequence[Task]
    version: int


@dataclass(frozen=True, slots=True)
class JoinedFile:
    """`declared`: the type that the browser gave, never believed."""

    content: bytes
    name: str
    declared: str = ""


@transaction.atomic
def add_review(*, commitment_id: int, appointment: Appointment, by: Actor) -> int:
    """One more than the calendar asks for; its id. Its people are told by mail."""
    commitment = FOLLOWED.take("review.add", by, commitment_id)
    row = Review(commitment=commitment, state=PLANNED)
    _appoint(row, appointment)
    row.save()
    record("review.add", row, by=by)
    enqueue("compliance.tell_planned", review_id=row.pk)
    return row.pk


@transaction.atomic
def plan_review(*, review_id: int, appointment: Appointment, by: Actor) -> None:
    """For the first time, or on another day; its people are told by mail."""
    row = REVIEWS.take("review.plan", by, review_id)
    row.state = REVIEW_LIFE.after("review.plan", ReviewState(row.state))
    _appoint(row, appointment)
    row.save()
    record("review.plan", row, by=by)
    enqueue("compliance.tell_planned", review_id=row.pk)


@transaction.atomic
def write_minutes(*, review_id: int, minutes: Minutes, by: Actor, on: date) -> int:
    """The version that they make. Nobody else reads them until they are shared."""
    row = REVIEWS.take("review.hold", by, review_id)
    if minutes.version != row.version:
        raise Refused(WRITTEN_SINCE)
    _check(minutes, on)
    row.state = REVIEW_LIFE.after("review.hold", ReviewState(row.state))
    row.held_on, row.minutes = minutes.held_on, minutes.text.strip()
    row.attendees = [one.value for one in Attendee if one in minutes.attendees]
    row.version += 1
    row.save()
    row.decisions.all().delete()
    ReviewDecision.objects.bulk_create(
        ReviewDecision(
            review=row, position=place, who=one.who, what=one.what.strip(), until=one.until
        )
        for place, one in enumerate(minutes.decisions, 1)
    )
    record("review.hold", row, by=by, decisions=len(minutes.decisions))
    return row.version


@transaction.atomic
def share_minutes(*, review_id: int, by: Actor, on: date) -> None:
    """By mail to its people; nothing of them changes afterwards."""
    row = REVIEWS.take("review.share", by, review_id)
    if not row.minutes.strip():
        raise Refused(NOTHING_SAID)
    row.state = REVIEW_LIFE.after("review.share", ReviewState(row.state))
    row.shared_on = on
    row.save()
    record("review.share", row, by=by)
    enqueue("compliance.tell_shared", review_id=row.pk)


@transaction.atomic
def cancel_review(*, review_id: int, reason: str, by: Actor) -> None:
    """Its people are told, if they had been of its day."""
    row = REVIEWS.take("review.cancel", by, review_id)
    was_planned = row.state == PLANNED
    row.state = REVIEW_LIFE.after("review.cancel", ReviewState(row.state))
    row.reason = reason.strip()[:500]
    record("review.cancel", row, by=by, reason=reason)
    row.save()
    if was_planned:
        enqueue("compliance.tell_cancelled", review_id=row.pk)


@transaction.atomic
def tick_decision(*, decision_id: int, is_done: bool, by: Actor, on: date) -> int:
    """Done that day, or not after all; the id of its review."""
    row = DECISIONS.take("review.tick", by, decision_id)
    row.done_on = on if is_done else None
    row.save(update_fields=["done_on"])
    record("review.tick", row.review, by=by, position=row.position, done=is_done)
    return row.review_id


def join_file(*, review_id: int, file: JoinedFile, by: Actor) -> None:
    """Looked at outside of any transaction; Refused, in French, when it is not to be kept."""
    received = receive(file.content, file.name, Use.DOCUMENT, file.declared)
    with transaction.atomic():
        row = REVIEWS.take("review.hold", by, review_id)
        taken = set(row.files.values_list("position", flat=True))
        free = next((n for n in range(1, MOST_FILES + 1) if n not in taken), None)
        if free is None:
            raise Refused(TOO_MANY_FILES)
        ReviewFile.objects.create(review=row, file=store(received), position=free)
        record("review.hold", row, by=by, joined=1)


@transaction.atomic
def take_file_off(*, review_id: int, file_id: UUID, by: Actor) -> None:
    row = REVIEWS.take("review.hold", by, review_id)
    gone, _ = ReviewFile.objects.filter(review=row, file_id=file_id).delete()
    if gone:
        forget(file_id)
        record("review.hold", row, by=by, joined=-1)


def give_review_file(*, review_id: int, file_id: UUID, by: Actor) -> GivenFile:
    """With the minutes: to their writer, then to whoever they were shared with."""
    shared = REVIEWS.rows("review.view", by).filter(state=ReviewState.SHARED)
    seen = shared | REVIEWS.rows("review.hold", by)
    if not ReviewFile.objects.filter(
        review__in=seen.filter(pk=review_id), file_id=file_id
    ).exists():
        raise NotFound(file_id)
    return give(file_id, by=by)


def _appoint(row: Review, appointment: Appointment) -> None:
    if not appointment.place.strip():
        raise Refused(NO_PLACE)
    row.meets_at, row.place = appointment.meets_at, appointment.place.strip()[:300]


def _check(minutes: Minutes, on: date) -> None:
    for is_wrong, sentence in (
        (minutes.held_on > on, TO_COME),
        (not minutes.attendees, NOBODY_THERE),
        (len(minutes.text) > LONGEST_MINUTES, TOO_LONG),
    ):
        if is_wrong:
            raise Refused(sentence)
