"""The hypotheses to start from, when the buyer gives none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from perenne.rules.law import Confidence, Default, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.segments import SegmentFinding
from perenne.rules.texts import PRACTICE, SUD_77
from perenne.values import Euros, Share

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Defaults:
    """Each with its usual value, bounds, source and confidence."""

    labour_share: Default[Share]
    effort_rate: Default[Share]
    hourly_cost: Default[Euros]

    @property
    def confidence(self) -> Confidence:
        """The weakest of the three: what the calibration as a whole is worth."""
        weakest_first = (Confidence.VARIES, Confidence.LIKELY, Confidence.SURE)
        held = {self.labour_share.confidence, self.effort_rate.confidence}
        held.add(self.hourly_cost.confidence)
        return next(level for level in weakest_first if level in held)

    def held(self, practice: Practice) -> Defaults:
        """The same, with the values that a committee holds."""
        return Defaults(
            _held(self.labour_share, practice),
            _held(self.effort_rate, practice),
            _held(self.hourly_cost, practice),
        )


# Published example of Seine-et-Marne: 50 %, 5 %, 25 to 30 € an hour; bounds are of practice.
GENERAL_LABOUR_SHARE = Default(
    Share.percent(50),
    Share.percent(20),
    Share.percent(90),
    SUD_77,
    Confidence.LIKELY,
    "segments.general.labour_share",
    "Métier inconnu : part de main-d’œuvre",
)
GENERAL_EFFORT_RATE = Default(
    Share.percent(5),
    Share.percent(5),
    Share.percent(10),
    SUD_77,
    Confidence.LIKELY,
    "segments.general.effort_rate",
    "Métier inconnu : taux d’effort",
)
GENERAL_HOURLY_COST = Default(
    Euros.of(30),
    Euros.of(20),
    Euros.of(60),
    PRACTICE,
    Confidence.VARIES,
    "segments.general.hourly_cost",
    "Métier inconnu : coût horaire chargé",
)
GENERAL = Defaults(GENERAL_LABOUR_SHARE, GENERAL_EFFORT_RATE, GENERAL_HOURLY_COST)


@cites(
    SUD_77,
    PRACTICE,
    says="De quelles hypothèses partir quand l’acheteur n’en donne pas ?",
    confidence=Confidence.VARIES,
)
def defaults_for(finding: SegmentFinding, *, practice: Practice = USUAL) -> Defaults:
    """Those of the trade; the published example of Seine-et-Marne when no trade is known."""
    trade = finding.trade
    if trade is None:
        return GENERAL.held(practice)
    return Defaults(trade.labour_share, trade.effort_rate, trade.hourly_cost).held(practice)


def _held(usual: Default[T], practice: Practice) -> Default[T]:
    return replace(usual, value=practice.of(usual))
