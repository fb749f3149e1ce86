"""The decision of the buyer, as it is written to the company."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from perenne.rules.french import in_full
from perenne.rules.kick_off import Paper
from perenne.rules.law import Confidence, cites
from perenne.rules.letters.facts import (
    Reckoning,
    Shortage,
    computation,
    contract_in,
    hours_in,
    texts_in,
)
from perenne.rules.texts import BUYERS_REMISSION, CCAG_PENALTIES
from perenne.rules.wording.pieces import Section, section
from perenne.values import Euros


class Sense(StrEnum):
    APPLIED = "applied"
    REDUCED = "reduced"
    CATCH_UP = "catch_up"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class Decided:
    """`sense` by its code; `by`: the last day of a plan to catch up, None for the others."""

    sense: str
    amount: Euros
    motive: str
    by: date | None = None


@cites(
    CCAG_PENALTIES,
    BUYERS_REMISSION,
    says="Comment l’acheteur notifie-t-il sa décision ?",
    confidence=Confidence.LIKELY,
)
def decision(said: Shortage, found: Reckoning, decided: Decided) -> Paper:
    """ValueError for a sense that is unknown."""
    told = TOLD[Sense(decided.sense)](said, found, decided)
    return Paper(
        "Décision sur vos heures d’insertion",
        (
            contract_in(said),
            section("La décision", *told, f"Motif : {decided.motive}"),
            hours_in(said, "Les heures prises en compte"),
            _computed(found, decided),
            *texts_in(said),
        ),
    )


def _computed(found: Reckoning, decided: Decided) -> Section:
    lines, version = computation(found)
    due = " Elle n'est pas due." if not decided.amount else ""
    return section("Le calcul proposé", f"Pénalité calculée : {found.amount}.{due}", lines, version)


def _applied(said: Shortage, found: Reckoning, decided: Decided) -> tuple[str, ...]:
    return (f"{said.buyer} applique la pénalité de {decided.amount}.", FREES_NOTHING)


def _reduced(said: Shortage, found: Reckoning, decided: Decided) -> tuple[str, ...]:
    return (
        f"{said.buyer} réduit la pénalité à {decided.amount}, au lieu de {found.amount}.",
        FREES_NOTHING,
    )


def _catch_up(said: Shortage, found: Reckoning, decided: Decided) -> tuple[str, ...]:
    assert decided.by is not None
    return (
        f"{said.buyer} n'applique pas de pénalité et accepte un plan de rattrapage : les heures "
        f"qui manquent sont à réaliser jusqu'au {in_full(decided.by)}.",
    )


def _waived(said: Shortage, found: Reckoning, decided: Decided) -> tuple[str, ...]:
    return (f"{said.buyer} renonce à la pénalité : aucune somme n'est due.",)


FREES_NOTHING = (
    "Elle ne libère pas de l'obligation d'insertion : les heures à venir restent à réaliser."
)
Telling = Callable[[Shortage, Reckoning, Decided], tuple[str, ...]]
TOLD: Mapping[Sense, Telling] = {
    Sense.APPLIED: _applied,
    Sense.REDUCED: _reduced,
    Sense.CATCH_UP: _catch_up,
    Sense.WAIVED: _waived,
}
