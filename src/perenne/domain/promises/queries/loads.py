"""What structures have said they can do, and what they have promised of it to every clause.

Three queries for one structure or for a thousand. A kept offer is a promise of its hours until the
last day of its need; somebody hired there is one too, unless the offer that was kept counts them
already. Nothing here is filtered by who looks: cards say what one may read.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from perenne.domain.directory.models import Capacity, Structure
from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.states import CONFIRMED, PLANNED
from perenne.domain.sourcing.models import Offer
from perenne.domain.sourcing.states import KEPT
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
    """`said_on`: the oldest word of what it states, None when it states nothing."""

    structure_id: int
    name: str
    stated: tuple[Stated, ...]
    said_on: Mapping[str, date]
    pledges: tuple[Pledge, ...]
    overloads: tuple[Overload, ...]

    @property
    def promises(self) -> tuple[Promise, ...]:
        return tuple(it.promise for it in self.pledges)

    @property
    def most(self) -> Hours:
        """The most that is promised at once beyond what it has; none when all can be held."""
        return max((it.promised for it in self.overloads), default=Hours(0))

    def left(self, span: Period) -> Mapping[str, Hours]:
        return left_of(self.stated, self.promises, span)

    def concerned(self) -> frozenset[int]:
        """The commitments that share what is too much."""
        return frozenset(
            it.commitment_id
            for it in self.pledges
            if any(it.weighs_on(overload) for overload in self.overloads)
        )


def loads_of(
    structures: Iterable[int], *, on: date, practice: Practice = USUAL
) -> Mapping[int, Load]:
    """By structure; of those that are in the directory."""
    rows = Structure.objects.filter(pk__in=list(structures)).select_related("organisation")
    known = list(rows.order_by("name", "pk"))
    stated, said = _stated(row.pk for row in known)
    pledges = _pledges(known, on)
    span = Period(on, add_months(on, HORIZON))
    return {
        row.pk: Load(
            row.pk,
            row.name,
            tuple(stated[row.pk]),
            said[row.pk],
            tuple(pledges[row.pk]),
            overloads(
                stated[row.pk], [it.promise for it in pledges[row.pk]], span, practice=practice
            ),
        )
        for row in known
    }


def net_capacity(structures: Iterable[int], *, span: Period) -> Mapping[int, Mapping[str, Hours]]:
    """Hours said and not promised, by structure and trade, over these days."""
    found = loads_of(structures, on=span.start)
    return {pk: load.left(span) for pk, load in found.items()}


def structures_promised_to(facilitator_id: int, *, on: date) -> frozenset[int]:
    """Those that promised hours to come to a contract that it follows, and state a capacity."""
    stating = Structure.objects.filter(capacities__isnull=False).order_by()
    offers = _kept(on).filter(solicitation__opening__facilitator=facilitator_id)
    hired = _hired(on).filter(commitment__contract__facilitator=facilitator_id)
    return frozenset(
        stating.filter(
            Q(pk__in=offers.values("solicitation__structure"))
            | Q(siret__in=hired.values("employer_siret"))
        )
        .values_list("pk", flat=True)
        .distinct()
    )


def structures_under(commitment_id: int, *, on: date) -> frozenset[int]:
    """Those that promised hours to come to that commitment."""
    offers = _kept(on).filter(solicitation__opening__commitment=commitment_id)
    hired = _hired(on).filter(commitment=commitment_id)
    rows = Structure.objects.filter(
        Q(pk__in=offers.values("solicitation__structure"))
        | Q(siret__in=hired.values("employer_siret"))
    )
    return frozenset(rows.order_by().values_list("pk", flat=True))


def _stated(
    structures: Iterable[int],
) -> tuple[Mapping[int, list[Stated]], Mapping[int, dict[str, date]]]:
    stated: dict[int, list[Stated]] = defaultdict(list)
    said: dict[int, dict[str, date]] = defaultdict(dict)
    for row in Capacity.objects.filter(structure__in=list(structures)).order_by("trade"):
        stated[row.structure_id].append(Stated(row.trade, Hours(row.minutes_per_month)))
        said[row.structure_id][row.trade] = row.said_on
    return stated, said


def _kept(on: date) -> "QuerySet[Offer, Any]":
    return Offer.objects.filter(state=KEPT, solicitation__opening__ends_on__gte=on)


def _hired(on: date) -> "QuerySet[Hiring, Any]":
    running = Q(ends_on=None) | Q(ends_on__gte=on)
    return Hiring.objects.filter(running, state__in=[PLANNED, CONFIRMED])


def _pledges(known: Collection[Structure], on: date) -> Mapping[int, list[Pledge]]:
    found: dict[int, list[Pledge]] = defaultdict(list)
    offers = _kept(on).select_related("solicitation__opening__commitment__contract__facilitator")
    for offer in offers.filter(solicitation__structure__in=known).order_by("starts_on", "pk"):
        found[offer.solicitation.structure_id].append(_offered(offer))
    by_siret = {row.siret: row.pk for row in known if row.siret}
    hirings = _hired(on).select_related("commitment__contract__facilitator", "candidate__opening")
    counted = Q(candidate__offer__state=KEPT)
    for hiring in hirings.filter(employer_siret__in=by_siret).exclude(counted).order_by("pk"):
        found[by_siret[hiring.employer_siret]].append(_employed(hiring))
    return found


def _offered(offer: Offer) -> Pledge:
    opening = offer.solicitation.opening
    days = Period(max(offer.starts_on, opening.starts_on), opening.ends_on + DAY)
    return _pledge(
        opening.commitment, opening.trade, rate(Hours(offer.kept_minutes), days), days, False
    )


def _employed(hiring: Hiring) -> Pledge:
    days = Period(hiring.starts_on, hiring.ends_on + DAY if hiring.ends_on else FAR)
    trade = hiring.candidate.opening.trade if hiring.candidate else WHOLE
    monthly = rate_of_week(Hours(hiring.weekly_minutes))
    return _pledge(hiring.commitment, trade, monthly, days, True)


def _pledge(commitment: Any, trade: str, monthly: Hours, days: Period, is_hiring: bool) -> Pledge:
    contract = commitment.contract
    return Pledge(
        commitment.pk,
        contract.object,
        contract.facilitator_id,
        contract.facilitator.name,
        trade,
        monthly,
        days,
        is_hiring,
    )
