"""What changed from one line to the next, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from perenne.rules.comparison.lines import PlannedLine
from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.texts import NEEDS
from perenne.values import Euros, fold

UNKNOWN = "non indiqué"


@dataclass(frozen=True, slots=True)
class Change:
    """`before` and `after` as a person reads them."""

    label: str
    before: str
    after: str


@cites(
    NEEDS,
    says="Qu’est-ce qui a changé d’une programmation à l’autre ?",
    confidence=Confidence.SURE,
)
def changes_between(before: PlannedLine, after: PlannedLine) -> tuple[Change, ...]:
    """None of them: the line is as it was. Accents, capitals and spaces change nothing."""
    return tuple(
        Change(label, said(old), said(new))
        for label, fact, said in TOLD
        if not _same(old := fact(before), new := fact(after))
    )


def _same(old: Any, new: Any) -> bool:
    return bool(fold(old) == fold(new)) if isinstance(old, str) else bool(old == new)


def _text(value: str) -> str:
    return value.strip() or UNKNOWN


def _amount(value: Euros | None) -> str:
    return UNKNOWN if value is None else str(value)


def _months(value: int | None) -> str:
    return UNKNOWN if value is None else typeset(f"{value} mois")


def _day(value: Any) -> str:
    return UNKNOWN if value is None else in_full(value)


Fact = Callable[[PlannedLine], Any]
TOLD: tuple[tuple[str, Fact, Callable[[Any], str]], ...] = (
    ("Intitulé", lambda line: line.object, _text),
    ("Montant", lambda line: line.amount, _amount),
    ("Durée", lambda line: line.months, _months),
    ("Lancement", lambda line: line.launch_on, _day),
    ("Lieu", lambda line: line.place, _text),
    ("Lot", lambda line: line.lot, _text),
)
