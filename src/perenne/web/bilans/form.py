"""A scope and its months, chosen among what one may read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from django import forms

from perenne.domain.assessments.queries.bilans import ScopeChoice
from perenne.domain.assessments.scopes import Scope
from perenne.rules.french import month_in_full
from perenne.values import Period, add_months
from perenne.web.bilans.addresses import month_in, months_of, scope_in, slug_of
from perenne.web.design.fields import offer
from perenne.web.design.forms import Form

YEARS_BACK = 5
MONTHS_A_YEAR = 12


def month_choices(today: date) -> list[tuple[str, str]]:
    """The latest first, from this month back to a January."""
    first, months = date(today.year - YEARS_BACK, 1, 1), []
    while first <= today:
        months.append((f"{first:%Y-%m}", month_in_full(first)))
        first = add_months(first, 1)
    return months[::-1]


def scope_choices(choices: Sequence[ScopeChoice]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Under the name of their kind."""
    return [
        (kind.label, [(slug_of(one.scope), _named(one)) for one in found])
        for kind, found in groupby(choices, key=lambda it: it.scope.kind)
    ]


def _named(one: ScopeChoice) -> str:
    detail = f" – {one.detail}" if one.detail else ""
    return f"{one.label[:70]}{detail}"


class MonthsForm(Form):
    """« De… à… »: two months, in any order."""

    du = forms.ChoiceField(label="De")
    au = forms.ChoiceField(label="À")

    def __init__(self, *args: Any, today: date, **said: Any) -> None:
        super().__init__(*args, **said)
        for name in ("du", "au"):
            offer(self, name, month_choices(today))

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        first, last = month_in(said.get("du", "")), month_in(said.get("au", ""))
        if first and last:
            said["months"] = months_of(first, last)
        return said

    @property
    def months(self) -> Period:
        months: Period = self.cleaned_data["months"]
        return months


class ScopeForm(MonthsForm):
    """« Le bilan de… » what, over which months."""

    perimetre = forms.ChoiceField(label="Bilan de")
    field_order = ("perimetre", "du", "au")
    missing = {"perimetre": "Choisissez de quoi vous voulez le bilan."}

    def __init__(self, *args: Any, choices: Sequence[ScopeChoice], **said: Any) -> None:
        super().__init__(*args, **said)
        offer(self, "perimetre", [("", "Choisissez"), *scope_choices(choices)])

    @property
    def scope(self) -> Scope:
        return scope_in(self.cleaned_data["perimetre"])


def this_year(today: date) -> dict[str, str]:
    return {"du": f"{today.year}-01", "au": f"{today:%Y-%m}"}


def typed(months: Period) -> dict[str, str]:
    """What the form holds when it stands on a page of these months."""
    return {"du": f"{months.start:%Y-%m}", "au": f"{months.last_day:%Y-%m}"}
