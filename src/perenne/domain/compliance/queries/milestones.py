"""The calendar that the clause of a commitment writes, laid over the days of its contract."""

from collections.abc import Iterable
from datetime import date

from perenne.rules.deadlines import Milestone, MilestoneKind, Monitoring, monitoring_calendar
from perenne.rules.targets import Facts, target_on


def milestones_of(monitoring: Monitoring, facts: Facts, *, on: date) -> tuple[Milestone, ...]:
    """As the contract stands that day (amended, renewed, suspended); none before its first day."""
    period = target_on(facts, on).period
    if period is None:
        return ()
    return monitoring_calendar(
        monitoring,
        period.starts_on,
        facts.months,
        notified_on=facts.notified_on,
        ends_on=period.ends_on,
    )


def coming(milestones: Iterable[Milestone], *, on: date, most: int) -> tuple[Milestone, ...]:
    """The next ones, one of each kind, by day."""
    seen: dict[MilestoneKind, Milestone] = {}
    for one in milestones:
        if one.on >= on:
            seen.setdefault(one.kind, one)
    return tuple(sorted(seen.values(), key=lambda one: one.on)[:most])
