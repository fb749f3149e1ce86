"""A company says what was worked; it may take it back until it is validated.

Locks, in this order: the sheet, the hirings, the people. The people, because what they work in a
day and in a month is counted over all employers: two companies that declare the same person wait.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.queries.crews import counted_days, counting_in
from perenne.domain.hours.actions.counting import lock_people
from perenne.domain.hours.actions.refusing import told
from perenne.domain.hours.models import Sheet, Work, WorkDay
from perenne.domain.hours.policy import SHEETS
from perenne.domain.hours.queries.lines import Line, judged, lines_of
from perenne.domain.hours.states import SHEET_LIFE, SheetState
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.french import in_full
from perenne.rules.practice import USUAL, Practice
from perenne.values import add_months

NO_LINE = "Aucune heure n’est saisie : saisissez-en, ou déclarez qu’il n’y en a pas ce mois-ci."
TWICE = "La même personne figure deux fois pour la même nature d’heures : réunissez les lignes."
NOT_OF_THE_CREW = (
    "Une embauche n’est pas de cet engagement, ou ses heures ne comptent pas encore ce mois-ci : "
    "retirez la ligne, ou demandez le feu vert au facilitateur."
)
OTHER_TOTAL = "{} : les jours ne font pas le total du mois, corrigez l’un ou l’autre."
OUTSIDE = "{} : le {} n’est pas un jour dont les heures comptent, corrigez-le."
NOTHING_LAST_MONTH = "Rien n’a été déclaré le mois dernier pour cet engagement : saisissez le mois."


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
    sheet = SHEETS.take("sheet.declare", by, sheet_id)
    if not lines:
        raise Refused(NO_LINE)
    if len({(line.hiring_id, line.kind) for line in lines}) < len(lines):
        raise Refused(TWICE)
    hirings = _crew(sheet, {line.hiring_id for line in lines})
    explanations = {}
    for line in lines:
        _check(line, hirings[line.hiring_id], sheet.month)
    for one in judged(sheet, lines, hirings, on=localdate(now), practice=practice):
        if one.objection:
            raise Refused(f"{one.hiring.participant.code} : {one.objection}")
        explanations[one.hiring.pk] = one.explanation
    with told():
        _empty(sheet)
        _write(sheet, sorted(lines, key=_order(hirings)), hirings, explanations)
    _declared(sheet, by, now, is_nil=False, lines=lines)


@transaction.atomic
def declare_nothing(*, sheet_id: int, by: Actor, now: datetime) -> None:
    """Nobody worked for this commitment in that month."""
    sheet = SHEETS.take("sheet.declare", by, sheet_id)
    lock_people(set(sheet.works.values_list("participant_id", flat=True)))
    _empty(sheet)
    _declared(sheet, by, now, is_nil=True, lines=())


@transaction.atomic
def copy_last_month(*, sheet_id: int, by: Actor, now: datetime, practice: Practice = USUAL) -> None:
    """The hours of the month before, for those who are still there, without their days."""
    sheet = SHEETS.take("sheet.declare", by, sheet_id)
    before = Sheet.objects.filter(
        statement__siret=sheet.statement.siret,
        commitment_id=sheet.commitment_id,
        month=add_months(sheet.month, -1),
    ).first()
    there = set(_counting(sheet).values_list("pk", flat=True))
    lines = [line for line in (lines_of(before) if before else ()) if line.hiring_id in there]
    if not lines:
        raise Refused(NOTHING_LAST_MONTH)
    declare_sheet(sheet_id=sheet_id, lines=lines, by=by, now=now, practice=practice)


@transaction.atomic
def take_sheet_back(*, sheet_id: int, by: Actor) -> None:
    """Its lines stay, to be corrected and declared again."""
    sheet = SHEETS.take("sheet.take_back", by, sheet_id)
    sheet.state = SHEET_LIFE.after("sheet.take_back", SheetState(sheet.state))
    sheet.save()
    record("sheet.take_back", sheet, by=by)


def _counting(sheet: Sheet) -> "QuerySet[Hiring, Any]":
    return Hiring.objects.filter(
        counting_in(sheet.month),
        commitment_id=sheet.commitment_id,
        party__siret=sheet.statement.siret,
    )


def _crew(sheet: Sheet, wanted: set[int]) -> dict[int, Hiring]:
    """Locked, with their people: an end of hiring and another declaration wait."""
    rows = _counting(sheet).filter(pk__in=wanted).select_related("participant").order_by("pk")
    hirings = {row.pk: row for row in rows.select_for_update(of=("self",), no_key=True)}
    if set(hirings) != wanted:
        raise Refused(NOT_OF_THE_CREW)
    before = sheet.works.values_list("participant_id", flat=True)
    lock_people({*before, *(row.participant_id for row in hirings.values())})
    return hirings


def _check(line: Line, hiring: Hiring, month: date) -> None:
    code, days = hiring.participant.code, counted_days(hiring, month)
    if line.minutes <= 0 or any(minutes <= 0 for minutes in line.days.values()):
        raise Refused(f"{code} : indiquez une durée d’une minute au moins, ou retirez la ligne.")
    if days.end <= days.start:
        raise Refused(NOT_OF_THE_CREW)
    if line.days and sum(line.days.values()) != line.minutes:
        raise Refused(OTHER_TOTAL.format(code))
    for day in sorted(line.days):
        if day not in days:
            raise Refused(OUTSIDE.format(code, in_full(day)))


def _empty(sheet: Sheet) -> None:
    """Its people are locked: what triggers count of them waits for nobody. What was moved there is
    not the company's."""
    sheet.works.filter(moved_from=None).delete()


def _order(hirings: dict[int, Hiring]) -> Callable[[Line], tuple[int, int]]:
    return lambda line: (hirings[line.hiring_id].participant_id, line.hiring_id)


def _write(
    sheet: Sheet,
    lines: Sequence[Line],
    hirings: dict[int, Hiring],
    explanations: dict[int, str],
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


def _declared(
    sheet: Sheet, by: Actor, now: datetime, *, is_nil: bool, lines: Sequence[Line]
) -> None:
    sheet.state = SHEET_LIFE.after("sheet.declare", SheetState(sheet.state))
    sheet.is_nil, sheet.declared_at, sheet.reason = is_nil, now, ""
    sheet.save()
    total = sum(line.minutes for line in lines)
    record("sheet.declare", sheet, by=by, minutes=total, lines=len(lines))
