"""Where commitments stand: hours expected by the last day whose hours can be known, and counted.

Of those whose right to see them is checked already; as many queries for one as for a thousand.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.queries.targets import facts_of
from perenne.domain.compliance.models import Letter, Shortfall
from perenne.domain.compliance.queries.past import Past, past_of
from perenne.domain.hours.queries.complete import months_on
from perenne.rules.pace import Counted, Lateness, first_open_month, is_worth_telling, lateness
from perenne.values import Hours

NO_HOURS = Hours(0)


@dataclass(frozen=True, slots=True)
class Standing:
    """Hours of a commitment: `expected` by the day `on`, `counted` by the ledger in all.

    `is_late`: by enough to alert the company, or over; `open`: of those that lack, what neither a
    decision nor the final certificate has settled.
    """

    expected: Hours
    counted: Hours
    on: date
    is_late: bool
    open: Hours

    @property
    def lacking(self) -> Hours:
        return max(NO_HOURS, self.expected - self.counted)

    @property
    def settled(self) -> Hours:
        return self.lacking - self.open

    @property
    def is_settled(self) -> bool:
        """Hours lack, and nobody claims them any more."""
        return bool(self.lacking) and not self.open


def standings(commitments: Iterable[int], *, on: date) -> Mapping[int, Standing]:
    """Without a calendar, none."""
    rows = Commitment.objects.filter(pk__in=list(commitments)).select_related("clause")
    return standings_of(list(rows), on=on)


def standings_of(
    rows: list[Commitment], *, on: date, past: Past | None = None
) -> Mapping[int, Standing]:
    """Of commitments read with their clause; `past`, when it was read already."""
    counted = counted_by_month((row.pk for row in rows), on=on)
    past = past or past_of({row.contract_id for row in rows})
    found = {
        pk: lateness(facts, counted[pk], on, settlement=past.settlement(pk))
        for pk, facts in facts_of(rows).items()
    }
    return {pk: standing_in(late) for pk, late in found.items() if late.now.period is not None}


def standing_in(late: Lateness) -> Standing:
    return Standing(late.expected, late.counted, late.on, is_worth_telling(late), late.open)


def counted_by_month(commitments: Iterable[int], *, on: date) -> Mapping[int, Counted]:
    """What the ledger counts on each, by the month in which it was worked, and the months of which
    nothing is awaited any more; one query."""
    months = months_on(commitments, since=first_open_month(on))
    return {pk: Counted(it.counted, frozenset(it.complete)) for pk, it in months.items()}


def standing_kept(row: Shortfall | Letter) -> Standing:
    """As it was on the day of an alert or of a letter."""
    expected, counted = Hours(row.expected_minutes), Hours(row.counted_minutes)
    settled = Hours(row.settled_minutes) if isinstance(row, Letter) else NO_HOURS
    left = max(NO_HOURS, expected - counted - settled)
    return Standing(expected, counted, row.measured_on, is_late=True, open=left)


def nowhere(on: date) -> Standing:
    """Of what has no calendar any more."""
    return Standing(NO_HOURS, NO_HOURS, on, is_late=False, open=NO_HOURS)
