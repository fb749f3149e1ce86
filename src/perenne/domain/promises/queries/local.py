"""What the structures that work at a place can do of the hours of a clause, trade by trade.

From what they said, less what they promised; those that answered since that they have nobody are
listened to, and a word is worth less as it grows old.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Q, QuerySet, Value, When

from perenne.domain.clauses.models import Clause
from perenne.domain.directory.models import Structure
from perenne.domain.directory.queries.places import Place, working_at
from perenne.domain.directory.states import INCLUSION_KINDS, LISTED, SHORT_LABELS
from perenne.domain.promises.queries.loads import Load, loads_of
from perenne.domain.sourcing.models import Solicitation
from perenne.domain.sourcing.states import DECLINED, OFFERED, DeclineReason
from perenne.domain.territories.models import Commune
from perenne.rules.directory import Freshness, freshness, trust
from perenne.rules.practice import USUAL, Practice
from perenne.rules.promises import (
    REFUSAL_MONTHS,
    LocalAnswer,
    LocalOffer,
    local_offer,
    still_refuses,
)
from perenne.rules.segments import Trade
from perenne.values import Euros, Hours, Period, add_months

MOST_SHOWN = 8
LONGEST = 240
"""Months of the longest contract."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a clause asks of a place. `commune`: its INSEE code; `since`: when it may begin."""

    trade: Trade
    commune: str
    hours: Hours
    months: int
    budget: Euros
    since: date


@dataclass(frozen=True, slots=True)
class LocalStructure:
    """`monthly`: free hours by month, on the mean; None when it does not say, or answered since
    that it has nobody (`refused_on`)."""

    id: int
    name: str
    kind: str
    commune: str
    monthly: Hours | None
    freshness: Freshness | None
    said_on: date | None
    refused_on: date | None


@dataclass(frozen=True, slots=True)
class LocalCard:
    trade: Trade
    place: str
    answer: LocalAnswer
    offer: LocalOffer
    structures: tuple[LocalStructure, ...]
    """Those that have most to give first, a few of them."""


def local_card(asked: Asked, *, on: date, practice: Practice = USUAL) -> LocalCard | None:
    """None where the commune is not known. Four queries, whatever the number of structures."""
    commune = Commune.objects.filter(pk=asked.commune).first()
    if commune is None or not 1 <= asked.months <= LONGEST:
        return None
    rows = list(structures_at(commune, asked.trade.code).select_related("commune"))
    loads = loads_of([row.pk for row in rows], on=on)
    answers = _answers(rows, commune, asked, on, practice)
    since = max(asked.since, on)
    about = (asked, Period(since, add_months(since, asked.months)), on)
    told = [
        _told(row, loads.get(row.pk), answers.refused.get(row.pk), about, practice) for row in rows
    ]
    offer = _offer(told, answers)
    answer = local_offer(
        offer, hours=asked.hours, months=asked.months, budget=asked.budget, practice=practice
    )
    best = sorted((one for one, _ in told), key=_most_first)
    return LocalCard(asked.trade, commune.name, answer, offer, tuple(best[:MOST_SHOWN]))


def commune_of_clause(clause_id: int) -> str:
    """That of its purchase, else of its buyer; "" when neither is known."""
    rows = Clause.objects.filter(pk=clause_id).values_list(
        "purchase__commune", "lot__purchase__commune", "buyer__commune"
    )
    return next((code for row in rows for code in row if code), "")


def structures_at(commune: Commune, trade: str) -> "QuerySet[Structure, Any]":
    """Listed inclusion structures that do this trade there: where they said that they work, else
    around where they stand."""
    epcis = (commune.epci_id,) if commune.epci_id else ()
    place = Place(commune.name, (commune.pk,), epcis, commune.department_code)
    known = Structure.objects.filter(
        working_at(place), state=LISTED, kind__in=sorted(INCLUSION_KINDS)
    )
    return known.filter(trades__trade=trade).order_by("name", "pk")


@dataclass(frozen=True, slots=True)
class _Answers:
    """Given lately to needs of the trade: when each structure last had nobody; how many were given
    around there, « nobody available » among them."""

    refused: Mapping[int, date]
    near: int
    declined: int


def _answers(
    rows: Collection[Structure], commune: Commune, asked: Asked, on: date, practice: Practice
) -> _Answers:
    near = Q(opening__commune=commune.pk)
    if commune.epci_id:
        near |= Q(opening__commune__epci=commune.epci_id)
    answers = Solicitation.objects.filter(
        near | Q(structure__in=[row.pk for row in rows]),
        opening__trade=asked.trade.code,
        state__in=[OFFERED, DECLINED],
        answered_on__gt=add_months(on, -practice.of(REFUSAL_MONTHS)),
    ).annotate(is_near=Case(When(near, then=Value(True)), default=Value(False)))
    given = list(answers.order_by("answered_on").values_list(*_GIVEN))
    nobody = [row for row in given if row[1] == DeclineReason.NO_ONE]
    return _Answers(
        {structure: answered_on for structure, _, answered_on, _ in nobody},
        sum(is_near for *_, is_near in given),
        sum(is_near for *_, is_near in nobody),
    )


_GIVEN = ("structure", "reason", "answered_on", "is_near")


def _told(
    row: Structure,
    load: Load | None,
    refused_on: date | None,
    about: tuple[Asked, Period, date],
    practice: Practice,
) -> tuple[LocalStructure, Hours | None]:
    """The structure, and its free hours over the whole contract, as far as its word is trusted."""
    asked, span, on = about
    said_on = load.said_on.get(asked.trade.code) if load else None
    refuses = refused_on is not None and still_refuses(
        refused_on, said_on=said_on or refused_on, on=on, practice=practice
    )
    free = None
    if load is not None and said_on is not None and not refuses:
        held = trust(said_on, on, practice).basis_points
        free = Hours(load.left(span)[asked.trade.code].minutes * held // 10_000)
    one = LocalStructure(
        id=row.pk,
        name=row.name,
        kind=SHORT_LABELS[row.kind],
        commune=row.commune.name if row.commune else "",
        monthly=None if free is None else Hours(free.minutes // asked.months),
        freshness=freshness(said_on, on, practice) if said_on else None,
        said_on=said_on,
        refused_on=refused_on if refuses else None,
    )
    return one, free


def _offer(told: list[tuple[LocalStructure, Hours | None]], answers: _Answers) -> LocalOffer:
    free = [hours for _, hours in told if hours is not None]
    stating = [one for one, _ in told if one.said_on is not None]
    return LocalOffer(
        known=len(told),
        stating=len(free),
        free=Hours(sum(hours.minutes for hours in free)),
        refusing=sum(one.refused_on is not None for one in stating),
        faded=sum(one.monthly is not None and one.freshness is Freshness.STALE for one in stating),
        declined=answers.declined,
        answered=answers.near,
    )


def _most_first(one: LocalStructure) -> tuple[int, str]:
    return -one.monthly.minutes if one.monthly is not None else 1, one.name
