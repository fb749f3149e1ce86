"""The hours to come, counted from the purchases and their clauses, then protected.

By segment and quarter, by EPCI and quarter: never by both at once, where one purchase would stand
alone. Who stands behind a figure is a buyer; `rules.secrecy` hides what rests on fewer than three
of them, or on one for the most part, and whatever would give it back.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from perenne.domain.clauses.models import Clause
from perenne.domain.clauses.states import ClauseState
from perenne.domain.programming.models import PlannedPurchase, Programme
from perenne.domain.programming.queries.following import last_versions, still_current
from perenne.domain.programming.states import PurchaseState
from perenne.domain.territories.models import Epci
from perenne.rules.screening import Advice
from perenne.rules.secrecy import Behind, Cell, Grid, protect
from perenne.rules.segments import Segment
from perenne.values import Hours

QUARTERS = 8
NOT_CALIBRATED = (ClauseState.DRAFT.value, "dropped")


@dataclass(frozen=True, slots=True)
class Foreseen:
    """One purchase to come. `minutes`: of its clause once calibrated, else of its screening."""

    buyer: str
    segment: str
    epci: str
    quarter: str
    month: str
    minutes: int


def quarters_from(day: date, number: int = QUARTERS) -> tuple[str, ...]:
    """« 2027-T1 » and those that follow, the quarter of the day first."""
    first = day.year * 4 + (day.month - 1) // 3
    return tuple(f"{at // 4}-T{at % 4 + 1}" for at in range(first, first + number))


def foreseen(on: date) -> list[Foreseen]:
    """Received or kept, said once, dated, and that its buyer lets be counted. One query."""
    calibrated = Clause.objects.filter(purchase=OuterRef("pk")).exclude(state__in=NOT_CALIBRATED)
    worth = Q(state=PurchaseState.KEPT) | Q(state=PurchaseState.RECEIVED, advice=Advice.RECOMMENDED)
    current = Programme.objects.filter(last_versions())
    rows: Any = (
        PlannedPurchase.objects.filter(worth, still_current(), is_discreet=False)
        .filter(
            programme__in=current,
            launch_on__gte=date(on.year, on.month, 1),
        )
        .exclude(segment="")
        .annotate(due=Coalesce(Subquery(calibrated.values("due_minutes")[:1]), F("minutes"), 0))
        .values_list("programme__buyer_id", "segment", "commune__epci_id", "launch_on", "due")
    )
    return [
        Foreseen(str(buyer), segment, epci or "", quarter_of(day), f"{day:%Y-%m}", due)
        for buyer, segment, epci, day, due in rows
    ]


def quarter_of(day: date) -> str:
    return f"{day.year}-T{(day.month - 1) // 3 + 1}"


def content_on(on: date) -> dict[str, Any]:
    """What an edition keeps: plain JSON, hours in whole numbers, null where they are hidden."""
    quarters = quarters_from(on)
    found = [one for one in foreseen(on) if one.quarter in quarters]
    places = dict(Epci.objects.values_list("code", "name"))
    by_segment = _grid(found, lambda one: one.segment, [one.value for one in Segment], quarters)
    epcis = sorted({one.epci for one in found if one.epci}, key=lambda code: places[code])
    by_epci = _grid(found, lambda one: one.epci, [*epcis, ""], quarters)
    both = by_segment.keys_hidden_in_totals | by_epci.keys_hidden_in_totals
    return {
        "quarters": list(quarters),
        "segments": by_segment.rows({one.value: one.label for one in Segment}),
        "epcis": by_epci.rows({**places, "": "Lieu non précisé"}),
        "totals": by_segment.totals(but=both),
        "expected": _expected(found),
    }


@dataclass(frozen=True)
class _Published:
    """A grid once protected: codes in their order, hours by place."""

    codes: Sequence[str]
    quarters: Sequence[str]
    hours: Mapping[tuple[int, int], int | None]

    @property
    def keys_hidden_in_totals(self) -> set[int]:
        return {at for at in range(len(self.quarters) + 1) if self._total(at) is None}

    def rows(self, labels: Mapping[str, str]) -> list[dict[str, Any]]:
        """Those that hold something."""
        width = len(self.quarters)
        told = [
            {"code": code, "label": labels[code], "total": self.hours[at, width],
             "hours": [self.hours[at, column] for column in range(width)]}
            for at, code in enumerate(self.codes)
        ]  # fmt: skip
        return [row for row in told if row["total"] != 0]

    def totals(self, but: set[int]) -> list[int | None]:
        """By quarter, then of all; a total hidden in one table is shown in none."""
        return [None if at in but else self._total(at) for at in range(len(self.quarters) + 1)]

    def _total(self, at: int) -> int | None:
        """Of a column; a table of one row has no row of totals: it is its own."""
        last = len(self.codes)
        return self.hours[last if (last, at) in self.hours else 0, at]


def _grid(
    found: Iterable[Foreseen], key: Any, codes: Sequence[str], quarters: Sequence[str]
) -> _Published:
    brought: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one in found:
        brought[key(one), one.quarter][one.buyer] += Hours(one.minutes).whole
    rows = tuple(
        tuple(Cell.shared(brought[code, quarter]) for quarter in quarters) for code in codes
    )
    protected = protect(Grid(rows, Behind.COMPANIES))
    return _Published(
        codes, quarters, {place: protected.published(place) for place in protected.grid.cells}
    )


def _expected(found: Iterable[Foreseen]) -> list[dict[str, Any]]:
    """How many consultations, by month, segment and EPCI: no buyer, no object, no amount."""
    counted = Counter((one.month, one.segment, one.epci) for one in found)
    return [
        {"month": month, "segment": segment, "epci": epci, "number": number}
        for (month, segment, epci), number in sorted(counted.items())
    ]
