"""A bilan as words and drawings: the same for the page, the file and the comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from perenne.domain.assessments.queries.bilans import Bilan, Breakdown, Line, Measure, Unit
from perenne.domain.assessments.queries.handing import Hidden
from perenne.rules.french import NARROW
from perenne.values import Euros, Hours, Share
from perenne.web.bilans.meanings import meaning_of

SECRET, UNKNOWN = "s.", "–"
SECRET_NOTE = (
    "s. : secret statistique. La case porte sur moins de 11 personnes, ou permettrait d’en "
    "recalculer une autre."
)
KEY = ("hours_due", "hours_done", "compliance_share", "persons", "women", "exits_to_work")
"""The first things that a reader looks for."""
ABOUT_HOURS = frozenset(
    {
        "hours_due", "hours_done", "hours_globalised_in", "hours_globalised_out", "hours_worked",
        "compliance_share", "commitments", "penalties_cents",
    }
)  # fmt: skip
SECTIONS = (
    ("Les heures", "heures", ("month", "segment", "structure", "epci", "commune", "modality")),
    ("Les personnes", "personnes", ("sex", "age", "qpv", "public", "diploma")),
    ("Contrats et sorties", "sorties", ("contract_type", "contract_length", "exit")),
)
"""Title, its anchor, the breakdowns that it shows in this order; others go to the last one."""
WHOLE = 10_000


@dataclass(frozen=True, slots=True)
class Figure:
    code: str
    label: str
    value: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Row:
    """`part`: of what the table counts first, in basis points; None where it is hidden."""

    label: str
    persons: str
    hours: str
    part: int | None

    @property
    def share(self) -> str:
        return SECRET if self.part is None else percent(self.part)


@dataclass(frozen=True, slots=True)
class Told:
    """A breakdown; no row when all of it is hidden."""

    code: str
    label: str
    rows: tuple[Row, ...]
    lines: tuple[Line, ...]
    """Those that may be drawn."""
    by_hours: bool


def figures_of(bilan: Bilan, hidden: Hidden) -> tuple[Figure, ...]:
    return tuple(
        Figure(one.code, one.label, said(one, hidden), meaning_of(one)) for one in bilan.measures
    )


def key_figures(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    by_code = {one.code: one for one in figures}
    return tuple(by_code[code] for code in KEY if code in by_code)


def said(measure: Measure, hidden: Hidden) -> str:
    return SECRET if (measure.code,) in hidden else written(measure.value, measure.unit)


def written(value: int | None, unit: Unit) -> str:
    if value is None:
        return UNKNOWN
    match unit:
        case Unit.HOURS:
            return str(Hours(value))
        case Unit.SHARE:
            return percent(value)
        case Unit.EUROS:
            return str(Euros(value))
        case _:
            return f"{value:,}".replace(",", NARROW)


def percent(basis_points: int) -> str:
    """To the nearest whole per cent, as a reader remembers it."""
    return str(Share((basis_points + 50) // 100 * 100))


def told_of(bilan: Bilan, hidden: Hidden) -> tuple[Told, ...]:
    return tuple(_told(one, hidden) for one in bilan.breakdowns if one.lines)


def in_sections(tables: Sequence[Told]) -> list[tuple[str, str, list[Told]]]:
    """Each section with its tables, in their order."""
    by_code = {one.code: one for one in tables}
    placed = {code for _, _, codes in SECTIONS for code in codes}
    found = [
        (title, anchor, [by_code[code] for code in codes if code in by_code])
        for title, anchor, codes in SECTIONS
    ]
    found[-1][2].extend(one for one in tables if one.code not in placed)
    return [section for section in found if section[2]]


def _told(breakdown: Breakdown, hidden: Hidden) -> Told:
    by_hours = breakdown.code in SECTIONS[0][2]
    if (breakdown.code, "") in hidden:
        return Told(breakdown.code, breakdown.label, (), (), by_hours)
    total = sum(_counted(line, by_hours) for line in breakdown.lines)
    rows = tuple(_row(breakdown.code, line, total, by_hours, hidden) for line in breakdown.lines)
    drawn = zip(breakdown.lines, rows, strict=True)
    lines = tuple(line for line, row in drawn if row.part is not None)
    return Told(breakdown.code, breakdown.label, rows, lines, by_hours)


def _row(code: str, line: Line, total: int, by_hours: bool, hidden: Hidden) -> Row:
    no_persons = (code, line.code, "persons") in hidden
    no_minutes = (code, line.code, "minutes") in hidden
    is_secret = no_minutes if by_hours else no_persons
    counted = _counted(line, by_hours)
    return Row(
        label=line.label,
        persons=SECRET if no_persons else written(line.persons, Unit.PERSONS),
        hours=SECRET if no_minutes else written(line.minutes, Unit.HOURS),
        part=None if is_secret else (WHOLE * counted // total if total else 0),
    )


def _counted(line: Line, by_hours: bool) -> int:
    return max(line.minutes, 0) if by_hours else line.persons
