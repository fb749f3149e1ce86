"""The months of a company, the last one first, with what waits in each."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from perenne.domain.hours.models import Statement, Work
from perenne.domain.hours.policy import PARTIES, STATEMENTS
from perenne.domain.hours.states import DECLARED, DISPUTED, OPEN, VALIDATED
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, page_of
from perenne.rules.deadlines import statement_due_on
from perenne.values import Hours, add_months

ON_A_PAGE = 24
OLDEST = 24
"""How many months back a company may open one by itself."""
MINUTES = Coalesce(
    Subquery(
        Work.objects.filter(sheet__statement=OuterRef("pk"), corrects=None)
        .order_by()
        .values("sheet__statement")
        .annotate(all=Sum("net_minutes"))
        .values("all")
    ),
    0,
)


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
    states = {"to_declare": OPEN, "disputed": DISPUTED, "declared": DECLARED,
              "validated": VALIDATED}  # fmt: skip
    counts = {
        name: Count("sheets", filter=Q(sheets__state=state)) for name, state in states.items()
    }
    rows = STATEMENTS.rows("statement.view", seen_by).annotate(**counts, minutes=MINUTES)
    return page_of(rows.order_by("-month", "siret"), page, size=ON_A_PAGE, card_of=_row)


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


def _row(row: Any) -> MonthRow:
    return MonthRow(
        id=row.pk,
        month=row.month,
        siret=row.siret,
        due_on=statement_due_on(row.month),
        to_declare=row.to_declare,
        disputed=row.disputed,
        declared=row.declared,
        validated=row.validated,
        hours=Hours(row.minutes),
    )
