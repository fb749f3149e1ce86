"""A scope and its months as an address says them: « marche-12 », « 2026-01-2026-06 »."""

from __future__ import annotations

import re
from datetime import date

from perenne.domain.assessments.scopes import Scope, ScopeKind
from perenne.kit.refusals import NotFound
from perenne.rules.french import MONTHS, month_in_full, of_month
from perenne.values import Period, add_months

SLUGS = {
    ScopeKind.CONTRACT: "marche",
    ScopeKind.BUYER: "acheteur",
    ScopeKind.COMPANY: "entreprise",
    ScopeKind.FACILITATOR: "facilitateur",
    ScopeKind.EPCI: "intercommunalite",
    ScopeKind.DEPARTMENT: "departement",
}
KINDS = {slug: kind for kind, slug in SLUGS.items()}
SCOPE = re.compile(r"([a-z]+)-([0-9a-zA-Z]{1,20})")
MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
FIRST_YEAR, LAST_YEAR = 2000, 2100
YEAR = 12


def slug_of(scope: Scope) -> str:
    return f"{SLUGS[scope.kind]}-{scope.key}"


def scope_in(slug: str) -> Scope:
    """NotFound for what names no scope."""
    found = SCOPE.fullmatch(slug)
    if found is None or found[1] not in KINDS:
        raise NotFound(slug)
    return Scope(KINDS[found[1]], found[2])


def month_in(said: str) -> date | None:
    """The first day of « 2026-01 »."""
    found = MONTH.fullmatch(said)
    if found is None or not FIRST_YEAR <= int(found[1]) < LAST_YEAR:
        return None
    return date(int(found[1]), int(found[2]), 1)


def months_of(first: date, last: date) -> Period:
    """Both months included, whatever their order."""
    return Period(min(first, last), add_months(max(first, last), 1))


def slug_of_months(months: Period) -> str:
    return f"{months.start:%Y-%m}-{months.last_day:%Y-%m}"


def months_in(slug: str) -> Period:
    """NotFound when it is not two months in order."""
    first, last = month_in(slug[:7]), month_in(slug[8:])
    if first is None or last is None or slug[7:8] != "-" or last < first:
        raise NotFound(slug)
    return months_of(first, last)


def said_of_months(months: Period) -> str:
    """« année 2026 », « mars 2026 », « de janvier à juin 2026 », « d’octobre 2025 à mars 2026 »."""
    first, last = months.start, months.last_day
    if (first.month, months.end) == (1, add_months(first, YEAR)):
        return f"année {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return month_in_full(first)
    if first.year == last.year:
        return f"{of_month(first).rsplit(' ', 1)[0]} à {MONTHS[last.month - 1]} {last.year}"
    return f"{of_month(first)} à {month_in_full(last)}"
