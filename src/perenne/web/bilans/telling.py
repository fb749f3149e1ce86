"""A bilan as words and drawings: the same for the page, the file and the comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from perenne.domain.assessments.queries.bilan_cards import Bilan, Breakdown, Line, Measure
from perenne.domain.assessments.queries.handing import Hidden
from perenne.domain.assessments.queries.measures import MEASURES, Family, Unit
from perenne.rules.french import NARROW, month_in_full, typeset
from perenne.values import Euros, Hours, Share

HIDDEN, UNKNOWN = "s.", "–"
HIDDEN_NOTE = (
    "s. : secret statistique. La case porte sur moins de 11 personnes, ou permettrait d’en "
    "recalculer une autre."
)
FEW = "Moins de 11 personnes : cette répartition n’est pas diffusée."
TOO_FEW = "Trop peu de personnes d’un côté : la répartition les désignerait."
NOTHING_TOLD = "Rien à répartir sur cette période."
KEY = ("hours_due", "hours_done", "done_share", "persons", "women", "exits_to_work")
"""The first things that a reader looks for."""
ALONE = {"women": "Femmes", "exits_to_work": "Sorties vers l’emploi"}
"""What is called « dont… » in a table, and stands alone in a tile."""
QUANTITY = ("Ce qui est fait", (Family.VOLUME, Family.CONTRACTS))
QUALITY = ("Pour qui, et avec quelle qualité", (Family.PERSONS, Family.QUALITY))
SECTIONS = (
    ("Les heures", "heures", ("month", "segment", "structure", "modality")),
    ("Les personnes", "personnes", ("sex", "age", "public", "qpv", "diploma", "epci")),
    ("Contrats de travail et sorties", "contrats", ("contract_type", "contract_length", "exit")),
)
"""Title, its anchor, the breakdowns that it shows in this order; others go to the last one."""
WHOLE = 10_000


@dataclass(frozen=True, slots=True)
class Figure:
    code: str
    label: str
    value: str
    meaning: str
    source: str
    family: Family


@dataclass(frozen=True, slots=True)
class Row:
    """`part`: of what the table counts first, in basis points; None where it is hidden."""

    label: str
    persons: str
    hours: str
    part: int | None

    @property
    def share(self) -> str:
        return HIDDEN if self.part is None else percent(self.part)


@dataclass(frozen=True, slots=True)
class Told:
    """A breakdown; no row when all of it is hidden."""

    code: str
    label: str
    rows: tuple[Row, ...]
    drawn: tuple[tuple[Line, Row], ...]
    """Those that may be drawn."""
    by_hours: bool
    note: str = ""

    @property
    def counted(self) -> str:
        """What its parts are parts of."""
        return "Heures" if self.by_hours else "Personnes"

    @property
    def hides(self) -> bool:
        return len(self.drawn) < len(self.rows) or not self.rows

    @property
    def is_of_one(self) -> bool:
        """Everybody, or every hour, on one line."""
        return sum(bool(row.part) for row in self.rows) == 1

    @property
    def says(self) -> str:
        """« Hommes : 74 %, femmes : 26 %. »: the three largest that may be told."""
        if not self.rows:
            return self.note or FEW
        largest = sorted((row for _, row in self.drawn), key=lambda it: -(it.part or 0))[:3]
        told = [f"{row.label} : {row.share}" for row in largest if row.part]
        nothing = TOO_FEW if self.hides else NOTHING_TOLD
        said = f"{', '.join(told)}." if told else nothing
        return typeset(f"{said} {self.note}".strip())


def figures_of(bilan: Bilan, hidden: Hidden) -> tuple[Figure, ...]:
    return tuple(
        Figure(one.code, one.label, said(one, hidden), *_defined(one)) for one in bilan.measures
    )


def _defined(measure: Measure) -> tuple[str, str, Family]:
    """What it means today; a bilan frozen long ago may hold a figure that is told no more."""
    known = MEASURES.get(measure.code)
    if known is None:
        return measure.note, "", Family.VOLUME
    return known.meaning, known.source, known.family


def of_families(
    figures: Sequence[Figure], families: Sequence[Family]
) -> tuple[tuple[str, tuple[Figure, ...]], ...]:
    """Each family by its name, with its figures."""
    return tuple(
        (family.label, tuple(one for one in figures if one.family is family)) for family in families
    )


def key_figures(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    by_code = {one.code: one for one in figures}
    found = (by_code[code] for code in KEY if code in by_code)
    return tuple(replace(one, label=ALONE.get(one.code, one.label)) for one in found)


def said(measure: Measure, hidden: Hidden) -> str:
    """« s. » for what is known and not told: to this reader, or to any reader of a file."""
    is_kept = (measure.code,) in hidden or (measure.value is None and measure.note)
    return HIDDEN if is_kept else written(measure.value, measure.unit)


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
    return tuple(_told(one, hidden) for one in bilan.breakdowns if one.lines or one.note)


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
        return Told(breakdown.code, breakdown.label, (), (), by_hours, breakdown.note)
    total = sum(_counted(line, by_hours) for line in breakdown.lines)
    rows = tuple(_row(breakdown.code, line, total, by_hours, hidden) for line in breakdown.lines)
    pairs = zip(breakdown.lines, rows, strict=True)
    drawn = tuple((line, row) for line, row in pairs if row.part is not None)
    return Told(breakdown.code, breakdown.label, rows, drawn, by_hours, breakdown.note)


def _row(code: str, line: Line, total: int, by_hours: bool, hidden: Hidden) -> Row:
    no_persons = (code, line.code, "persons") in hidden
    no_minutes = (code, line.code, "minutes") in hidden
    is_secret = no_minutes if by_hours else no_persons
    counted = _counted(line, by_hours)
    return Row(
        label=label_of(code, line),
        persons=HIDDEN if no_persons else written(line.persons, Unit.PERSONS),
        hours=HIDDEN if no_minutes else written(line.minutes, Unit.HOURS),
        part=None if is_secret else (WHOLE * counted // total if total else 0),
    )


def _counted(line: Line, by_hours: bool) -> int:
    return max(line.minutes, 0) if by_hours else line.persons


def label_of(code: str, line: Line) -> str:
    """« 2026-01 » is « janvier 2026 »."""
    return month_in_full(date.fromisoformat(f"{line.code}-01")) if code == "month" else line.label
