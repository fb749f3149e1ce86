"""The months of a company, the last one first, with what waits in each."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q, Sum

from perenne.domain.hours.models import Sheet, Statement
from perenne.domain.hours.policy import PARTIES, STATEMENTS
from perenne.domain.hours.states import DECLARED, DISPUTED, OPEN, VALIDATED
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, place_of
from perenne.rules.deadlines import statement_due_on
from perenne.values import Hours, add_months

ON_A_PAGE = 24
OLDEST = 24
"""How many months back a company may open one by itself."""


@dataclass(frozen=True, slots=True)
class MonthRow:
    """Sheets by what becomes of them."""

    id: int
    month: date
    siret: str
    due_on: date
    to_declare: int
    disputed: int
    declared: int
    validated: int
    hours: Hours


def months_of(*, seen_by: Actor, page: int = 1) -> Page[MonthRow]:
    """Three queries: sheets and their hours are added up for the months of the page alone."""
    rows = STATEMENTS.rows("statement.view", seen_by)
    total = rows.count()
    number, size = place_of(page, size=ON_A_PAGE, total=total)
    start = (number - 1) * size
    shown = list(rows.order_by("-month", "siret")[start : start + size])
    sums = _sums_of(shown)
    return Page([_row(row, sums[row.pk]) for row in shown], number, size, total)


def _sums_of(statements: Sequence[Statement]) -> Mapping[int, "_Sums"]:
    sheets = Sheet.objects.filter(statement__in=[row.pk for row in statements])
    minutes = Sum("works__net_minutes", filter=Q(works__corrects=None), default=0)
    told = sheets.values_list("statement", "state").annotate(
        number=Count("pk", distinct=True), minutes=minutes
    )
    found: dict[int, _Sums] = defaultdict(_Sums)
    for statement, state, number, spent in told:
        found[statement].numbers[state] = number
        found[statement].minutes += spent
    return found


@dataclass(slots=True)
class _Sums:
    """Of one month: how many sheets by state, and the minutes of all of them."""

    numbers: Counter[str] = field(default_factory=Counter)
    minutes: int = 0


def months_to_open(*, seen_by: Actor, on: date) -> tuple[date, ...]:
    """Those begun that have no statement yet, the current one first: for whoever starts a month
    early, or has some to make up for."""
    first = on.replace(day=1)
    months = [add_months(first, -back) for back in range(OLDEST)]
    parties = PARTIES.rows("statement.open", seen_by).select_related("contract")
    began = [row.contract.starts_on for row in parties if row.contract.starts_on]
    known = set(
        Statement.objects.filter(
            siret__in={row.siret for row in parties}, month__in=months
        ).values_list("month", flat=True)
    )
    if not began:
        return ()
    oldest = min(began)
    return tuple(month for month in months if add_months(month, 1) > oldest and month not in known)


def _row(row: Statement, sums: _Sums) -> MonthRow:
    return MonthRow(
        id=row.pk,
        month=row.month,
        siret=row.siret,
        due_on=statement_due_on(row.month),
        to_declare=sums.numbers[OPEN],
        disputed=sums.numbers[DISPUTED],
        declared=sums.numbers[DECLARED],
        validated=sums.numbers[VALIDATED],
        hours=Hours(sums.minutes),
    )
