"""What is typed is kept as it is typed, before anything is declared: nobody types it twice.

A draft is no fact yet, and leaves no line in the journal: its declaration does.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.queries.crews import counting_in
from perenne.domain.hours.models import DraftLine, Sheet, Work
from perenne.domain.hours.models.declaring import LONGEST_TYPED
from perenne.domain.hours.policy import SHEETS
from perenne.domain.hours.queries.cards import as_typed
from perenne.kit.actors import Actor
from perenne.kit.refusals import Refused
from perenne.rules.hours import HourKind
from perenne.values import add_months

NOTHING_LAST_MONTH = "Rien n’a été déclaré le mois dernier pour ces personnes : saisissez le mois."
CLOSED = "Ce mois est déjà déclaré : reprenez-le avant de le corriger."
LONGEST_ANSWER = 500


@dataclass(frozen=True, slots=True)
class TypedLine:
    """`typed`: as it was, readable or not. `explained`: answers by the code of their doubt."""

    hiring_id: int
    kind: HourKind
    typed: str
    explained: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def keep_draft(*, statement_id: int, lines: Iterable[TypedLine], by: Actor) -> None:
    """In place of what those lines said; the others stay. What is of nobody here is left out."""
    sheets = _waiting(statement_id, by)
    crew = _crew(sheets)
    DraftLine.objects.bulk_create(
        [
            DraftLine(
                sheet_id=crew[line.hiring_id],
                hiring_id=line.hiring_id,
                kind=line.kind.value,
                typed=line.typed.strip()[:LONGEST_TYPED],
                explained={
                    code: said.strip()[:LONGEST_ANSWER] for code, said in line.explained.items()
                },
            )
            for line in _once(lines)
            if line.hiring_id in crew
        ],
        update_conflicts=True,
        unique_fields=["sheet", "hiring", "kind"],
        update_fields=["typed", "explained"],
    )


@transaction.atomic
def keep_days(
    *, statement_id: int, hiring_id: int, kind: HourKind, days: Mapping[date, int], by: Actor
) -> None:
    """Minutes of each day; they make the total of the line. Without any, the total is typed."""
    crew = _crew(_waiting(statement_id, by))
    if hiring_id not in crew:
        raise Refused(CLOSED)
    total = sum(days.values())
    DraftLine.objects.update_or_create(
        sheet_id=crew[hiring_id],
        hiring_id=hiring_id,
        kind=kind.value,
        defaults={
            "days": {day.isoformat(): minutes for day, minutes in days.items() if minutes},
            "typed": as_typed(total) if total else "",
        },
    )


@transaction.atomic
def copy_last_month(*, statement_id: int, by: Actor) -> int:
    """How many lines were filled with the hours of the month before: those that hold nothing, of
    people who are still there. What was typed stays; days are not copied."""
    sheets = _waiting(statement_id, by)
    crew = _crew(sheets)
    first = next(iter(sheets.values()))
    before = Work.objects.filter(
        sheet__statement__siret=first.statement.siret,
        month=add_months(first.month, -1),
        hiring__in=crew,
        corrects=None,
        moved_from=None,
        net_minutes__gt=0,
    )
    filled = set(
        DraftLine.objects.filter(sheet__in=sheets)
        .exclude(typed="")
        .values_list("hiring_id", "kind")
    )
    own = Work.objects.filter(sheet__in=sheets, moved_from=None)
    filled |= set(own.values_list("hiring_id", "kind"))
    lines = [
        TypedLine(work.hiring_id, HourKind(work.kind), as_typed(work.net_minutes))
        for work in before.order_by("pk")
    ]
    if not lines:
        raise Refused(NOTHING_LAST_MONTH)
    wanted = [line for line in lines if (line.hiring_id, line.kind.value) not in filled]
    keep_draft(statement_id=statement_id, lines=wanted, by=by)
    return len(wanted)


def _waiting(statement_id: int, by: Actor) -> dict[int, Sheet]:
    """The sheets that may still be declared, locked: what is declared meanwhile is not typed."""
    rows = SHEETS.rows("sheet.declare", by).filter(statement_id=statement_id)
    locked = rows.order_by("pk").select_for_update(of=("self",), no_key=True)
    sheets = {row.pk: row for row in locked.select_related("statement")}
    if not sheets:
        raise Refused(CLOSED)
    return sheets


def _crew(sheets: Mapping[int, Sheet]) -> dict[int, int]:
    """Of each hiring whose hours count there, its sheet."""
    by_commitment = {sheet.commitment_id: sheet for sheet in sheets.values()}
    first = next(iter(sheets.values()))
    rows = Hiring.objects.filter(
        counting_in(first.month),
        commitment__in=by_commitment,
        party__siret=first.statement.siret,
    )
    return {pk: by_commitment[of].pk for pk, of in rows.values_list("pk", "commitment_id")}


def _once(lines: Iterable[TypedLine]) -> Iterable[TypedLine]:
    """The last word on each."""
    return {(line.hiring_id, line.kind): line for line in lines}.values()
