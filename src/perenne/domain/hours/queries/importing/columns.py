"""Which column of a timesheet says what, whatever its names, its order and its layout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from itertools import pairwise

from perenne.domain.hours.queries.importing.moments import month_in
from perenne.kit.french import Precision, read_moment
from perenne.kit.french.aliases import key, keys_of
from perenne.kit.french.hours import HourUnit, unit_of
from perenne.kit.sheets import Sheet

ROWS_LOOKED_AT = 40
OUTCOME = "Résultat Pérenne"
FEWEST_DAYS = 5
FEWEST_HEADINGS = 3
SAMPLES = 40
DAY_NUMBER = re.compile(r"(?:[a-z]{1,8}\.? ?)?0?([1-9]|[12][0-9]|3[01])")
LONGEST_HEADING = 80


class HourColumn(StrEnum):
    CODE = "code"
    LAST_NAME = "last_name"
    FIRST_NAME = "first_name"
    NAME = "name"
    BORN_ON = "born_on"
    NUMBER = "number"
    CONTRACT = "contract"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    HOURS = "hours"
    KIND = "kind"
    EXPLANATION = "explanation"

    @property
    def label(self) -> str:
        """As the user reads it."""
        return LABELS[self]


LABELS = {
    HourColumn.CODE: "Code de la personne (Pérenne)",
    HourColumn.LAST_NAME: "Nom",
    HourColumn.FIRST_NAME: "Prénom",
    HourColumn.NAME: "Nom et prénom",
    HourColumn.BORN_ON: "Date de naissance",
    HourColumn.NUMBER: "Matricule",
    HourColumn.CONTRACT: "Marché",
    HourColumn.YEAR: "Année",
    HourColumn.MONTH: "Mois",
    HourColumn.DAY: "Jour travaillé",
    HourColumn.HOURS: "Heures",
    HourColumn.KIND: "Nature des heures",
    HourColumn.EXPLANATION: "Explication",
}
NAMES = {
    HourColumn.CODE: "code; code personne; code pérenne; code de la personne; pseudonyme",
    HourColumn.LAST_NAME: """nom; nom de famille; nom salarié; nom du salarié; nom usuel; noms
        nom d'usage; nom intérimaire; nom de l'intérimaire; nom participant; nom usage
        nom du bénéficiaire; nom bénéficiaire; nom employé; nom marital""",
    HourColumn.FIRST_NAME: """prénom; prénoms; prénom salarié; prénom du salarié
        prénom intérimaire; prénom de l'intérimaire; prénom participant; prénom du bénéficiaire
        prénom bénéficiaire; prénom employé""",
    HourColumn.NAME: """nom prénom; nom et prénom; nom prénom du salarié; prénom nom; salarié
        nom et prénom du salarié; salariés; intérimaire; intérimaires; personne; participant
        prénom et nom; bénéficiaire; bénéficiaires; nom complet; identité; employé; collaborateur
        agent; nom / prénom; nom prénom salarié; salarié en insertion""",
    HourColumn.BORN_ON: """date de naissance; naissance; né le; née le; né(e) le; ddn
        date naissance; date nais""",
    HourColumn.NUMBER: """matricule; n° matricule; numéro de salarié; n° salarié; id salarié
        identifiant; identifiant salarié; code salarié; numéro interne; référence salarié
        code intérimaire; n° intérimaire; mat""",
    HourColumn.CONTRACT: """marché; contrat; n° marché; n° de marché; numéro de marché; chantier
        référence marché; référence du marché; opération; affaire; n° affaire; code chantier
        marché public; lot; engagement; intitulé du marché; chantier / marché; client""",
    HourColumn.YEAR: "année; exercice; an",
    HourColumn.MONTH: """mois; période; mois travaillé; mois de travail; période de paie
        mois de paie; mois concerné; période travaillée; mois de référence; mois année""",
    HourColumn.DAY: """date; jour; date travaillée; jour travaillé; date de travail; journée
        date du jour; date de la journée; date prestation; date de prestation; jour de travail""",
    HourColumn.HOURS: """heures; nombre d'heures; nb heures; nb d'heures; nbre heures; durée
        heures travaillées; heures réalisées; heures effectuées; total heures; total; h; nb h
        heures d'insertion; total des heures; heures du mois; minutes; durée travaillée; volume
        heures insertion; heures normales; temps de travail; quantité; qté; total mois; nombre
        heures du mois en tout; total d'heures; durée min; durée en minutes; heures payées""",
    HourColumn.KIND: """nature; nature des heures; type d'heures; type heures; type; rubrique
        nature heure; catégorie d'heures""",
    HourColumn.EXPLANATION: """explication; explications; observation; observations; commentaire
        commentaires; remarque; remarques; justification; motif""",
}
EXACT = {name: column for column, names in NAMES.items() for name in keys_of(names)}
WHO = frozenset({HourColumn.CODE, HourColumn.NAME, HourColumn.LAST_NAME, HourColumn.NUMBER})


