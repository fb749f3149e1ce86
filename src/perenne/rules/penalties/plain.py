"""Inputs of a penalty to plain JSON types and back, exactly: what a decision keeps for ever.

Keys name their unit (`rate_cents`, `due_minutes`, `cap_basis_points`). A key is never renamed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from perenne.rules.law import Confidence, cites
from perenne.rules.penalties.formulas import Formula
from perenne.rules.penalties.inputs import Bracket, Facts, PenaltyInputs, Tariff
from perenne.rules.texts import PRACTICE
from perenne.values import Euros, Hours, Share


@dataclass(frozen=True, slots=True)
class Codec:
    """How one kind of value is written and read; None stays None."""

    suffix: str
    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


def _itself(value: Any) -> Any:
    return value


CENTS = Codec("_cents", lambda euros: euros.cents, Euros)
MINUTES = Codec("_minutes", lambda hours: hours.minutes, Hours)
BASIS_POINTS = Codec("_basis_points", lambda share: share.basis_points, Share)
DAY = Codec("", date.isoformat, date.fromisoformat)
FORMULA = Codec("", str, Formula)
PLAIN = Codec("", _itself, _itself)

BRACKET = {"up_to": BASIS_POINTS, "times": BASIS_POINTS}
BRACKETS = Codec(
    "",
    lambda brackets: [_written(bracket, BRACKET) for bracket in brackets],
    lambda rows: tuple(Bracket(**_read(row, BRACKET)) for row in rows),
)
TARIFF = {
    "formula": FORMULA,
    "article": PLAIN,
    "rate": CENTS,
    "times": BASIS_POINTS,
    "part": BASIS_POINTS,
    "brackets": BRACKETS,
    "per_document": PLAIN,
    "working_days": PLAIN,
    "cap": BASIS_POINTS,
    "exempt_up_to": CENTS,
    "under_ccag": PLAIN,
    "private": PLAIN,
}
FACTS = {
    "on": DAY,
    "due": MINUTES,
    "validated": MINUTES,
    "exonerated": MINUTES,
    "units": PLAIN,
    "late_days": PLAIN,
    "documents": PLAIN,
    "reference": CENTS,
    "contract_amount": CENTS,
    "earlier": CENTS,
}


@cites(
    PRACTICE,
    says="Que conserve-t-on pour recalculer une pénalité ?",
    confidence=Confidence.SURE,
)
def to_plain(inputs: PenaltyInputs) -> dict[str, Any]:
    return {
        "version": inputs.version,
        "tariff": _written(inputs.tariff, TARIFF),
        "facts": _written(inputs.facts, FACTS),
    }


@cites(
    PRACTICE,
    says="Que disent les données conservées d’une pénalité ?",
    confidence=Confidence.SURE,
)
def from_plain(plain: Mapping[str, Any]) -> PenaltyInputs:
    """KeyError when a key is missing: nothing is supposed about a decision already taken."""
    return PenaltyInputs(
        tariff=Tariff(**_read(plain["tariff"], TARIFF)),
        facts=Facts(**_read(plain["facts"], FACTS)),
        version=plain["version"],
    )


def _written(kept: Tariff | Facts | Bracket, codecs: Mapping[str, Codec]) -> dict[str, Any]:
    values = {name: getattr(kept, name) for name in codecs}
    return {
        name + codec.suffix: None if values[name] is None else codec.write(values[name])
        for name, codec in codecs.items()
    }


def _read(plain: Mapping[str, Any], codecs: Mapping[str, Codec]) -> dict[str, Any]:
    values = {name: plain[name + codec.suffix] for name, codec in codecs.items()}
    return {
        name: None if values[name] is None else codec.read(values[name])
        for name, codec in codecs.items()
    }
