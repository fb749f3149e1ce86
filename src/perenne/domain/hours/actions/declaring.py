"""A company says what was worked; it may take it back until it is validated.

Locks, in this order: the sheets, the hirings, the people. All of those of a month are taken before
anything is written, however many sheets it has. The people, because what they work in a day and in
a month is counted over all employers: two companies that declare the same person wait.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.queries.crews import counting_in
from perenne.domain.hours.actions.counting import lock_people
from perenne.domain.hours.actions.doubting import (
    Fault,
    LinesRefused,
    doubtful_in,
    impossible_in,
)
from perenne.domain.hours.actions.refusing import told
from perenne.domain.hours.models import Sheet, Work, WorkDay
from perenne.domain.hours.policy import SHEETS
from perenne.domain.hours.queries.lines import Line
from perenne.domain.hours.states import SHEET_LIFE, SheetState
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.practice import USUAL, Practice

NO_LINE = "Aucune heure n’est saisie : saisissez-en, ou déclarez qu’il n’y en a pas ce mois-ci."
NOTHING_TO_DECLARE = "Tout est déjà déclaré pour ce mois : rechargez la page."


@transaction.atomic
def declare_sheet(
    *,
    sheet_id: int,
    lines: Sequence[Line],
    by: Actor,
    now: datetime,
    practice: Practice = USUAL,
) -> None:
    """All the hours of the month for this commitment, in place of what was said before."""
    _declare({sheet_id: lines}, by, now, practice)


@transaction.atomic
def declare_month(
    *,
    statement_id: int,
    lines: Mapping[int, Sequence[Line]],
    by: Actor,
    now: datetime,
    practice: Practice = USUAL,
) -> None:
    """All the sheets of the statement that wait, or none of them. `lines` by sheet; a sheet for
    which nobody works that month is declared without an hour."""
    waiting = SHEETS.rows("sheet.declare", by).filter(statement_id=statement_id)
    said = {pk: lines.get(pk, ()) for pk in waiting.order_by("pk").values_list("pk", flat=True)}
    if not said:
        raise Refused(NOTHING_TO_DECLARE)
    _declare(said, by, now, practice, may_be_nil=True)


@transaction.atomic
def declare_nothing(*, sheet_id: int, by: Actor, now: datetime) -> None:
    """Nobody worked for this commitment in that month."""
    _declare_nil([sheet_id], by, now)


@transaction.atomic
def declare_nothing_at_all(*, statement_id: int, by: Actor, now: datetime) -> None:
    """Nobody worked for any of the commitments whose sheet waits."""
    waiting = SHEETS.rows("sheet.declare", by).filter(statement_id=statement_id)
    sheets = list(waiting.order_by("pk").values_list("pk", flat=True))
    if not sheets:
        raise Refused(NOTHING_TO_DECLARE)
    _declare_nil(sheets, by, now)


@transaction.atomic
def take_sheet_back(*, sheet_id: int, by: Actor) -> None:
    """Its lines stay, to be corrected and declared again."""
    sheet = SHEETS.take("sheet.take_back", by, sheet_id)
    sheet.state = SHEET_LIFE.after("sheet.take_back", SheetState(sheet.state))
    sheet.save()
    record("sheet.take_back", sheet, by=by)


def _declare(
    said: Mapping[int, Sequence[Line]],
    by: Actor,
    now: datetime,
    practice: Practice,
    *,
    may_be_nil: bool = False,
) -> None:
    """Every fault of every sheet is told at once, and nothing is written when there is one.

    All are emptied, then judged and written one by one: the last one that a person is on is judged
    in the light of the others, whatever was said of them before.
    """
    sheets = [SHEETS.take("sheet.declare", by, pk) for pk in sorted(said)]
    hirings = _crew({line.hiring_id for lines in said.values() for line in lines})
    _lock_people(sheets, hirings.values())
    for sheet in sheets:
        _empty(sheet)
    on, faults = localdate(now), list[Fault]()
    for sheet in sheets:
        lines = sorted(said[sheet.pk], key=_order(hirings))
        if not lines and (not may_be_nil or counting(sheet).exists()):
            faults.append(Fault(sheet.pk, NO_LINE, about=sheet.commitment.contract.object))
        else:
            faults += _written(sheet, lines, hirings, on, practice)
    if faults:
        raise LinesRefused(faults)
    for sheet in sheets:
        _declared(sheet, by, now, said[sheet.pk])


def _written(
    sheet: Sheet,
    lines: Sequence[Line],
    hirings: Mapping[int, Hiring],
    on: date,
    practice: Practice,
) -> list[Fault]:
    """What is wrong with them; whoever calls undoes what was written then."""
    wrong = impossible_in(sheet, lines, hirings)
    if wrong:
        return wrong
    doubtful, explained = doubtful_in(sheet, lines, hirings, on, practice)
    if any(fault.code is None for fault in doubtful):
        return doubtful
    try:
        with told():
            _write(sheet, lines, hirings, explained)
    except Refused as refusal:
        return doubtful or [Fault(sheet.pk, str(refusal))]
    return doubtful


def _declare_nil(sheet_ids: Sequence[int], by: Actor, now: datetime) -> None:
    sheets = [SHEETS.take("sheet.declare", by, pk) for pk in sorted(sheet_ids)]
    _lock_people(sheets, ())
    for sheet in sheets:
        _empty(sheet)
        _declared(sheet, by, now, ())


def counting(sheet: Sheet) -> "QuerySet[Hiring, Any]":
    """Those whose hours count on this sheet."""
    return Hiring.objects.filter(
        counting_in(sheet.month),
        commitment_id=sheet.commitment_id,
        party__siret=sheet.statement.siret,
    )


def _crew(wanted: set[int]) -> dict[int, Hiring]:
    """Locked: an end of hiring waits."""
    rows = Hiring.objects.filter(pk__in=wanted).select_related("participant", "party")
    locked = rows.order_by("pk").select_for_update(of=("self",), no_key=True)
    return {row.pk: row for row in locked}


def _lock_people(sheets: Iterable[Sheet], hirings: Iterable[Hiring]) -> None:
    """Those who were on these sheets, and those who are to be."""
    before = Work.objects.filter(sheet__in=[sheet.pk for sheet in sheets])
    people = {*before.values_list("participant_id", flat=True)}
    people |= {row.participant_id for row in hirings}
    lock_people(people)


def _empty(sheet: Sheet) -> None:
    """Its people are locked: what triggers count of them waits for nobody. What was moved there is
    not the company's."""
    sheet.works.filter(moved_from=None).delete()


