"""How the hours of commitments keep their pace: expected, counted, foreseen, and how grave it is.

As many questions for one commitment as for a thousand.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.queries.targets import target_facts
from perenne.domain.clauses.states import PENDING, RUNNING
from perenne.domain.compliance.policy.paces import PACES
from perenne.domain.compliance.queries.exposures import exposed
from perenne.domain.compliance.queries.past import Past, past_of
from perenne.domain.compliance.queries.standings import counted_by_month, standing_in
from perenne.domain.procurement.queries import ContractFacts, facts_of_contracts
from perenne.kit.actors import Actor
from perenne.rules.pace import (
    Alert,
    Counted,
    Forecast,
    Lateness,
    Level,
    Reading,
    Settlement,
    alert_of,
    forecast,
    lateness,
)
from perenne.rules.practice import USUAL, Practice
from perenne.rules.targets import Calendar, Facts, Target
from perenne.values import Euros, Hours, Period, Share

PLACE = Coalesce("contract__lot__purchase__commune__epci", "contract__buyer__commune__epci")
PLACE_NAME = Coalesce(
    "contract__lot__purchase__commune__epci__name", "contract__buyer__commune__epci__name"
)
NOTHING = Hours(0)
DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class Pace:
    facts: Facts
    counted: Counted
    late: Lateness
    calendar: Calendar
    forecast: Forecast | None
    reading: Reading
    alert: Alert

    @property
    def measured_on(self) -> date:
        """The last day whose hours are known."""
        return self.late.on

    @property
    def target(self) -> Target:
        """What is owed as it stands today."""
        return self.late.now

    @property
    def due(self) -> Hours:
        """At the end, with what is ordered or decided already."""
        return self.reading.due

    @property
    def ends_on(self) -> date | None:
        return self.target.period.ends_on if self.target.period else None

    @property
    def missing(self) -> Hours:
        """At the end, at the mean pace of the last months; all that is due when nothing is said."""
        to_come = self.forecast.middle if self.forecast else self.reading.counted
        return self.late.settlement.left_of(max(NOTHING, self.due - to_come))


@dataclass(frozen=True, slots=True)
class PaceRow:
    """`exposure`: None where no penalty is written that hours alone can measure."""

    id: int
    object: str
    reference: str
    buyer_id: int
    buyer: str
    facilitator_id: int
    facilitator: str
    lead: str
    epci: str
    epci_name: str
    pace: Pace
    exposure: Euros | None
    days_left: int | None

    @property
    def level(self) -> Level:
        return self.pace.alert.level


def paces(*, seen_by: Actor, on: date) -> tuple[PaceRow, ...]:
    """Of the commitments under way, the gravest first, then those with the greatest gap."""
    rows = PACES.rows("pace.view", seen_by).filter(state__in=[PENDING, RUNNING])
    found = pace_rows(rows, on=on)
    return tuple(sorted(found, key=lambda it: (-it.level, -it.pace.reading.gap.minutes, it.id)))


def pace_rows(
    rows: "QuerySet[Commitment, Any]", *, on: date, practice: Practice = USUAL
) -> tuple[PaceRow, ...]:
    """For those whose right to see them is checked already: four queries."""
    told = list(
        rows.select_related("clause", "contract__buyer", "contract__facilitator")
        .annotate(epci=PLACE, epci_name=PLACE_NAME)
        .order_by("pk")
    )
    contracts = facts_of_contracts(row.contract_id for row in told)
    counted = counted_by_month((row.pk for row in told), on=on)
    past = past_of({row.contract_id for row in told})
    return tuple(
        _row(
            row,
            contracts[row.contract_id],
            past,
            pace_of(
                target_facts(row, contracts[row.contract_id]),
                counted[row.pk],
                on=on,
                settlement=past.settlement(row.pk),
                practice=practice,
            ),
            on,
        )
        for row in told
    )


def _row(row: Any, contract: ContractFacts, past: Past, pace: Pace, on: date) -> PaceRow:
    return PaceRow(
        id=row.pk,
        object=contract.object,
        reference=contract.reference,
        buyer_id=contract.buyer_id,
        buyer=row.contract.buyer.name,
        facilitator_id=contract.facilitator_id,
        facilitator=row.contract.facilitator.name,
        lead=contract.lead.name if contract.lead else "",
        epci=row.epci or "",
        epci_name=row.epci_name or "",
        pace=pace,
        exposure=exposed(row, standing_in(pace.late), on, past=past),
        days_left=(pace.ends_on - on).days if pace.ends_on else None,
    )


def pace_of(
    facts: Facts,
    counted: Counted,
    *,
    on: date,
    settlement: Settlement,
    practice: Practice = USUAL,
) -> Pace:
    """Expected and counted are compared on the last day whose hours can be known."""
    late = lateness(facts, counted, on, settlement=settlement, practice=practice)
    calendar = facts.calendar_on(on)
    reading, to_come = _reading(late, counted, calendar, practice)
    return Pace(
        facts=facts,
        counted=counted,
        late=late,
        calendar=calendar,
        forecast=to_come,
        reading=reading,
        alert=alert_of(reading, practice=practice),
    )


def _reading(
    late: Lateness, counted: Counted, calendar: Calendar, practice: Practice
) -> tuple[Reading, Forecast | None]:
    now, known = late.now, late.on
    period = now.period
    if period is None or known < period.starts_on:
        return Reading(now.expected, NOTHING, counted.total, has_started=False), None
    execution = Period(period.starts_on, period.ends_on + DAY)
    to_come = None
    if not period.is_suspended:
        to_come = forecast(counted, calendar, execution, known=known, practice=practice)
    whole = calendar.load(period.starts_on, period.ends_on)
    left = calendar.load(known + DAY, period.ends_on)
    reading = Reading(
        due=now.expected,
        expected=late.expected,
        counted=counted.total,
        is_over=late.is_over,
        is_suspended=period.is_suspended,
        left=Share(10_000 * left // whole if whole else 0),
        forecast=to_come,
        settlement=late.settlement,
    )
    return reading, to_come
