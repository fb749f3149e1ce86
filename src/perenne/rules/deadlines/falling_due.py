"""The day on which a delay ends, and how it was counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from perenne.rules.deadlines.delays import DELAYS, Delay, DelayCode, Unit
from perenne.rules.deadlines.statements import closing_day
from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, Dated, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import CCAG_PERIODS, EU_PERIODS
from perenne.rules.working_days import (
    Territory,
    days_after,
    months_after,
    next_month_on,
    working_day_at_or_after,
    working_day_at_or_before,
    working_days_after,
)

Reckoning: TypeAlias = Callable[[date, int, Territory], date]


@dataclass(frozen=True, slots=True)
class Due:
    """The last day on which it is still time."""

    on: date
    reason: str


@cites(
    CCAG_PERIODS,
    EU_PERIODS,
    says="Quand ce délai expire-t-il ?",
    confidence=Confidence.LIKELY,
)
def due_on(
    code: DelayCode,
    event_day: date,
    territory: Territory = Territory.METROPOLE,
    practice: Practice = USUAL,
) -> Due:
    """LookupError, in French, for a number of the law asked before its first day."""
    delay = DELAYS[code]
    span = _span(delay, event_day, practice)
    start = closing_day(event_day, practice) if code is DelayCode.STATEMENT else event_day
    last = RECKONINGS[delay.unit](start, span, territory)
    carried = _carried(delay, last, territory)
    moved = f" Ce jour n'est pas ouvré : le délai va au {in_full(carried)}."
    return Due(
        carried,
        typeset(
            f"{delay.label}, {delay.event.label} le {in_full(start)} : "
            f"{SAID[delay.unit].format(span)}, soit le {in_full(last)}."
            f"{moved if carried != last else ''}"
        ),
    )


def _span(delay: Delay, event_day: date, practice: Practice) -> int:
    if isinstance(delay.span, Dated):
        return delay.span.on(event_day)
    return practice.of(delay.span)


def _carried(delay: Delay, last: date, territory: Territory) -> date:
    if not delay.carried:
        return last
    if delay.unit is Unit.DAYS_BEFORE:
        return working_day_at_or_before(last, territory)
    return working_day_at_or_after(last, territory)


RECKONINGS: Mapping[Unit, Reckoning] = {
    Unit.DAYS: lambda day, span, _: days_after(day, span),
    Unit.DAYS_BEFORE: lambda day, span, _: days_after(day, -span),
    Unit.WORKING_DAYS: working_days_after,
    Unit.MONTHS: lambda day, span, _: months_after(day, span),
    Unit.DAY_OF_NEXT_MONTH: lambda day, span, _: next_month_on(day, span),
}
SAID: Mapping[Unit, str] = {
    Unit.DAYS: "{} jours",
    Unit.DAYS_BEFORE: "{} jours avant",
    Unit.WORKING_DAYS: "{} jours ouvrés",
    Unit.MONTHS: "{} mois",
    Unit.DAY_OF_NEXT_MONTH: "au plus tard le {} du mois suivant",
}
