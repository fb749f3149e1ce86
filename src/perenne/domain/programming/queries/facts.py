"""The facts of one planned purchase, read from its cells: what is sure, assumed, or asked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from perenne.kit.french import AmountReading, Column, Headings, SortedLine
from perenne.kit.french.amounts import read_amount, whole
from perenne.kit.french.cpv import read_cpv
from perenne.kit.french.durations import read_duration
from perenne.kit.french.moments import read_moment
from perenne.rules.needs import BuyerKind, ContractKind, Need
from perenne.values import Euros, fold

CellOf: TypeAlias = Callable[[Column], str]

KINDS = (
    ("concession", ContractKind.CONCESSION),
    ("delegation", ContractKind.CONCESSION),
    ("dsp", ContractKind.CONCESSION),
    ("travaux", ContractKind.WORKS),
    ("fourniture", ContractKind.SUPPLIES),
    ("service", ContractKind.SERVICES),
    ("prestation", ContractKind.SERVICES),
)


@dataclass(frozen=True, slots=True)
class Question:
    """What the user must settle; `field` is the name of the fact it bears on."""

    field: str
    sentence: str


@dataclass(frozen=True, slots=True)
class PurchaseFacts:
    object: str
    lot: str = ""
    department: str = ""
    amount: Euros | None = None
    amount_high: Euros | None = None
    whole_amount: Euros | None = None
    cpv: str = ""
    months: int | None = None
    launch_on: date | None = None
    launch_text: str = ""
    place: str = ""
    contract_kind: ContractKind | None = None
    questions: tuple[Question, ...] = ()
    hypotheses: tuple[str, ...] = ()

    def need(self, buyer: BuyerKind) -> Need:
        """The same, as the rules ask for it."""
        return Need(
            object=self.object,
            cpv=self.cpv or None,
            amount=self.amount,
            amount_high=self.amount_high,
            whole_amount=self.whole_amount,
            months=self.months,
            consulted_on=self.launch_on,
            buyer=buyer,
            kind=self.contract_kind,
        )


@dataclass
class _Notes:
    """Gathers what the readers assumed and asked, fact by fact."""

    questions: list[Question] = field(default_factory=list)
    hypotheses: list[str] = field(default_factory=list)

    def of(self, name: str, hypotheses: Sequence[str], question: str | None) -> None:
        self.hypotheses += hypotheses
        if question:
            self.questions.append(Question(name, question))


def facts_of(
    line: SortedLine, headings: Headings, *, wholes: Mapping[int, Euros]
) -> PurchaseFacts:
    """Never raises: what cannot be read is asked. `wholes` gives the amount of each operation."""
    notes = _Notes()

    def cell(column: Column) -> str:
        index = headings.columns.get(column)
        return line.cells[index].strip() if index is not None and index < len(line.cells) else ""

    cpv = read_cpv(cell(Column.CPV))
    duration = read_duration(
        _duration_text(cell), unit_factor=headings.unit_factor.get(Column.DURATION)
    )
    launch = read_moment(cell(Column.LAUNCH), default_year=headings.year)
    amount = whole(amount_in(cell, headings), duration.months)
    notes.of("amount", amount.hypotheses, amount.question)
    notes.of("months", duration.hypotheses, duration.question if duration.raw else None)
    notes.of("launch_on", launch.hypotheses, launch.question if launch.raw else None)
    notes.of("cpv", cpv.hypotheses, cpv.question if cpv.raw else None)
    lot = cell(Column.LOT)
    whole_amount = wholes.get(line.parent or line.number)
    if whole_amount is None and (lot or fold(cell(Column.OBJECT)).startswith("lot ")):
        notes.hypotheses.append(
            "Lot dont l’opération n’est pas dans le fichier : les seuils sont appréciés sur le "
            "montant de ce lot seul."
        )
    return PurchaseFacts(
        object=cell(Column.OBJECT) or cell(Column.OPERATION),
        lot=lot[:100],
        department=cell(Column.DEPARTMENT)[:200],
        amount=amount.amount,
        amount_high=amount.high,
        whole_amount=whole_amount,
        cpv=cpv.code or "",
        months=duration.months,
        launch_on=launch.start,
        launch_text=cell(Column.LAUNCH)[:100],
        place=cell(Column.PLACE)[:200],
        contract_kind=kind_in(cell(Column.KIND)),
        questions=tuple(notes.questions),
        hypotheses=tuple(notes.hypotheses),
    )


def amount_in(cell: CellOf, headings: Headings) -> AmountReading:
    """One column, or the two ends of a range."""

    def read(column: Column) -> AmountReading:
        return read_amount(
            cell(column),
            unit_factor=headings.unit_factor.get(column, 1),
            tax=headings.tax,
            per_year=headings.per_year,
        )

    low, high = cell(Column.AMOUNT_LOW), cell(Column.AMOUNT_HIGH)
    if cell(Column.AMOUNT) or not (low or high):
        return read(Column.AMOUNT)
    if not high:
        return read(Column.AMOUNT_LOW)
    return read_amount(f"{low} - {high}" if low else f"max {high}")


def wholes_in(lines: Sequence[SortedLine], headings: Headings) -> dict[int, Euros]:
    """By line number of an operation, what its lots come to (the law looks at the whole)."""
    sums: dict[int, Euros] = {}
    for line in lines:
        amount = facts_amount(line, headings)
        if line.parent is not None and amount:
            sums[line.parent] = sums.get(line.parent, Euros(0)) + amount
    return sums


def facts_amount(line: SortedLine, headings: Headings) -> Euros | None:
    index = headings.columns.get(Column.AMOUNT)
    if index is None or index >= len(line.cells):
        return None
    factor = headings.unit_factor.get(Column.AMOUNT, 1)
    return read_amount(line.cells[index], unit_factor=factor, tax=headings.tax).amount


def kind_in(text: str) -> ContractKind | None:
    folded = fold(text)
    return next((kind for word, kind in KINDS if word in folded), None)


def _duration_text(cell: CellOf) -> str:
    """The duration with its renewals, when they stand in a column of their own."""
    duration, renewals = cell(Column.DURATION), cell(Column.RENEWALS)
    if duration and renewals.isdigit() and int(renewals):
        return f"{duration} reconductible {renewals} fois"
    return duration
