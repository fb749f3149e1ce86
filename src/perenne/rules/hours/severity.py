"""What a doubt about declared hours is, how grave it is, and how far a committee may tune that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from perenne.rules.french import typeset
from perenne.rules.hours.declared import DeclaredMonth
from perenne.rules.law import Confidence, Default, Source
from perenne.rules.practice import Practice, choice


class DoubtCode(StrEnum):
    NEGATIVE = "DUREE_NEGATIVE"
    MONTH_TO_COME = "MOIS_A_VENIR"
    DAY_TO_COME = "JOUR_A_VENIR"
    BEFORE_GREEN_LIGHT = "AVANT_LE_FEU_VERT"
    OUTSIDE_EMPLOYMENT = "HORS_CONTRAT_DE_TRAVAIL"
    OUTSIDE_PERFORMANCE = "HORS_EXECUTION"
    FULL_DAY = "JOURNEE_IMPOSSIBLE"
    LONG_DAY = "JOURNEE_LONGUE"
    DAY_BEYOND_AGREEMENT = "JOURNEE_TRES_LONGUE"
    LONG_WEEK = "SEMAINE_LONGUE"
    YOUNG_DAY = "JOURNEE_DE_MINEUR"
    YOUNG_WEEK = "SEMAINE_DE_MINEUR"
    LONG_MONTH = "MOIS_LONG"
    BEYOND_CONTRACT = "AU_DELA_DU_CONTRAT"
    SEVERAL_EMPLOYERS = "PLUSIEURS_EMPLOYEURS"
    SUNDAY = "DIMANCHE"
    HOLIDAY = "JOUR_FERIE"
    SUDDEN_CHANGE = "ECART_BRUSQUE"


class Severity(StrEnum):
    """From the lightest: INFO is read, ASK waits for a written reason, BLOCK for a correction."""

    INFO = "info"
    ASK = "ask"
    BLOCK = "block"

    @property
    def label(self) -> str:
        return SEVERITY_LABELS[self]


SEVERITY_LABELS = {
    Severity.INFO: "pour information",
    Severity.ASK: "à expliquer",
    Severity.BLOCK: "bloquant",
}
Holds: TypeAlias = Callable[[DeclaredMonth, Practice], bool]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row: what is hard to believe, and what to ask of it.

    `held`: the severity that a committee chooses; None where the law or the database leaves no
    choice. `severity`: the usual one, or the one in force once `doubts` has answered.
    """

    code: DoubtCode
    label: str
    severity: Severity
    asks: str
    holds: Holds
    source: Source
    confidence: Confidence
    held: Default[Severity] | None = None

    @property
    def question(self) -> str:
        return typeset(self.asks)


def tuned(code: DoubtCode, label: str, usual: Severity, *, least: Severity) -> Default[Severity]:
    """Held by the committee, never lighter than `least`."""
    order = tuple(Severity)
    others = [one for one in order[order.index(least) :] if one is not usual]
    meaning = f"Gravité du contrôle « {label} »"
    return choice(f"hours.check.{code.name.lower()}", meaning, usual, *others)
