"""The indicators of a SPASER: which purchases count, and the rates to publish.

Source: L2111-3. A purchase is a contract of the calendar year, before tax. A rate is a share of
the number and of the value of all purchases, to the basis point, half up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from perenne.rules.law import Confidence, Source, Table, cites
from perenne.rules.texts import SPASER
from perenne.values import Euros, Share


@dataclass(frozen=True, slots=True)
class SpaserPurchase:
    """`social`, `ecological`: a condition, a criterion or a reservation of that kind."""

    amount: Euros
    social: bool = False
    ecological: bool = False
    from_solidarity_enterprise: bool = False
    from_inclusion_structure: bool = False


@dataclass(frozen=True, slots=True)
class Indicator:
    code: str
    label: str
    counts: Callable[[SpaserPurchase], bool]
    source: Source = SPASER
    confidence: Confidence = Confidence.SURE


SPASER_INDICATORS = Table(
    "spaser_indicators",
    "Achats que comptent les indicateurs du SPASER",
    (
        Indicator(
            "SOCIAL",
            "Achats socialement responsables",
            lambda bought: (
                bought.social
                or bought.from_solidarity_enterprise
                or bought.from_inclusion_structure
            ),
            confidence=Confidence.LIKELY,
        ),
        Indicator(
            "ECOLOGIQUE", "Achats écologiquement responsables", lambda bought: bought.ecological
        ),
        Indicator(
            "ESUS",
            "Achats auprès d’entreprises solidaires d’utilité sociale",
            lambda bought: bought.from_solidarity_enterprise,
        ),
        Indicator(
            "INCLUSION",
            "Achats auprès d’entreprises qui emploient des personnes défavorisées ou handicapées",
            lambda bought: bought.from_inclusion_structure,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class SpaserRate:
    """`by_value` is None when nothing was spent."""

    code: str
    label: str
    by_number: Share
    by_value: Share | None


@cites(
    SPASER,
    says="Quels taux le SPASER publie-t-il ?",
    confidence=Confidence.LIKELY,
)
def spaser_rates(purchases: Sequence[SpaserPurchase]) -> tuple[SpaserRate, ...]:
    """One rate by indicator, of all the purchases given; none when there is no purchase."""
    if not purchases:
        return ()
    spent = sum(bought.amount.cents for bought in purchases)
    return tuple(_rate(row, purchases, spent) for row in SPASER_INDICATORS)


def _rate(row: Indicator, purchases: Sequence[SpaserPurchase], spent: int) -> SpaserRate:
    counted = [bought for bought in purchases if row.counts(bought)]
    by_value = _share(sum(bought.amount.cents for bought in counted), spent) if spent else None
    return SpaserRate(row.code, row.label, _share(len(counted), len(purchases)), by_value)


def _share(part: int, whole: int) -> Share:
    return Share((part * 20_000 + whole) // (2 * whole))
