"""Proposals of globalisation as they are listed, and for whom another one could be asked."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Min, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from perenne.domain.hours.models import Plan, Work
from perenne.domain.hours.policy import COMMITMENTS, OUTLOOKS, PLANS
from perenne.domain.hours.states import VALIDATED, PlanState
from perenne.domain.procurement.models import Party
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, page_of
from perenne.kit.refusals import NotFound
from perenne.values import Hours

ON_A_PAGE = 30
NAMED = Party.objects.filter(siret=OuterRef("siret")).order_by("pk").values("name")[:1]
PERSON = Coalesce("lines__work__participant__merged_into", "lines__work__participant")


@dataclass(frozen=True, slots=True)
class PlanRow:
    """`company` empty: of all of them."""

    id: int
    made_on: date
    company: str
    facilitator: str
    state: PlanState
    hours: Hours
    people: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A company whose validated hours are not all counted."""

    siret: str
    name: str
    hours: Hours


def plans_of(*, seen_by: Actor, page: int = 1) -> Page[PlanRow]:
    """The last first; two queries."""
    rows = told(PLANS.rows("plan.view", seen_by)).order_by("-pk")
    return page_of(rows, page, size=ON_A_PAGE, card_of=row_of)


def companies_waiting(*, seen_by: Actor) -> tuple[Waiting, ...]:
    """Those for whom a proposal could be asked, the most hours first; one query."""
    rows = Work.objects.filter(
        corrects=None,
        net_minutes__gt=F("allocated_minutes"),
        sheet__state=VALIDATED,
        sheet__commitment__in=COMMITMENTS.rows("plan.propose", seen_by),
    )
    left = Sum(F("net_minutes") - F("allocated_minutes"))
    name = Min("hiring__party__name")
    found = rows.values_list("hiring__party__siret").annotate(name=name, left=left)
    return tuple(Waiting(siret, name, Hours(left)) for siret, name, left in found.order_by("-left"))


def placeable_last_night(*, seen_by: Actor) -> Hours:
    rows = OUTLOOKS.rows("outlook.view", seen_by).values_list("placeable_minutes", flat=True)
    return Hours(rows.first() or 0)


def find_plan(plan_id: int, *, seen_by: Actor) -> None:
    """NotFound unless one may read it: before an act on it is refused, or not."""
    if not PLANS.allows("plan.view", seen_by, plan_id):
        raise NotFound(plan_id)


def told(rows: "QuerySet[Plan, Any]") -> "QuerySet[Plan, Any]":
    return rows.select_related("facilitator").annotate(
        company=Subquery(NAMED),
        minutes=Sum("lines__minutes", default=0),
        people=Count(PERSON, distinct=True),
    )


def row_of(row: Any) -> PlanRow:
    return PlanRow(
        id=row.pk,
        made_on=row.made_on,
        company=row.company or row.siret,
        facilitator=row.facilitator.name,
        state=PlanState(row.state),
        hours=Hours(row.minutes),
        people=row.people,
    )