@dataclass(frozen=True, slots=True)
class Layout:
    """`meanings`: column index → a HourColumn, « d5 » (a day of the month), a day, a month.

    `heading`: number of the row of the headings, 0 for none. `month`: of the whole tab, where
    its rows do not say it. `units`: of the bare numbers of the column of hours, or of the grid.
    """

    tab: str
    heading: int
    texts: tuple[str, ...]
    meanings: Mapping[int, str]
    unit: HourUnit = HourUnit.HOURS
    month: date | None = None
    samples: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    grid: tuple[int, ...] = field(init=False)
    """The columns of days or months."""
    places: Mapping[str, int] = field(init=False)
    """Meaning → column."""
    is_table: bool = field(init=False)
    """Somebody, and hours: what the rows of any timesheet have."""

    def __post_init__(self) -> None:
        grid = tuple(at for at, said in sorted(self.meanings.items()) if is_grid(said))
        object.__setattr__(self, "grid", grid)
        object.__setattr__(self, "places", {said: at for at, said in self.meanings.items()})
        said = self.places.keys()
        is_table = bool(said & WHO) and bool(grid or HourColumn.HOURS in said)
        object.__setattr__(self, "is_table", is_table)

    @property
    def signature(self) -> str:
        """Two files with the same headings have the same; days of a grid are all alike, and the
        column that we add ourselves is not one."""
        named = "|".join(
            "#" if is_grid(self.meanings.get(at, "")) else key(text)
            for at, text in enumerate(self.texts)
            if text != OUTCOME
        )
        return sha256(named.rstrip("|").encode()).hexdigest()

    def at(self, column: HourColumn) -> int | None:
        return self.places.get(column)

    @property
    def needs_month(self) -> bool:
        """Neither its rows, nor its grid, nor its title say of which month it is."""
        if not self.is_table or self.month is not None:
            return False
        if any(self.meanings[at].startswith("d") for at in self.grid):
            return self.at(HourColumn.MONTH) is None
        return not self.grid and not {HourColumn.MONTH, HourColumn.DAY} & self.places.keys()


def is_grid(meaning: str) -> bool:
    """« d5 », « 2026-10-05 » or « 2026-10 »."""
    return (meaning[:1] == "d" and meaning[1:].isdigit()) or meaning[:2] == "20"


def layout_of(sheet: Sheet, known: Mapping[str, Mapping[str, str]]) -> Layout:
    """`known`: signature → what was said of its columns (index → meaning), and of its unit;
    and tab → its month.
    """
    rows = sheet.rows[:ROWS_LOOKED_AT]
    bands = [_band(sheet.name, number, texts) for number, texts in enumerate(rows, start=1)]
    bands += [
        _band(sheet.name, number, tuple(low or high for high, low in zip(*two, strict=True)))
        for number, two in enumerate(pairwise(rows), start=2)
    ]
    if not bands:
        return Layout(sheet.name, 0, (), {})
    best = max(bands, key=lambda band: (len(band.meanings), _width(band), -band.heading))
    layout = replace(best, samples=_samples(sheet, best), month=_month_above(sheet, best))
    layout = replace(layout, unit=_unit(layout))
    for said in (known.get(layout.signature), known.get(f"tab:{sheet.name}")):
        layout = answered(layout, said) if said is not None else layout
    return layout


