"""How late a commitment is: what it should have done by the last day whose hours can be known.

One day for every page and every letter: nobody is told that hours lack for a month whose
statement may still come, nor for hours that were settled.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from perenne.rules.law import Confidence, cites
from perenne.rules.pace.forecast import Counted, known_until
from perenne.rules.practice import USUAL, Practice
from perenne.rules.targets import Facts, Target, target_on
from perenne.rules.texts import CCAG_FOLLOW_UP, CCAG_HEARING, PRACTICE
from perenne.values import Hours

NO_HOURS = Hours(0)


@dataclass(frozen=True, slots=True)
class Settlement:
    """What nobody claims any more: hours that a decision settled; all of them, once the final
    certificate of the contract is given."""

    hours: Hours = NO_HOURS
    is_certified: bool = False

    def left_of(self, lacking: Hours) -> Hours:
        return NO_HOURS if self.is_certified else max(NO_HOURS, lacking - self.hours)


NOTHING_SETTLED = Settlement()


@dataclass(frozen=True, slots=True)
class Lateness:
    """`on`: the last day whose hours are known; `then` and `now`: what is owed as it stood that
    day, and as it stands today; `expected`: by that day; `counted`: in all.
    """

    on: date
    then: Target
    now: Target
    expected: Hours
    counted: Hours
    settlement: Settlement = NOTHING_SETTLED

    @property
    def lacking(self) -> Hours:
        return max(NO_HOURS, self.expected - self.counted)

    @property
    def open(self) -> Hours:
        """Of those that lack, what nothing has settled."""
        return self.settlement.left_of(self.lacking)

    @property
    def is_over(self) -> bool:
        """All of its hours can be known."""
        return self.now.period is not None and self.on >= self.now.period.ends_on

    @property
    def is_suspended(self) -> bool:
        return self.now.period is not None and self.now.period.is_suspended


@cites(
    PRACTICE,
    CCAG_FOLLOW_UP,
    CCAG_HEARING,
    says="À quel jour le retard d’un marché se juge-t-il ?",
    confidence=Confidence.VARIES,
)
def lateness(
    facts: Facts,
    counted: Counted,
    on: date,
    *,
    settlement: Settlement = NOTHING_SETTLED,
    practice: Practice = USUAL,
) -> Lateness:
    """At the last day whose hours are known, and never for more than what is asked for by today:
    an amendment that takes hours away, or gives time, is not held against who signed it.
    """
    known = known_until(counted, on, practice=practice)
    then = target_on(facts, known, practice=practice)
    now = target_on(facts, on, practice=practice)
    expected = min(then.paced, now.paced)
    return Lateness(known, then, now, expected, counted.total, settlement)
