"""Two bilans in one table: what each says, and the difference."""

from __future__ import annotations

from dataclasses import dataclass

from perenne.domain.assessments.queries.bilan_cards import Bilan, Measure
from perenne.domain.assessments.queries.handing import NOTHING, Hidden
from perenne.domain.assessments.queries.measures import Unit
from perenne.rules.french import WIDE
from perenne.web.bilans.telling import Row, Told, percent, said, told_of, written

HUNDRED = 100
MINUS, NONE = "−", "–"


@dataclass(frozen=True, slots=True)
class Beside:
    """The second minus the first, with its sign; "–" where one of them is not told."""

    label: str
    first: str
    second: str
    difference: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A bilan, and what of it is not for this reader."""

    bilan: Bilan
    hidden: Hidden = NOTHING


def figures_beside(first: Seen, second: Seen) -> tuple[Beside, ...]:
    other = {one.code: one for one in second.bilan.measures}
    return tuple(
        Beside(
            label=one.label,
            first=said(one, first.hidden),
            second=said(its, second.hidden),
            difference=NONE
            if {(one.code,)} & (first.hidden | second.hidden)
            else difference(one, its),
        )
        for one in first.bilan.measures
        if (its := other.get(one.code)) is not None
    )


def difference(first: Measure, second: Measure) -> str:
    if first.value is None or second.value is None:
        return NONE
    return signed(second.value - first.value, first.unit)


def signed(change: int, unit: Unit) -> str:
    """« + 12 h », « − 3 points »."""
    if not change:
        return "="
    sign = "+" if change > 0 else MINUS
    if unit is Unit.SHARE:
        points = (abs(change) + HUNDRED // 2) // HUNDRED
        return f"{sign}{WIDE}{points}{WIDE}point{'s' if points > 1 else ''}" if points else "="
    return f"{sign}{WIDE}{written(abs(change), unit)}"


def lines_beside(first: Seen, second: Seen) -> list[tuple[str, tuple[Beside, ...]]]:
    """Parts rather than numbers: two bilans are seldom of the same size. Months are not parts."""
    other = {one.code: one for one in told_of(second.bilan, second.hidden)}
    return [
        (one.label, _lines(one, other[one.code]))
        for one in told_of(first.bilan, first.hidden)
        if one.code in other and one.code != "month"
    ]


def _lines(first: Told, second: Told) -> tuple[Beside, ...]:
    left, right = (
        {row.label: row for row in one.rows if row.part or row.part is None}
        for one in (first, second)
    )
    return tuple(_line(label, left.get(label), right.get(label)) for label in {**left, **right})


def _line(label: str, left: Row | None, right: Row | None) -> Beside:
    before, now = (row.part if row else 0 for row in (left, right))
    change = NONE if before is None or now is None else signed(now - before, Unit.SHARE)
    first, second = (row.share if row else percent(0) for row in (left, right))
    return Beside(label, first, second, change)
