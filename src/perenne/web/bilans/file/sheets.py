"""A bilan as tables for a spreadsheet: typed figures, what is hidden said « s. »."""

from __future__ import annotations

from collections.abc import Iterator

from perenne.domain.assessments.queries.bilan_cards import Bilan, Measure
from perenne.domain.assessments.queries.handing import Hidden, hidden_in
from perenne.domain.assessments.queries.keeping import Kept
from perenne.domain.assessments.queries.measures import Unit
from perenne.kit.sheets.writing import Cell, Table
from perenne.values import Euros, Hours, Share
from perenne.web.bilans.addresses import said_of_months
from perenne.web.bilans.telling import FEW, HIDDEN, HIDDEN_NOTE, figures_of, label_of

FIGURES = ("Chiffre", "Valeur", "Ce qu’il compte", "Source")
LINES = ("Répartition", "Ligne", "Personnes", "Heures")
TEXTS = ("Partie", "Texte", "Écrit par", "Organisme", "Le")


def tables_of(kept: Kept) -> tuple[Table, ...]:
    """Figures, breakdowns, contracts, texts, and where it all comes from."""
    hidden = hidden_in(kept.bilan)
    return (
        Table("Chiffres", FIGURES, tuple(_figures(kept.bilan, hidden))),
        Table("Répartitions", LINES, tuple(_lines(kept.bilan, hidden))),
        *([_contracts(kept.annexes)] if kept.annexes else []),
        Table("Textes", TEXTS, tuple(_texts(kept))),
        Table("À propos", ("", ""), tuple(_about(kept.bilan, hidden))),
    )


def one_table(kept: Kept) -> Table:
    """Everything that has a figure, one under the other: a text file has one sheet."""
    hidden = hidden_in(kept.bilan)
    figures = [("Chiffres", *row[:2], None) for row in _figures(kept.bilan, hidden)]
    lines = list(_lines(kept.bilan, hidden))
    return Table(
        "Bilan", ("Rubrique", "Ligne", "Valeur ou personnes", "Heures"), (*figures, *lines)
    )


def cell_of(measure: Measure, hidden: Hidden) -> Cell:
    if (measure.code,) in hidden or (measure.value is None and measure.note):
        return HIDDEN
    if measure.value is None:
        return None
    match measure.unit:
        case Unit.HOURS:
            return Hours(measure.value)
        case Unit.SHARE:
            return Share(measure.value)
        case Unit.EUROS:
            return Euros(measure.value)
        case _:
            return measure.value


def _figures(bilan: Bilan, hidden: Hidden) -> Iterator[tuple[Cell, ...]]:
    for measure, told in zip(bilan.measures, figures_of(bilan, hidden), strict=True):
        yield told.label, cell_of(measure, hidden), told.meaning, told.source


def _lines(bilan: Bilan, hidden: Hidden) -> Iterator[tuple[Cell, ...]]:
    for one in bilan.breakdowns:
        if (one.code, "") in hidden or not one.lines:
            yield one.label, one.note or FEW, HIDDEN, HIDDEN
            continue
        for line in one.lines:
            is_hidden = [(one.code, line.code, what) in hidden for what in ("persons", "minutes")]
            yield (
                one.label,
                label_of(one.code, line),
                HIDDEN if is_hidden[0] else line.persons,
                HIDDEN if is_hidden[1] else Hours(line.minutes),
            )


def _contracts(annexes: tuple[Bilan, ...]) -> Table:
    headings = ("Marché", *(one.label for one in annexes[0].measures))
    rows = tuple(
        (one.title, *(cell_of(measure, hidden) for measure in one.measures))
        for one in annexes
        for hidden in [hidden_in(one)]
    )
    return Table("Marchés", headings, rows)


def _texts(kept: Kept) -> Iterator[tuple[Cell, ...]]:
    for one in kept.texts:
        if one.text:
            yield one.block.label, one.text, one.author, one.organisation, one.on


def _about(bilan: Bilan, hidden: Hidden) -> Iterator[tuple[Cell, ...]]:
    yield "Bilan", f"{bilan.scope.kind.label} : {bilan.title}"
    yield "Période", said_of_months(bilan.months)
    yield "Chiffres connus le", bilan.on
    if hidden:
        yield "Secret statistique", HIDDEN_NOTE
