"""What the list shows: what was asked for, what is there, what is ticked."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.http import urlencode
from django.utils.timezone import localdate

from perenne.domain.hours.queries import (
    SheetSieve,
    counts_of_sheets,
    may_read_checks,
    months_declared,
    sheets_of,
)
from perenne.domain.hours.states import SheetState
from perenne.kit.actors import Actor
from perenne.kit.paging import number_in, words_in
from perenne.web.design.menu import MenuItem

VIEWS = {
    "a-valider": SheetState.DECLARED,
    "en-discussion": SheetState.DISPUTED,
    "en-attente": SheetState.OPEN,
    "valides": SheetState.VALIDATED,
}
LABELS = {
    SheetState.DECLARED: "À valider",
    SheetState.DISPUTED: "En discussion",
    SheetState.OPEN: "En attente de l’entreprise",
    SheetState.VALIDATED: "Validés",
}


@dataclass(frozen=True, slots=True)
class Asked:
    view: str
    month: date | None
    company: str
    page: int

    @property
    def sieve(self) -> SheetSieve:
        return SheetSieve(VIEWS[self.view], self.month, self.company)

    @property
    def kept(self) -> dict[str, str]:
        """What stays when another view is opened."""
        said = {"mois": f"{self.month:%Y-%m}" if self.month else "", "entreprise": self.company}
        return {name: value for name, value in said.items() if value}


def asked_in(said: Mapping[str, Any]) -> Asked:
    """From an address or from the form: what is not understood is not asked for."""
    view = str(said.get("vue", ""))
    return Asked(
        view if view in VIEWS else "a-valider",
        _month(str(said.get("mois", ""))),
        words_in(str(said.get("entreprise", ""))),
        number_in(str(said.get("page", ""))),
    )


def listing(asked: Asked, actor: Actor, *, ticked: Collection[int] | None = None) -> dict[str, Any]:
    """`ticked`: what was ticked already; the ones without any question otherwise."""
    counts = counts_of_sheets(asked.sieve, seen_by=actor)
    state = VIEWS[asked.view]
    found = sheets_of(
        asked.sieve, seen_by=actor, on=localdate(), total=counts.get(state, 0), page=asked.page
    )
    clean = {row.id for row in found.items if row.is_clean}
    return {
        "page": found,
        "asked": asked,
        "months": months_declared(),
        "tabs": _tabs(asked, counts),
        "ticked": clean if ticked is None else set(ticked),
        "clean": len(clean),
        "may_validate": any(row.may_validate for row in found.items),
        "may_read_checks": may_read_checks(actor),
        "chosen_month": asked.kept.get("mois", ""),
    }


def _tabs(asked: Asked, counts: Mapping[SheetState, int]) -> tuple[MenuItem, ...]:
    return tuple(
        MenuItem(
            f"{LABELS[state]} ({counts.get(state, 0)})",
            "?" + urlencode({"vue": name, **asked.kept}),
            current=name == asked.view,
        )
        for name, state in VIEWS.items()
    )


def _month(text: str) -> date | None:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
