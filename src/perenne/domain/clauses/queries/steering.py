"""What the coordination steers by: the load of each facilitator, the buyers who keep silent."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Min, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce

from perenne.domain.clauses.policy import CLAUSES, COMMITMENTS
from perenne.domain.clauses.queries.cards import LAUNCH_ON
from perenne.domain.clauses.queries.errands import KICK_OFF_BY, LOTS_HOURS
from perenne.domain.clauses.states import CLOSED, DROPPED, IN_EXECUTION, OPEN_TO_CHANGE, PENDING
from perenne.domain.procurement.policy import CONSULTATIONS
from perenne.domain.procurement.queries.silence import silent
from perenne.domain.programming.policy import PURCHASES
from perenne.domain.programming.queries.following import still_current
from perenne.domain.programming.states import PurchaseState
from perenne.kit.actors import Actor, Role
from perenne.values import Hours

PURCHASE, CLAUSE, COMMITMENT = "purchases", "clauses", "commitments"
MOST = 10


@dataclass(frozen=True, slots=True)
class Load:
    """What a facilitator has in hand: purchases to study, clauses drafted, commitments followed.

    Each hour counts once: a purchase gives way to its clause, a clause to its commitments.
    """

    facilitator_id: int
    facilitator: str
    purchases: int
    clauses: int
    commitments: int
    late: int
    hours: Hours


@dataclass(frozen=True, slots=True)
class LateBuyer:
    """Consultations whose day has gone by without news, since the first of them."""

    buyer: str
    consultations: int
    since: date
    hours: Hours


def loads(*, seen_by: Actor, on: date) -> tuple[Load, ...]:
    """Most late first, then most hours. For the coordination alone; one query."""
    if seen_by.role is not Role.COORDINATION:
        return ()
    found: dict[tuple[int, str], dict[str, Any]] = defaultdict(dict)
    first, *others = _counted(seen_by, on)
    for body, name, what, number, late, minutes in first.union(*others, all=True):
        tally = found[body, name]
        tally[what] = number
        tally["late"] = tally.get("late", 0) + late
        tally["minutes"] = tally.get("minutes", 0) + minutes
    rows = (_load(body, name, tally) for (body, name), tally in found.items())
    return tuple(sorted(rows, key=lambda load: (-load.late, -load.hours.minutes, load.facilitator)))


def late_buyers(*, seen_by: Actor, on: date) -> tuple[LateBuyer, ...]:
    """The ten that keep the most hours in the dark. For the coordination alone; one query."""
    if seen_by.role is not Role.COORDINATION:
        return ()
    rows = (
        CONSULTATIONS.rows("consultation.view", seen_by)
        .filter(silent(on))
        .annotate(asked_on=Coalesce("award_on", "bids_due_on", "publish_on"), held=LOTS_HOURS)
        .values("buyer_id")
        .annotate(
            name=F("buyer__name"),
            number=Count("pk"),
            since=Min("asked_on"),
            minutes=Coalesce(Sum("held"), 0),
        )
        .order_by("-minutes", "since", "buyer_id")[:MOST]
    )
    return tuple(
        LateBuyer(row["name"], row["number"], row["since"], Hours(row["minutes"])) for row in rows
    )


def _counted(seen_by: Actor, on: date) -> tuple["QuerySet[Any, Any]", ...]:
    purchases = PURCHASES.rows("purchase.follow", seen_by).filter(
        still_current(), state=PurchaseState.RECEIVED, facilitator__isnull=False
    )
    drafted = CLAUSES.rows("clause.view", seen_by).exclude(
        state__in=[IN_EXECUTION, CLOSED, DROPPED]
    )
    followed = COMMITMENTS.rows("commitment.view", seen_by).filter(closed_on=None)
    followed = followed.annotate(expected=KICK_OFF_BY)
    return (
        _tally(purchases, PURCHASE, "facilitator", Q(next_on__lt=on), "minutes"),
        _tally(
            drafted.annotate(launch=LAUNCH_ON),
            CLAUSE,
            "facilitator",
            Q(launch__lt=on, state__in=OPEN_TO_CHANGE),
            "due_minutes",
        ),
        _tally(
            followed,
            COMMITMENT,
            "contract__facilitator",
            Q(state=PENDING, expected__lt=on),
            "due_minutes",
        ),
    )


def _tally(
    rows: "QuerySet[Any, Any]", what: str, body: str, late: Q, minutes: str
) -> "QuerySet[Any, Any]":
    tally: QuerySet[Any, Any] = (
        rows.order_by()
        .annotate(body=F(f"{body}_id"), name=F(f"{body}__name"))
        .values("body", "name")
        .annotate(
            what=Value(what),
            number=Count("pk"),
            late_ones=Count("pk", filter=late),
            held=Coalesce(Sum(minutes), 0),
        )
        .values_list("body", "name", "what", "number", "late_ones", "held")
    )
    return tally


def _load(body: int, name: str, tally: dict[str, Any]) -> Load:
    return Load(
        facilitator_id=body,
        facilitator=name,
        purchases=tally.get(PURCHASE, 0),
        clauses=tally.get(CLAUSE, 0),
        commitments=tally.get(COMMITMENT, 0),
        late=tally["late"],
        hours=Hours(tally["minutes"]),
    )
