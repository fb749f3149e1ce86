"""What a structure said of itself fades: how old it is, and how far it may still be relied on."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.texts import PRACTICE
from perenne.values import Share

FRESH_DAYS = parameter(
    "directory.fresh_days",
    "Ce qu’une structure a dit d’elle est à jour pendant",
    30,
    between=(7, 60),
    unit="jours",
)
STALE_DAYS = parameter(
    "directory.stale_days",
    "On demande à une structure de confirmer ce qu’elle a dit après",
    90,
    between=(61, 180),
    unit="jours",
)
SILENT_DAYS = parameter(
    "directory.silent_days",
    "Ce qu’une structure a dit ne compte plus après",
    365,
    between=(181, 1_095),
    unit="jours",
)
WHOLE = Share.percent(100).basis_points


class Freshness(StrEnum):
    """How old the last word is, on a day."""

    FRESH = "fresh"
    FADING = "fading"
    STALE = "stale"

    @property
    def label(self) -> str:
        return FRESHNESS_LABELS[self]


FRESHNESS_LABELS = {
    Freshness.FRESH: "À jour",
    Freshness.FADING: "À confirmer bientôt",
    Freshness.STALE: "À confirmer",
}


@cites(
    PRACTICE,
    says="Ce que l’annuaire dit de cette structure est-il encore à jour ?",
    confidence=Confidence.VARIES,
)
def freshness(said_on: date, on: date, practice: Practice = USUAL) -> Freshness:
    """Fresh up to and including `FRESH_DAYS`, fading up to and including `STALE_DAYS`."""
    age = (on - said_on).days
    if age <= practice.of(FRESH_DAYS):
        return Freshness.FRESH
    return Freshness.FADING if age <= practice.of(STALE_DAYS) else Freshness.STALE


@cites(
    PRACTICE,
    says="Jusqu’où peut-on compter sur une capacité dite il y a un certain temps ?",
    confidence=Confidence.VARIES,
)
def trust(said_on: date, on: date, practice: Practice = USUAL) -> Share:
    """All of it while it is fresh, then less each day, nothing from `SILENT_DAYS` on."""
    fresh, silent = practice.of(FRESH_DAYS), practice.of(SILENT_DAYS)
    left = silent - max((on - said_on).days, fresh)
    return Share(max(left, 0) * WHOLE // (silent - fresh))
