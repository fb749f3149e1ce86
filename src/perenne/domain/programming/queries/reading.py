"""A file of planned purchases, read: its sheets, their headings, the fate of each line."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from perenne.kit.french import Column, Heading, HeadingDoubt, Headings, LineKind, SortedLine
from perenne.kit.french.headings import find_headings
from perenne.kit.french.lines import sort_lines
from perenne.kit.refusals import Refused
from perenne.kit.sheets import Sheet, Workbook

Answers = Mapping[str, Mapping[str, str]]
"""Sheet name → column index (as text, JSON knows no other key) → Column, or "" to ignore it."""


@dataclass(frozen=True, slots=True)
class ReadSheet:
    name: str
    headings: Headings
    lines: tuple[SortedLine, ...]

    @property
    def purchases(self) -> tuple[SortedLine, ...]:
        return tuple(line for line in self.lines if line.kind is LineKind.PURCHASE)

    @property
    def names_its_purchases(self) -> bool:
        """Without a column that says the object, rows are no purchases."""
        return bool({Column.OBJECT, Column.OPERATION} & self.headings.columns.keys())


@dataclass(frozen=True, slots=True)
class ReadProgramme:
    sheets: tuple[ReadSheet, ...]
    notes: tuple[str, ...]

    @property
    def doubts(self) -> tuple[tuple[str, HeadingDoubt], ...]:
        """What must be asked before anything is screened: sheet name, doubtful column."""
        return tuple(
            (sheet.name, doubt) for sheet in self.sheets for doubt in sheet.headings.doubts
        )

    @property
    def lines_total(self) -> int:
        return sum(len(sheet.lines) for sheet in self.sheets)


def programme_in(
    workbook: Workbook, *, remembered: Mapping[str, Column | None], answers: Answers
) -> ReadProgramme:
    """Refused when no visible sheet holds a single purchase whose object is said."""
    visible = [sheet for sheet in workbook.sheets if not sheet.hidden]
    read = tuple(_read(sheet, remembered, answers.get(sheet.name, {})) for sheet in visible)
    found = [sheet for sheet in read if sheet.purchases and sheet.names_its_purchases]
    if not found and not any(sheet.headings.doubts for sheet in read):
        raise Refused(
            "Aucun achat n’a été trouvé dans ce fichier. Il faut un tableau avec une ligne par "
            "achat et, au moins, une colonne qui dit son objet."
        )
    hidden = tuple(
        f"La feuille masquée « {sheet.name} » n’a pas été lue : affichez-la et renvoyez le fichier "
        "si elle contient des achats."
        for sheet in workbook.sheets
        if sheet.hidden
    )
    unused = tuple(note for sheet in read if (note := unused_in(sheet)))
    return ReadProgramme(read, (*workbook.notes, *hidden, *unused))


def unused_in(sheet: ReadSheet) -> str:
    """A column that serves no purpose is told, like a line that is set aside."""
    names = ", ".join(f"«\u00a0{heading.text}\u00a0»" for heading in sheet.headings.ignored)
    if not names:
        return ""
    return (
        f"Colonnes qui n’ont pas servi à l’analyse, feuille «\u00a0{sheet.name}\u00a0»\u00a0: "
        f"{names}. Elles restent dans votre fichier."
    )


def _read(
    sheet: Sheet, remembered: Mapping[str, Column | None], answers: Mapping[str, str]
) -> ReadSheet:
    headings = find_headings(sheet.rows, remembered=remembered)
    if answers:
        headings = answered(headings, answers)
    return ReadSheet(sheet.name, headings, sort_lines(sheet.rows, headings))


def answered(headings: Headings, answers: Mapping[str, str]) -> Headings:
    """The headings once the user has said what the doubtful columns are."""
    asked = {int(index) for index in answers}
    said = {Column(column): int(index) for index, column in answers.items() if column}
    kept = {column: at for column, at in headings.columns.items() if at not in asked}
    waved = tuple(
        Heading(doubt.index, doubt.heading_text)
        for doubt in headings.doubts
        if doubt.index not in said.values()
    )
    return replace(
        headings,
        columns=kept | said,
        ignored=headings.ignored + waved,
        doubts=(),
        certain=True,
    )
