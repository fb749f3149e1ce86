"""The state of a contract on one page, for the table of the site meeting.

How many hours, people, structures; never who, nor why they may count. Nine queries.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.queries.commitments import monitoring_of
from perenne.domain.clauses.queries.targets import target_facts
from perenne.domain.clauses.states import CommitmentState
from perenne.domain.compliance.models import Review
from perenne.domain.compliance.policy import FOLLOWED
from perenne.domain.compliance.queries.milestones import coming, milestones_of
from perenne.domain.compliance.queries.pace import Pace, pace_of
from perenne.domain.compliance.queries.past import past_of
from perenne.domain.compliance.queries.reviews import DecisionCard, last_shared, told
from perenne.domain.compliance.queries.standings import counted_by_month
from perenne.domain.compliance.states import PLANNED
from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.states import HiringState
from perenne.domain.hours.models import Sheet
from perenne.domain.hours.states import VALIDATED
from perenne.domain.procurement.queries import contract_facts
from perenne.kit.actors import Actor
from perenne.kit.refusals import NotFound
from perenne.rules.deadlines import Milestone, MilestoneKind
from perenne.rules.pace import Counted
from perenne.values import Hours

SHOWN_MONTHS, SHOWN_STRUCTURES, SHOWN_DATES = 6, 6, 4
NOTHING = Hours(0)


@dataclass(frozen=True, slots=True)
class MonthDone:
    """`waits`: declared or to be declared, not counted yet."""

    month: date
    counted: Hours
    total: Hours
    waits: bool


@dataclass(frozen=True, slots=True)
class Employer:
    """Who employs people on the contract; `now`: those under contract that day."""

    name: str
    people: int
    now: int


@dataclass(frozen=True, slots=True)
class SiteSheet:
    """`pace`: what is expected, what comes at the end, how grave it is."""

    commitment_id: int
    object: str
    reference: str
    buyer: str
    facilitator: str
    lead: str
    state: CommitmentState
    pace: Pace
    counted: Hours
    people: int
    at_work: int
    employers: tuple[Employer, ...]
    months: tuple[MonthDone, ...]
    dates: tuple[Milestone, ...]
    next_review: date | None
    last_review: date | None
    decisions: tuple[DecisionCard, ...]

    @property
    def waiting(self) -> tuple[date, ...]:
        return tuple(one.month for one in self.months if one.waits)


def site_sheet(commitment_id: int, *, seen_by: Actor, on: date) -> SiteSheet:
    rows = FOLLOWED.rows("commitment.print_state", seen_by).filter(pk=commitment_id)
    row = (
        rows.select_related("clause", "contract__buyer", "contract__facilitator")
        .annotate(meets_next_on=Subquery(_coming_reviews(on)))
        .first()
    )
    if row is None:
        raise NotFound(commitment_id)
    contract = contract_facts(row.contract_id)
    facts = target_facts(row, contract)
    by_month = counted_by_month([row.pk], on=on)[row.pk]
    settlement = past_of({row.contract_id}).settlement(row.pk)
    months = _months(row, by_month, on)
    employers, review = _employers(row, on), last_shared(row)
    return SiteSheet(
        commitment_id=row.pk,
        object=contract.object,
        reference=contract.reference,
        buyer=row.contract.buyer.name,
        facilitator=row.contract.facilitator.name,
        lead=contract.lead.name if contract.lead else "",
        state=CommitmentState(row.state),
        pace=pace_of(facts, by_month, on=on, settlement=settlement),
        counted=by_month.total,
        people=_people(row),
        at_work=sum(one.now for one in employers),
        employers=employers[:SHOWN_STRUCTURES],
        months=months[-SHOWN_MONTHS:],
        dates=_dates(row, milestones_of(monitoring_of(row.clause), facts, on=on), on),
        next_review=row.meets_next_on,
        last_review=review.held_on if review else None,
        decisions=tuple(map(told, review.decisions.all())) if review else (),
    )


def _months(row: Commitment, counted: Counted, on: date) -> tuple[MonthDone, ...]:
    """From the first one that counts or waits to the last, by month."""
    sheets = Sheet.objects.filter(commitment=row, month__lt=on.replace(day=1))
    waiting = set(sheets.exclude(state=VALIDATED).values_list("month", flat=True))
    found, total = [], NOTHING
    for month in sorted({*counted.months, *waiting}):
        here = counted.months.get(month, NOTHING)
        total += here
        found.append(MonthDone(month, here, total, month in waiting))
    return tuple(found)


def _employers(row: Commitment, on: date) -> tuple[Employer, ...]:
    """The most people first; those planned or cancelled are left out."""
    rows = (
        Hiring.objects.filter(commitment=row, state__in=WORKED)
        .values("employer_siret", "employer_name").order_by()
        .annotate(
            people=Count("participant", distinct=True),
            now=Count("participant", filter=_at_work(on), distinct=True),
        )
    )  # fmt: skip
    found = (Employer(one["employer_name"], one["people"], one["now"]) for one in rows)
    return tuple(sorted(found, key=lambda one: (-one.people, one.name)))


WORKED = [HiringState.CONFIRMED.value, HiringState.ENDED.value]


def _at_work(on: date) -> Q:
    still = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    return Q(still, state=HiringState.CONFIRMED, starts_on__lte=on)


def _people(row: Commitment) -> int:
    """Each once, whoever employed them."""
    rows = Hiring.objects.filter(commitment=row, state__in=WORKED)
    return rows.values("participant").distinct().count()


def _coming_reviews(on: date) -> "QuerySet[Review, Any]":
    """The day of the next one of a commitment."""
    planned = Review.objects.filter(commitment=OuterRef("pk"), state=PLANNED)
    coming_rows = planned.filter(meets_at__date__gte=on).order_by("meets_at")
    return coming_rows.values("meets_at__date")[:1]


def _dates(row: Commitment, milestones: tuple[Milestone, ...], on: date) -> tuple[Milestone, ...]:
    """The first meetings only until the parties have met."""
    met = {MilestoneKind.FIRST_CONTACT, MilestoneKind.KICK_OFF} if row.kicked_off_on else set()
    return coming((one for one in milestones if one.kind not in met), on=on, most=SHOWN_DATES)
