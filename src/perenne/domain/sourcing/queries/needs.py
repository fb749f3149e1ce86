"""A need as everybody reads it: the work, the people, the hours, the place, the days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, OuterRef, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from perenne.domain.sourcing.events import trade_label
from perenne.domain.sourcing.models import Candidate, Offer, Opening
from perenne.domain.sourcing.states import HIRED, KEPT, OpeningState
from perenne.rules.waves import Offered, Wanted, covered
from perenne.values import Hours

RELATED = ("commitment__contract__buyer", "party", "commune")
KEPT_MINUTES = Coalesce(
    Subquery(
        Offer.objects.filter(solicitation__opening=OuterRef("pk"), state=KEPT)
        .order_by()
        .values("solicitation__opening")
        .annotate(sum=Sum("kept_minutes"))
        .values("sum")
    ),
    0,
)
HIRED_PERSONS = Coalesce(
    Subquery(
        Candidate.objects.filter(opening=OuterRef("pk"), state=HIRED)
        .order_by()
        .values("opening")
        .annotate(sum=Sum(Case(When(offer__state=KEPT, then=Value(0)), default=Value(1))))
        .values("sum")
    ),
    0,
)
"""Those of a kept offer are in its hours already."""


@dataclass(frozen=True, slots=True)
class Need:
    """`weekly`: of each person. `company` is who one works for."""

    id: int
    commitment_id: int
    contract_id: int
    party_id: int
    object: str
    reference: str
    buyer: str
    company: str
    trade: str
    trade_label: str
    job_title: str
    rome: str
    persons: int
    hours: Hours
    weekly: Hours
    starts_on: date
    ends_on: date
    commune: str
    place: str
    wish: str
    state: OpeningState
    reason: str
    opened_on: date
    facilitator_id: int

    @property
    def wanted(self) -> Wanted:
        return Wanted(self.hours, self.persons, self.starts_on, self.ends_on)


def need_of(row: Opening) -> Need:
    """`row` with what `RELATED` names."""
    contract = row.commitment.contract
    return Need(
        id=row.pk,
        commitment_id=row.commitment_id,
        contract_id=contract.pk,
        party_id=row.party_id,
        object=contract.object,
        reference=contract.reference,
        buyer=contract.buyer.name,
        company=row.party.name,
        trade=row.trade,
        trade_label=trade_label(row.trade),
        job_title=row.job_title,
        rome=row.rome,
        persons=row.persons,
        hours=Hours(row.minutes),
        weekly=Hours(row.minutes_per_week),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        commune=row.commune_id,
        place=row.commune.name,
        wish=row.wish,
        state=OpeningState(row.state),
        reason=row.reason,
        opened_on=row.opened_on,
        facilitator_id=row.facilitator_id,
    )


def with_what_is_found(rows: QuerySet[Opening]) -> QuerySet[Opening]:
    """Each with `kept` minutes and `hired` persons beside them."""
    return rows.annotate(kept=KEPT_MINUTES, hired=HIRED_PERSONS)


def wanted_by(row: Opening) -> Wanted:
    return Wanted(Hours(row.minutes), row.persons, row.starts_on, row.ends_on)


def found_for(need: Wanted, *, kept: int, hired: int) -> Hours:
    """What is found already: `kept` minutes of offers, and the part of each person hired."""
    part = covered(need, Offered(hired, need.starts_on)) if hired else Hours(0)
    return min(need.hours, Hours(kept) + part)


def covered_by(need: Wanted, offer: Offer) -> Hours:
    """What an offer would bring, were it alone."""
    said = Offered(offer.persons, offer.starts_on, Hours(offer.minutes_per_month))
    return covered(need, said)


def found_by(opening_id: int) -> tuple[Wanted, Hours]:
    """The need and what is found for it now, read again once it is locked."""
    row: Any = with_what_is_found(Opening.objects.filter(pk=opening_id)).get()
    need = wanted_by(row)
    return need, found_for(need, kept=row.kept, hired=row.hired)
