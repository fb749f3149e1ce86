"""Where commitments stand: hours expected by the last day whose hours can be known, and counted.

Of those whose right to see them is checked already; as many queries for one as for a thousand.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, QuerySet, Sum

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.queries.targets import facts_of
from perenne.domain.compliance.models import Letter, Shortfall
from perenne.domain.hours.models import Balance
from perenne.rules.pace import Counted, Lateness, is_worth_telling, lateness
from perenne.values import Hours

NO_HOURS = Hours(0)


@dataclass(frozen=True, slots=True)
class Standing:
    """Hours of a commitment: `expected` by the day `on`, `counted` by the ledger in all.

    `is_late`: by enough to alert the company, or over.
    """

    expected: Hours
    counted: Hours
    on: date
    is_late: bool

    @property
    def lacking(self) -> Hours:
        return max(NO_HOURS, self.expected - self.counted)


def standings(commitments: Iterable[int], *, on: date) -> Mapping[int, Standing]:
    """Without a calendar, none."""
    rows = Commitment.objects.filter(pk__in=list(commitments)).select_related("clause")
    return standings_of(list(rows), on=on)


def standings_of(rows: list[Commitment], *, on: date) -> Mapping[int, Standing]:
    """Of commitments read with their clause; two queries."""
    counted = counted_by_month(row.pk for row in rows)
    found = {pk: lateness(facts, counted[pk], on) for pk, facts in facts_of(rows).items()}
    return {pk: standing_in(late) for pk, late in found.items() if late.now.period is not None}


def standing_in(late: Lateness) -> Standing:
    return Standing(late.expected, late.counted, late.on, is_worth_telling(late))


def counted_by_month(commitments: Iterable[int]) -> Mapping[int, Counted]:
    """What the ledger counts on each, by the month in which it was worked; one query."""
    sums: QuerySet[Any, Any] = (
        Balance.objects.filter(commitment__in=list(commitments), minutes__gt=0)
        .order_by()
        .annotate(month=F("work__month"))
        .values_list("commitment", "month")
        .annotate(sum=Sum("minutes"))
    )
    found: dict[int, dict[date, Hours]] = defaultdict(dict)
    for commitment, month, minutes in sums:
        found[commitment][month] = Hours(minutes)
    return defaultdict(lambda: Counted({}), {pk: Counted(it) for pk, it in found.items()})


def standing_kept(row: Shortfall | Letter) -> Standing:
    """As it was on the day of an alert or of a letter."""
    expected, counted = Hours(row.expected_minutes), Hours(row.counted_minutes)
    return Standing(expected, counted, row.measured_on, is_late=True)


def nowhere(on: date) -> Standing:
    """Of what has no calendar any more."""
    return Standing(NO_HOURS, NO_HOURS, on, is_late=False)
