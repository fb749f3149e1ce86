"""What the target of a commitment stands on, each thing with the day on which it was recorded.

Amounts before tax, durations in months. `recorded_on` is when the house learnt it: what took
effect in March and was told in May was not known in April.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from perenne.rules.calibration.amendments import Recalculation
from perenne.rules.calibration.call_offs import CallOff, Invoice, Scheme
from perenne.rules.targets.calendar import EVEN, Calendar, Season
from perenne.values import Euros, Hours

ALWAYS = date.min


@dataclass(frozen=True, slots=True)
class Change:
    """An amendment. `amount` and `months` are those of the whole contract, `hours` of all of it."""

    number: int
    effective_on: date
    amount: Euros | None = None
    months: int | None = None
    hours: Hours | None = None
    recorded_on: date = ALWAYS


@dataclass(frozen=True, slots=True)
class Renewing:
    """A renewal decided, one way or the other."""

    number: int
    decided_on: date
    starts_on: date
    takes_place: bool = True
    recorded_on: date = ALWAYS


@dataclass(frozen=True, slots=True)
class Pause:
    """A suspension, both days included; the end may be learnt after the beginning."""

    since: date
    until: date | None = None
    recorded_on: date = ALWAYS
    until_recorded_on: date = ALWAYS


@dataclass(frozen=True, slots=True)
class Part:
    """A phase by its amount: the first one is firm, the buyer affirms the others."""

    label: str
    amount: Euros
    is_firm: bool = False
    affirmed_on: date | None = None
    lapses_on: date | None = None


@dataclass(frozen=True, slots=True)
class Bill:
    amount: Euros
    on: date
    recorded_on: date = ALWAYS


@dataclass(frozen=True, slots=True)
class Order:
    code: str
    ordered: Euros
    issued_on: date
    closed_on: date | None = None
    bills: tuple[Bill, ...] = ()
    recorded_on: date = ALWAYS

    @property
    def call_off(self) -> CallOff:
        """The same, as the rules of framework agreements read it."""
        invoices = tuple(Invoice(bill.amount, bill.on) for bill in self.bills)
        return CallOff(self.code, self.ordered, self.issued_on, invoices, self.closed_on)


@dataclass(frozen=True, slots=True)
class End:
    """The last day of the contract, at its term or terminated before."""

    on: date
    is_termination: bool = False
    recorded_on: date = ALWAYS


@dataclass(frozen=True, slots=True)
class Done:
    """Hours validated that day."""

    hours: Hours
    on: date
    recorded_on: date = ALWAYS


@dataclass(frozen=True, slots=True)
class Facts:
    """`written`: the hours of the clause, or so many by amount invoiced. `renewal_months`: how
    long each possible renewal lasts. `covers_renewals`: the hours were written over the longest
    duration, and the part of a renewal is owed when it takes place. `season`: the months in which
    hours are expected.
    """

    written: Hours | Scheme
    amount: Euros
    months: int
    notified_on: date | None = None
    starts_on: date | None = None
    recalculation: Recalculation = Recalculation.NEVER
    covers_renewals: bool = True
    renewal_months: tuple[int, ...] = ()
    changes: tuple[Change, ...] = ()
    renewals: tuple[Renewing, ...] = ()
    pauses: tuple[Pause, ...] = ()
    parts: tuple[Part, ...] = ()
    orders: tuple[Order, ...] = ()
    end: End | None = None
    done: tuple[Done, ...] = ()
    season: Season = EVEN

    def done_by(self, day: date) -> Hours:
        return sum((it.hours for it in self.done if it.on <= day), Hours(0))

    def changes_by(self, day: date) -> tuple[Change, ...]:
        """In the order in which they take effect; those of one day by their number."""
        changes = (it for it in self.changes if it.effective_on <= day)
        return tuple(sorted(changes, key=lambda it: (it.effective_on, it.number)))

    def calendar_on(self, day: date) -> Calendar:
        """As it stands that day: a suspension that lasts is counted to that day."""
        stops = ((it.since, it.until or day) for it in self.pauses if it.since <= day)
        return Calendar(self.season, tuple(sorted(stops)))

    def ended_by(self, day: date) -> End | None:
        """The end, once its day has come."""
        return self.end if self.end is not None and self.end.on <= day else None


def known(facts: Facts, on: date) -> Facts:
    """The same contract as the house knew it that day: what came later is taken away."""
    return replace(
        facts,
        changes=tuple(it for it in facts.changes if it.recorded_on <= on),
        renewals=tuple(it for it in facts.renewals if it.recorded_on <= on),
        pauses=tuple(_pause(it, on) for it in facts.pauses if it.recorded_on <= on),
        parts=tuple(_part(it, on) for it in facts.parts),
        orders=tuple(_order(it, on) for it in facts.orders if it.recorded_on <= on),
        end=facts.end if facts.end is not None and facts.end.recorded_on <= on else None,
        done=tuple(it for it in facts.done if it.recorded_on <= on),
    )


def _pause(pause: Pause, on: date) -> Pause:
    return pause if pause.until_recorded_on <= on else replace(pause, until=None)


def _part(part: Part, on: date) -> Part:
    return replace(part, affirmed_on=_by(part.affirmed_on, on))


def _order(order: Order, on: date) -> Order:
    bills = tuple(bill for bill in order.bills if bill.recorded_on <= on)
    return replace(order, bills=bills, closed_on=_by(order.closed_on, on))


def _by(day: date | None, on: date) -> date | None:
    """A decision told on its own day."""
    return day if day is not None and day <= on else None
