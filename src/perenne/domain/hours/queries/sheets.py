"""The months that wait to be validated, each with its doubts and what changed since the last one.

A handful of questions for a page, however many rows it has.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import Case, Count, Max, Min, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from perenne.domain.hours.models import Sheet, SheetMessage, Statement, Work
from perenne.domain.hours.policy import SHEETS
from perenne.domain.hours.queries.doubting import around, doubts_in
from perenne.domain.hours.queries.practice import practice_on
from perenne.domain.hours.states import SheetState
from perenne.domain.organisations.models import Organisation
from perenne.domain.procurement.models import Party
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, place_of
from perenne.kit.policy import is_void
from perenne.rules.hours import Doubt, Severity
from perenne.values import Hours, add_months, months_between

SIZE = 60


NAMED = Party.objects.filter(siret=OuterRef("statement__siret")).order_by("pk").values("name")
COMPANY = Coalesce("statement__organisation__name", Subquery(NAMED[:1]), "statement__siret")
LAST_WORD = Subquery(
    SheetMessage.objects.filter(sheet=OuterRef("pk")).order_by("-pk").values("organisation")[:1]
)


@dataclass(frozen=True, slots=True)
class SheetSieve:
    """Empty: everything. `month`: its first day; `company`: words of its name, or its SIRET."""

    state: SheetState | None = None
    month: date | None = None
    company: str = ""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """`change`: since the month before, None when nothing was declared then. `noted`: doubts that
    are only read; `asked`: those that an explanation answers, or that would keep the hours out.

    `stamp`: what it was when it was shown; `is_answered`: the last word is the company's;
    `may_validate`: by whoever looks.
    """

    id: int
    commitment_id: int
    company: str
    contract: str
    reference: str
    month: date
    state: SheetState
    hours: Hours
    people: int
    change: Hours | None
    asked: int
    noted: int
    is_nil: bool
    is_answered: bool
    stamp: str
    may_validate: bool

    @property
    def is_clean(self) -> bool:
        """Nothing in it has to be read before it is validated."""
        return not self.asked

    @property
    def asked_said(self) -> str:
        return f"{self.asked} à lire"

    @property
    def noted_said(self) -> str:
        return f"{self.noted} pour information"

    @property
    def change_said(self) -> str:
        if self.change is None:
            return "premier mois"
        if not self.change:
            return "sans changement"
        sign = "+" if self.change > Hours(0) else "−"
        return f"{sign} {Hours(abs(self.change.minutes))}"


def stamp_of(declared_at: datetime | None) -> str:
    """The moment of the declaration, to the microsecond."""
    return declared_at.strftime("%Y%m%d%H%M%S%f") if declared_at else ""


def counts_of_sheets(sieve: SheetSieve, *, seen_by: Actor) -> Mapping[SheetState, int]:
    """By state, whatever the state that is asked for. One query."""
    rows = _sieved(replace(sieve, state=None), seen_by)
    counted = rows.order_by().values_list("state").annotate(many=Count("*"))
    return {SheetState(state): number for state, number in counted}


def months_declared() -> tuple[date, ...]:
    """From the first that any company opened to the last, the last first: what one may ask for.

    Two reads of an index, however many sheets there are.
    """
    ends = Statement.objects.aggregate(first=Min("month"), last=Max("month"))
    if ends["last"] is None:
        return ()
    before = months_between(ends["first"], ends["last"])
    return tuple(add_months(ends["last"], -n) for n in range(before + 1))


def sheets_of(
    sieve: SheetSieve, *, seen_by: Actor, on: date, total: int, page: int = 1
) -> Page[SheetRow]:
    """Five queries. What waits: the oldest month first; what is validated: the last one.

    `total` is known from the counts by state.
    """
    number, size = place_of(page, size=SIZE, total=total)
    start = (number - 1) * size
    month = "-month" if sieve.state == SheetState.VALIDATED else "month"
    rows = _read(_sieved(sieve, seen_by), seen_by, first=month)[start : start + size]
    return Page(_rows_of(list(rows), on=on), number, size, total)


def _read(rows: "QuerySet[Sheet, Any]", seen_by: Actor, *, first: str) -> "QuerySet[Sheet, Any]":
    mine = SHEETS.grants["sheet.validate"](seen_by)
    may = (
        Value(False) if is_void(mine) else Case(When(mine, then=Value(True)), default=Value(False))
    )
    return (
        rows.select_related("statement__organisation", "commitment__contract")
        .annotate(company=COMPANY, last_word=LAST_WORD, may_validate=may)
        .order_by(first, "company", "pk")
    )


def _rows_of(rows: Sequence[Any], *, on: date) -> list[SheetRow]:
    """Four queries for any number of sheets."""
    works = list(works_in(row.pk for row in rows))
    pairs = [(work.sheet, work.hiring) for work in works]
    beside = around(pairs)
    raised = doubts_in(works, beside, on=on, practice=practice_on(on)) if works else {}
    told = {row.pk: _Told() for row in rows}
    for work in works:
        told[work.sheet_id].add(work)
    for (sheet, _hiring), its in raised.items():
        told[sheet].doubts.extend(its)
    before = beside.sheets
    return [
        _row(
            row,
            told[row.pk],
            before.get((row.statement.siret, row.commitment_id, add_months(row.month, -1))),
        )
        for row in rows
    ]


def works_in(sheets: Iterable[int]) -> "QuerySet[Work, Any]":
    """Lines that are not corrections, as the doubts ask for them."""
    return (
        Work.objects.filter(sheet__in=list(sheets), corrects=None)
        .select_related("sheet__commitment__contract", "hiring__participant")
        .order_by("pk")
    )


class _Told:
    """What the works of a sheet make together."""

    def __init__(self) -> None:
        self.minutes = 0
        self.people: set[int] = set()
        self.doubts: list[Doubt] = []

    def add(self, work: Work) -> None:
        self.minutes += work.net_minutes
        if work.net_minutes:
            self.people.add(work.participant_id)


def _row(row: Any, told: _Told, before: int | None) -> SheetRow:
    grave: dict[bool, int] = defaultdict(int)
    for doubt in told.doubts:
        grave[doubt.severity is Severity.INFO] += 1
    contract = row.commitment.contract
    return SheetRow(
        id=row.pk,
        commitment_id=row.commitment_id,
        company=row.company,
        contract=contract.object,
        reference=contract.reference,
        month=row.month,
        state=SheetState(row.state),
        hours=Hours(told.minutes),
        people=len(told.people),
        change=None if before is None else Hours(told.minutes - before),
        asked=grave[False],
        noted=grave[True],
        is_nil=row.is_nil,
        is_answered=row.last_word is not None and row.last_word != row.facilitator_id,
        stamp=stamp_of(row.declared_at),
        may_validate=row.may_validate,
    )


def _sieved(sieve: SheetSieve, seen_by: Actor) -> "QuerySet[Sheet, Any]":
    rows = SHEETS.rows("sheet.view", seen_by)
    if sieve.state is not None:
        rows = rows.filter(state=sieve.state)
    if sieve.month is not None:
        rows = rows.filter(month=sieve.month)
    return rows.filter(statement__in=_of_companies(sieve.company)) if sieve.company else rows


def _of_companies(sought: str) -> "QuerySet[Statement, Any]":
    """By their SIRET, or by the words of their name: that of a contract, or of their space."""
    number = "".join(sought.split())
    if number.isdecimal():
        return Statement.objects.filter(siret__startswith=number)
    parties, spaces = Party.objects.all(), Organisation.objects.all()
    for word in sought.split():
        parties, spaces = parties.filter(name__icontains=word), spaces.filter(name__icontains=word)
    return Statement.objects.filter(
        Q(siret__in=parties.values("siret")) | Q(organisation__in=spaces.values("pk"))
    )
