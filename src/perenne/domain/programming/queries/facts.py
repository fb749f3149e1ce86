"""The facts of one planned purchase, read from its cells: what is sure, assumed, or asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from perenne.kit.french import Column, Headings, LineKind, SortedLine
from perenne.kit.french.cpv import read_cpv
from perenne.kit.french.line_cells import cell, read_line_amount, read_line_duration
from perenne.kit.french.moments import read_moment
from perenne.rules.needs import BuyerKind, ContractKind, Need
from perenne.values import Euros, fold

LONELY_LOT = (
    "Lot dont l’opération n’est pas dans le fichier : les seuils sont appréciés sur le montant de "
    "ce lot seul."
)
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
class Operation:
    """What is bought in several lots: its object, and the amount of its lots together."""

    object: str
    amount: Euros | None


NO_OPERATION = Operation("", None)


@dataclass(frozen=True, slots=True)
class PurchaseFacts:
    object: str
    operation: str = ""
    """The contract that this lot is part of, when the file says it."""
    lot: str = ""
    reference: str = ""
    """The buyer’s own number of the operation or contract."""
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
    line: SortedLine, headings: Headings, *, operations: Mapping[int, Operation]
) -> PurchaseFacts:
    """Never raises: what cannot be read is asked. `operations`: by the number of their line."""
    notes = _Notes()

    def text(column: Column) -> str:
        return cell(line.cells, headings, column).strip()

    amount = read_line_amount(line.cells, headings)
    duration = read_line_duration(line.cells, headings)
    launch = read_moment(text(Column.LAUNCH), default_year=headings.year)
    cpv = read_cpv(text(Column.CPV))
    notes.of("amount", amount.hypotheses, amount.question)
    for name, reading in (("months", duration), ("launch_on", launch), ("cpv", cpv)):
        notes.of(name, reading.hypotheses, reading.question if reading.raw.strip() else None)
    operation = operations.get(line.parent or 0, NO_OPERATION)
    if operation is NO_OPERATION and (
        text(Column.LOT) or fold(text(Column.OBJECT)).startswith("lot ")
    ):
        notes.hypotheses.append(LONELY_LOT)
    return PurchaseFacts(
        object=text(Column.OBJECT) or text(Column.OPERATION),
        operation=operation.object,
        lot=text(Column.LOT)[:100],
        reference=text(Column.NUMBER)[:100],
        department=text(Column.DEPARTMENT)[:200],
        amount=amount.amount,
        amount_high=amount.high,
        whole_amount=operation.amount,
        cpv=cpv.code or "",
        months=duration.months,
        launch_on=launch.start,
        launch_text=text(Column.LAUNCH)[:100],
        place=text(Column.PLACE)[:200],
        contract_kind=kind_in(text(Column.KIND)),
        questions=tuple(notes.questions),
        hypotheses=tuple(notes.hypotheses),
    )


def operations_in(lines: Sequence[SortedLine], headings: Headings) -> Mapping[int, Operation]:
    """By line number, what is bought in lots and what its lots come to: the law looks at it."""
    sums: dict[int, Euros] = {}
    for line in lines:
        if line.parent is not None and line.kind is LineKind.PURCHASE:
            amount = read_line_amount(line.cells, headings).amount or Euros(0)
            sums[line.parent] = sums.get(line.parent, Euros(0)) + amount
    objects = {
        line.number: cell(line.cells, headings, Column.OBJECT).strip()
        for line in lines
        if line.number in sums
    }
    return {number: Operation(objects[number], amount) for number, amount in sums.items()}


def kind_in(text: str) -> ContractKind | None:
    folded = fold(text)
    return next((kind for word, kind in KINDS if word in folded), None)
