"""What structures have said they can do, and what they have promised of it to every clause.

One query for one structure or for a thousand. A kept offer is a promise of its hours until the
last day of its need; somebody hired there is one too, unless the offer that was kept counts them
already. Nothing here is filtered by who looks: cards say what one may read.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from perenne.domain.promises.queries.facts import Structures, What, facts_about
from perenne.rules.practice import USUAL, Practice
from perenne.rules.promises import (
    WHOLE,
    Overload,
    Promise,
    Stated,
    left_of,
    overloads,
    rate,
    rate_of_week,
)
from perenne.values import Hours, Period, add_months

FAR = date(9999, 1, 1)
DAY = timedelta(1)
HORIZON = 24
"""Months ahead in which too much promised is told."""
SOON = 3
"""Whole months to come of which the directory tells what is left, on the mean."""


@dataclass(frozen=True, slots=True)
class Pledge:
    """Hours a month promised to one commitment; `hired`: people, else an offer that was kept."""

    commitment_id: int
    contract: str
    facilitator_id: int
    facilitator: str
    trade: str
    monthly: Hours
    days: Period
    is_hiring: bool

    @property
    def promise(self) -> Promise:
        return Promise(self.monthly, self.days, self.trade)

    def weighs_on(self, overload: Overload) -> bool:
        """Whether it is a part of what is too much."""
        same = overload.trade == WHOLE or self.trade in {overload.trade, WHOLE}
        return same and self.days.meets(overload.days)


@dataclass(frozen=True, slots=True)
class Load:
    """`said_on` by trade; `seen`: the most promised that each facilitator has read."""

    structure_id: int
    name: str
    stated: tuple[Stated, ...]
    said_on: Mapping[str, date]
    pledges: tuple[Pledge, ...]
    overloads: tuple[Overload, ...]
    seen: Mapping[int, Hours]

    @property
    def promises(self) -> tuple[Promise, ...]:
        return tuple(it.promise for it in self.pledges)

    @property
    def most(self) -> Hours:
        """The most that is promised at once beyond what it has; none when all can be held."""
        return max((it.promised for it in self.overloads), default=Hours(0))

    def left(self, span: Period) -> Mapping[str, Hours]:
        return left_of(self.stated, self.promises, span)

    def concerns(self, facilitator_id: int | None) -> bool:
        """Whether a part of what is too much was promised to a contract that it follows."""
        over = self.concerned()
        return any(
            it.facilitator_id == facilitator_id and it.commitment_id in over for it in self.pledges
        )

    def is_news_for(self, facilitator_id: int | None) -> bool:
        """It concerns them, and they have not read as much yet."""
        read = self.seen.get(facilitator_id or 0, Hours(0))
        return self.most > read and self.concerns(facilitator_id)

    def concerned(self) -> frozenset[int]:
        """The commitments that share what is too much."""
        return frozenset(
            it.commitment_id
            for it in self.pledges
            if any(it.weighs_on(overload) for overload in self.overloads)
        )


def loads_of(structures: Structures, *, on: date, practice: Practice = USUAL) -> Mapping[int, Load]:
    """By structure, in the order of names; of those alone that said or promised something."""
    facts: dict[int, _Facts] = defaultdict(_Facts)
    for row in facts_about(structures, on):
        facts[row["structure"]].take(row)
    span = Period(on, add_months(on, HORIZON))
    return {pk: it.load(pk, span, practice) for pk, it in facts.items()}


def nothing_said(structure_id: int, name: str) -> Load:
    """Of one that neither said nor promised anything."""
    return Load(structure_id, name, (), {}, (), (), {})


def net_capacity(structures: Structures, *, span: Period) -> Mapping[int, Mapping[str, Hours]]:
    """Hours said and not promised, by structure and trade, over these days."""
    found = loads_of(structures, on=span.start)
    return {pk: load.left(span) for pk, load in found.items()}


@dataclass(frozen=True, slots=True)
class Free:
    """Hours a month that are not promised, on the mean of the months of `span`: of each trade, and
    of all of them together. `promises`: something was taken off, and whole hours are told."""

    span: Period
    by_trade: Mapping[str, Hours]
    whole: Hours
    promises: bool


def free_hours(structures: Structures, *, on: date) -> Mapping[int, Free]:
    """From the first of next month on, of those that say their hours. One query."""
    start = add_months(on.replace(day=1), 1)
    span = Period(start, add_months(start, SOON))
    loads = loads_of(structures, on=on)
    return {pk: _free(load, span) for pk, load in loads.items() if load.stated}


def _free(load: Load, span: Period) -> Free:
    said = Stated(WHOLE, Hours(sum(it.monthly.minutes for it in load.stated)))
    left = {**load.left(span), **left_of([said], load.promises, span)}
    promises = any(it.days.meets(span) for it in load.pledges)
    step = 60 if promises else 1
    monthly = {it: Hours(hours.minutes // SOON // step * step) for it, hours in left.items()}
    whole = monthly.pop(WHOLE)
    return Free(span, monthly, whole, promises)


@dataclass(slots=True)
class _Facts:
    """What the rows of one structure say, as they come."""

    name: str = ""
    stated: list[Stated] = field(default_factory=list)
    said_on: dict[str, date] = field(default_factory=dict)
    pledges: list[Pledge] = field(default_factory=list)
    seen: dict[int, Hours] = field(default_factory=dict)

    def take(self, row: Mapping[str, Any]) -> None:
        self.name, hours = row["name"], Hours(row["minutes"])
        match row["what"]:
            case What.STATED:
                self.stated.append(Stated(row["trade"], hours))
                self.said_on[row["trade"]] = row["since"]
            case What.SEEN:
                self.seen[row["facilitator"]] = hours
            case what:
                self.pledges.append(_pledge(row, hours, what == What.HIRED))

    def load(self, structure_id: int, span: Period, practice: Practice) -> Load:
        over = overloads(self.stated, [it.promise for it in self.pledges], span, practice=practice)
        return Load(
            structure_id,
            self.name,
            tuple(self.stated),
            self.said_on,
            tuple(self.pledges),
            over,
            self.seen,
        )


def _pledge(row: Mapping[str, Any], hours: Hours, is_hiring: bool) -> Pledge:
    days = Period(row["since"], row["until"] + DAY if row["until"] else FAR)
    return Pledge(
        commitment_id=row["commitment"],
        contract=row["object"],
        facilitator_id=row["facilitator"],
        facilitator=row["body"],
        trade=row["trade"],
        monthly=rate_of_week(hours) if is_hiring else rate(hours, days),
        days=days,
        is_hiring=is_hiring,
    )