def answered(layout: Layout, said: Mapping[str, str]) -> Layout:
    """With what a person says of the columns: index → meaning ("": none), « unit », « month »."""
    meanings = dict(layout.meanings)
    for at in filter(str.isdigit, said):
        meanings.pop(int(at), None)
        if said[at] and int(at) < len(layout.texts):
            meanings[int(at)] = HourColumn(said[at]).value
    month = date.fromisoformat(said["month"]) if said.get("month") else layout.month
    unit = HourUnit(said["unit"]) if said.get("unit") else layout.unit
    return replace(layout, meanings=meanings, unit=unit, month=month)


def _width(layout: Layout) -> int:
    """Where nothing is recognised, headings are several at least."""
    return min(sum(map(bool, layout.texts)), FEWEST_HEADINGS)


def _band(tab: str, number: int, texts: tuple[str, ...]) -> Layout:
    """What these texts say if they are the headings; each thing is said once."""
    meanings: dict[int, str] = {}
    for at, text in enumerate(texts):
        column = EXACT.get(key(text)) if 0 < len(text) <= LONGEST_HEADING else None
        if column and column.value not in meanings.values():
            meanings[at] = column.value
    named, days = len(meanings), _grid_in(texts, meanings)
    if named and days:
        meanings |= days
    return Layout(tab, number, texts, meanings if named > 1 or days else {})


def _grid_in(texts: Sequence[str], named: Mapping[int, str]) -> dict[int, str]:
    """Headings that are days: « 1 », « lun. 5 », « 05/10/2026 »; or months: « octobre 2026 »."""
    found: dict[int, str] = {}  # a row of figures is none: days follow each other
    for at, text in enumerate(texts):
        meaning = "" if at in named or not text else _moment_of(text)
        if meaning:
            found[at] = meaning
    days = [int(one[1:]) if one.startswith("d") else 0 for one in found.values()]
    in_order = len(days) >= FEWEST_DAYS and all(one < other for one, other in pairwise(days))
    return found if in_order or not any(days) else {}


@lru_cache(maxsize=4096)
def _moment_of(text: str) -> str:
    if len(text) > 30:
        return ""
    if day := DAY_NUMBER.fullmatch(text.casefold().strip()):
        return f"d{int(day[1])}"
    moment = read_moment(text)
    if moment.start is None:
        return ""
    if moment.precision is Precision.DAY and moment.start == moment.end:
        return moment.start.isoformat()
    return f"{moment.start:%Y-%m}" if moment.precision is Precision.MONTH else ""


def _month_above(sheet: Sheet, layout: Layout) -> date | None:
    """« Relevé d’octobre 2026 » above the table, or the name of the tab."""
    above = [text for row in sheet.rows[: max(layout.heading - 1, 0)] for text in row if text]
    found = {month for text in (*above, sheet.name) if (month := month_in(text))}
    return found.pop() if len(found) == 1 else None


def _samples(sheet: Sheet, layout: Layout) -> dict[int, tuple[str, ...]]:
    below = sheet.rows[layout.heading : layout.heading + SAMPLES]
    return {
        at: tuple(row[at] for row in below if at < len(row) and row[at])
        for at in range(len(layout.texts))
    }


def _unit(layout: Layout) -> HourUnit:
    hours = layout.at(HourColumn.HOURS)
    places: Iterable[int] = layout.grid or (() if hours is None else (hours,))
    samples = [text for at in places for text in layout.samples.get(at, ())]
    heading = "" if hours is None or layout.grid else layout.texts[hours]
    return unit_of(heading, samples)