def _order(hirings: Mapping[int, Hiring]) -> Callable[[Line], tuple[int, int]]:
    """Person by person; those that nobody knows are refused before they are written."""
    people = {pk: hiring.participant_id for pk, hiring in hirings.items()}
    return lambda line: (people.get(line.hiring_id, 0), line.hiring_id)


def _write(
    sheet: Sheet,
    lines: Sequence[Line],
    hirings: Mapping[int, Hiring],
    explanations: Mapping[int, str],
) -> None:
    works = [
        Work(
            sheet=sheet,
            hiring=hirings[line.hiring_id],
            participant_id=hirings[line.hiring_id].participant_id,
            month=sheet.month,
            kind=line.kind,
            minutes=line.minutes,
            reason=explanations[line.hiring_id],
        )
        for line in lines
    ]
    Work.objects.bulk_create(works)
    WorkDay.objects.bulk_create(
        WorkDay(work=work, participant_id=work.participant_id, day=day, minutes=minutes)
        for work, line in zip(works, lines, strict=True)
        for day, minutes in sorted(line.days.items())
    )


def _declared(sheet: Sheet, by: Actor, now: datetime, lines: Sequence[Line]) -> None:
    """What was typed is what is declared: the draft goes. A month declared without an hour keeps
    it, in case that was not meant."""
    sheet.state = SHEET_LIFE.after("sheet.declare", SheetState(sheet.state))
    sheet.is_nil, sheet.declared_at, sheet.reason = not lines, now, ""
    sheet.save()
    if lines:
        sheet.drafts.all().delete()
    total = sum(line.minutes for line in lines)
    by_link = bool(by.visitor_key)
    record("sheet.declare", sheet, by=by, minutes=total, lines=len(lines), by_link=by_link)
