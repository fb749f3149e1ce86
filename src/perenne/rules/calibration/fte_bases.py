"""The annual hours behind a full-time equivalent: three bases are in use, never mixed silently."""

from __future__ import annotations

from dataclasses import dataclass

from perenne.rules.law import Confidence, Source, Table
from perenne.rules.practice import choice
from perenne.rules.texts import LEGAL_WEEK, LEGAL_YEAR, NETWORK_2021
from perenne.values import FteBase

FTE_BASE = choice(
    "calibration.fte_base",
    "Heures annuelles d’un équivalent temps plein",
    FteBase.LEGAL,
    FteBase.PAID,
    FteBase.NETWORK,
    unit="heures",
    source=LEGAL_YEAR,
)


@dataclass(frozen=True, slots=True)
class FteBaseRow:
    base: FteBase
    label: str
    source: Source
    confidence: Confidence

    @property
    def code(self) -> str:
        return self.base.name.lower()


FTE_BASES = Table(
    "fte_bases",
    "Bases d’un équivalent temps plein",
    (
        FteBaseRow(
            FteBase.LEGAL, "1 607 heures : durée annuelle légale", LEGAL_YEAR, Confidence.SURE
        ),
        FteBaseRow(
            FteBase.PAID, "1 820 heures : 52 semaines payées 35 heures", LEGAL_WEEK, Confidence.SURE
        ),
        FteBaseRow(
            FteBase.NETWORK,
            "1 600 heures : chiffres nationaux du réseau en 2021",
            NETWORK_2021,
            Confidence.LIKELY,
        ),
    ),
)
