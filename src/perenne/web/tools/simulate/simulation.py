"""What a clause asks of a company, told before its bid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from perenne.rules.calibration import in_people
from perenne.rules.deadlines import DELAYS, Delay, DelayCode, asked_by
from perenne.rules.deadlines.falling_due import SAID
from perenne.rules.french import in_full
from perenne.rules.hirings import Bid, Way, ways_of
from perenne.rules.law import Dated
from perenne.values import Hours
from perenne.web.tools.teams import Teams, teams_for

# What a company meets, from the award to each month of work.
MET = (
    DelayCode.FIRST_CONTACT,
    DelayCode.KICK_OFF,
    DelayCode.ACTION_PLAN,
    DelayCode.ELIGIBILITY,
    DelayCode.STATEMENT,
)


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be done, by whom, in what time, and whence that delay comes."""

    label: str
    actor: str
    span: str
    after: str
    source: str


@dataclass(frozen=True, slots=True)
class Simulation:
    """`ask_by`: the last day to have a person checked before the first one of work."""

    bid: Bid
    ways: tuple[Way, ...]
    ask_by: str

    @property
    def hours(self) -> Hours:
        return self.bid.hours

    @property
    def people(self) -> str:
        return in_people(self.bid.hours, self.bid.months)

    @property
    def teams(self) -> Teams:
        return teams_for(self.bid.hours, self.bid.months)

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(_step(DELAYS[code]) for code in MET)


def simulate(bid: Bid, *, start: date | None) -> Simulation:
    asked = in_full(asked_by(DelayCode.ELIGIBILITY, start)) if start else ""
    return Simulation(bid, ways_of(bid), asked)


def _step(delay: Delay) -> Step:
    span = delay.span.latest if isinstance(delay.span, Dated) else delay.span.value
    return Step(
        delay.label,
        delay.actor.label,
        SAID[delay.unit].format(span),
        delay.event.label,
        str(delay.source),
    )
