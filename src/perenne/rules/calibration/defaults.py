"""The hypotheses to start from, when the buyer gives none."""

from __future__ import annotations

from dataclasses import dataclass

from perenne.rules.law import Confidence, Default, cites
from perenne.rules.segments import SegmentFinding
from perenne.rules.texts import PRACTICE, SUD_77
from perenne.values import Euros, Share


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


# Published example of Seine-et-Marne: 50 %, 5 %, 25 to 30 € an hour; bounds are of practice.
GENERAL = Defaults(
    labour_share=Default(
        Share.percent(50), Share.percent(20), Share.percent(90), SUD_77, Confidence.LIKELY
    ),
    effort_rate=Default(
        Share.percent(5), Share.percent(5), Share.percent(10), SUD_77, Confidence.LIKELY
    ),
    hourly_cost=Default(Euros.of(30), Euros.of(20), Euros.of(60), PRACTICE, Confidence.VARIES),
)


@cites(SUD_77, PRACTICE)
def defaults_for(finding: SegmentFinding) -> Defaults:
    """Those of the trade; the published example of Seine-et-Marne when no trade is known."""
    trade = finding.trade
    if trade is None:
        return GENERAL
    return Defaults(trade.labour_share, trade.effort_rate, trade.hourly_cost)
