"""Hours validated on the wrong month or contract go where they were worked, with both histories.

A line takes their minutes away where they were; another one, which names it, adds exactly as many
on the right sheet, whether that one is validated already or not. What was counted is taken back
first; on a validated sheet the hours count at once, on another one when it is validated.

Locks in the order of the house: the statement (which may gain its sheet), both sheets, the hiring,
the person, both commitments, then the work.
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Sum

from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.policy import HIRINGS
from perenne.domain.hirings.queries.crews import counting_in
from perenne.domain.hours.actions.correcting import take_back
from perenne.domain.hours.actions.counting import count_at_home, lock_commitments, lock_people
from perenne.domain.hours.actions.opening import open_statement
from perenne.domain.hours.actions.refusing import told
from perenne.domain.hours.models import Sheet, Work
from perenne.domain.hours.policy import WORKS
from perenne.domain.hours.queries.lines import Line, judged
from perenne.domain.hours.states import VALIDATED
from perenne.kit.actors import Actor
from perenne.kit.journal.changes import remember
from perenne.kit.journal.writing import WITHOUT_REASON, record
from perenne.kit.refusals import Refused
from perenne.rules.hours import Severity
from perenne.rules.practice import USUAL, Practice

SHORTEST = 5  # signs, as the journal asks of any reason
TOO_MANY = "Cette ligne ne compte plus autant d’heures : indiquez-en au plus ce qu’il en reste."
HERE = "Ces heures sont déjà là : choisissez un autre mois ou un autre marché."
NOT_HIRED = (
    "La personne n’était pas embauchée pour ce marché ce mois-là, ou sans feu vert : choisissez un "
    "autre mois ou un autre marché."
)
NO_SHEET = "Cet engagement n’avait pas commencé ce mois-là : choisissez un autre mois."


@dataclass(frozen=True, slots=True)
class Destination:
    """Where so many minutes go: the hiring says for which contract, `month` is its first day."""

    hiring_id: int
    month: date
    minutes: int


@transaction.atomic
def move_work(
    *,
    work_id: int,
    to: Destination,
    reason: str,
    by: Actor,
    on: date,
    practice: Practice = USUAL,
) -> int:
    """The number of the sheet that received them."""
    why = reason.strip()[:500]
    if len(why) < SHORTEST:
        raise Refused(WITHOUT_REASON)
    target = _opened(work_id, to, by, on)
    work, there = _taken(work_id, target, to, by)
    minutes = to.minutes
    if not 0 < minutes <= work.net_minutes:
        raise Refused(TOO_MANY)
    _believed(there, to, on, practice)
    remember(work.sheet)
    remember(there)
    with told():
        taken = take_back(work, work.allocated_minutes - (work.net_minutes - minutes), why)
        _write(work, there, to, why)
        validated = [there.pk] if there.state == VALIDATED else []
        counted = count_at_home(validated, on=on, practice=practice)
    record(
        "work.move", work.sheet, by=by, reason=why, moved=minutes, taken_back=taken,
        month=to.month,
    )  # fmt: skip
    record(
        "work.move", there, by=by, reason=why, received=minutes, counted=counted.get(there.pk, 0),
        month=work.month,
    )  # fmt: skip
    return there.pk


def _opened(work_id: int, to: Destination, by: Actor, on: date) -> int:
    """The sheet of that contract and month, which is opened when it was not."""
    work = WORKS.rows("work.move", by).filter(pk=work_id).select_related("sheet__statement").first()
    hirings = HIRINGS.rows("hiring.view", by).filter(pk=to.hiring_id)
    if work is None:
        WORKS.take("work.move", by, work_id)
        raise AssertionError("it was refused above")
    siret = work.sheet.statement.siret
    hiring = hirings.filter(participant=work.participant_id, party__siret=siret).first()
    if hiring is None or not _counts(hiring.pk, to.month):
        raise Refused(NOT_HIRED)
    sheets = Sheet.objects.filter(
        statement__siret=siret,
        month=to.month,
        commitment=hiring.commitment_id,
        facilitator=work.sheet.facilitator_id,
    )
    if not sheets.exists():
        open_statement(siret=siret, month=to.month, by=by, on=on)
    found = sheets.first()
    if found is None:
        raise Refused(NO_SHEET)
    if (found.pk, hiring.pk) == (work.sheet_id, work.hiring_id):
        raise Refused(HERE)
    return found.pk


def _taken(work_id: int, target: int, to: Destination, by: Actor) -> tuple[Work, Sheet]:
    """Read once all is locked: the other sheet may be validated, the line corrected meanwhile."""
    seen = WORKS.rows("work.move", by).filter(pk=work_id)
    wanted = {target, *seen.values_list("sheet", flat=True)}
    sheets = Sheet.objects.select_for_update(no_key=True).filter(pk__in=wanted).order_by("pk")
    by_number = {sheet.pk: sheet for sheet in sheets}
    list(Hiring.objects.select_for_update(no_key=True).filter(pk=to.hiring_id))
    lock_people(set(seen.values_list("participant", flat=True)))
    lock_commitments(sheet.commitment_id for sheet in by_number.values())
    if not _counts(to.hiring_id, to.month):
        raise Refused(NOT_HIRED)
    return WORKS.take("work.move", by, work_id), by_number[target]


def _believed(there: Sheet, to: Destination, on: date, practice: Practice) -> None:
    """The reason of the move answers what asks for an explanation, and opens no closed door."""
    rows = there.works.filter(hiring=to.hiring_id, corrects=None)
    known = int(rows.aggregate(all=Sum("net_minutes", default=0))["all"])
    hiring = Hiring.objects.select_related("participant").get(pk=to.hiring_id)
    line = Line(hiring.pk, known + to.minutes)
    (one,) = judged(there, [line], {hiring.pk: hiring}, on=on, practice=practice)
    closed = [doubt for doubt in one.doubts if doubt.severity is Severity.BLOCK]
    if closed:
        raise Refused(closed[0].question)


def _counts(hiring_id: int, month: date) -> bool:
    return Hiring.objects.filter(counting_in(month), pk=hiring_id).exists()


def _write(work: Work, there: Sheet, to: Destination, why: str) -> None:
    """Without days: those of the line stay where they were said."""
    said = {"participant_id": work.participant_id, "kind": work.kind, "reason": why}
    gone = Work.objects.create(
        sheet_id=work.sheet_id, hiring_id=work.hiring_id, month=work.month, corrects=work,
        minutes=-to.minutes, **said,
    )  # fmt: skip
    Work.objects.create(
        sheet=there, hiring_id=to.hiring_id, month=to.month, moved_from=gone, minutes=to.minutes,
        **said,
    )  # fmt: skip
