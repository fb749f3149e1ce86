"""Companies whose hours are not declared on the day they should be, with the last mail sent."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, F, Max, Min, QuerySet

from perenne.domain.hours.policy import SHEETS
from perenne.domain.hours.queries.sheets import COMPANY
from perenne.domain.hours.states import OPEN
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, page_of
from perenne.rules.deadlines import statement_due_on
from perenne.values import Siret, add_months

SIZE = 40


@dataclass(frozen=True, slots=True)
class LateCompany:
    """`last_mail`: the day of the last one that asked for one of these months, None without."""

    siret: str
    name: str
    months: int
    sheets: int
    oldest: date
    due_on: date
    days: int
    facilitators: tuple[str, ...]
    last_mail: date | None

    @property
    def siret_said(self) -> str:
        return str(Siret(self.siret))


def last_month_due(on: date) -> date:
    """The last month whose statement should have come: its first day."""
    month = add_months(on.replace(day=1), -1)
    return month if statement_due_on(month) < on else add_months(month, -1)


def silent_sheets(actor: Actor, on: date) -> "QuerySet[Any, Any]":
    rows: QuerySet[Any, Any] = SHEETS.rows("sheet.view", actor).filter(
        state=OPEN, month__lte=last_month_due(on)
    )
    return rows


def late_companies(*, seen_by: Actor, on: date, page: int = 1) -> Page[LateCompany]:
    """The one that has been late the longest first. Two queries."""
    rows = (
        silent_sheets(seen_by, on)
        .annotate(company=COMPANY)
        .order_by()
        .values(siret=F("statement__siret"))
        .annotate(
            name=Max("company"),
            months=Count("month", distinct=True),
            sheets=Count("pk", distinct=True),
            oldest=Min("month"),
            facilitators=ArrayAgg("facilitator__name", distinct=True),
            last_mail=Max("statement__links__asked_on"),
        )
        .order_by("oldest", "-months", "siret")
    )
    return page_of(rows, page, size=SIZE, card_of=lambda row: _card(row, on))


def _card(row: dict[str, Any], on: date) -> LateCompany:
    due_on = statement_due_on(row["oldest"])
    return LateCompany(
        siret=row["siret"],
        name=row["name"],
        months=row["months"],
        sheets=row["sheets"],
        oldest=row["oldest"],
        due_on=due_on,
        days=(on - due_on).days,
        facilitators=tuple(row["facilitators"]),
        last_mail=row["last_mail"],
    )
