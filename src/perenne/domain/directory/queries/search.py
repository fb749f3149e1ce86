"""Structures found: by words that may be misspelt, by place, by trade, by what they can give."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.core.cache import cache
from django.db.models import CharField, F, Func, Q, QuerySet, Sum

from perenne.domain.directory.models import (
    Capacity,
    SavedStructure,
    Structure,
    StructureTrade,
)
from perenne.domain.directory.policy import LISTS, STRUCTURES
from perenne.domain.directory.queries.meaning import Meaning, meanings_of, words_in
from perenne.domain.directory.queries.places import NEAREST, Place, how_far, within, working_at
from perenne.domain.directory.queries.ranking import ranked
from perenne.domain.directory.queries.rows import StructureRow, row_of, with_trades
from perenne.kit.actors import VISITOR, Actor
from perenne.kit.paging import WHOLE, Page, place_of
from perenne.kit.tenancy import current_committee
from perenne.rules.segments import TRADES
from perenne.values import Hours

ON_A_PAGE = 20
MOST_ON_A_MAP = 1_000
MINUTES = 5
"""For how long the networks that may be chosen are remembered."""


class Order(StrEnum):
    """`BEST`: what answers the words, then the nearest, then what was said last."""

    BEST = "pertinence"
    NEAREST = "distance"
    CAPACITY = "heures"
    NAME = "nom"


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for; nothing said, everything is found. Several of a kind: any of them."""

    words: str = ""
    place: Place | None = None
    within_km: int = 0
    """Of the seat; 0: it works there, wherever it stands."""
    trades: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    capacity_min: Hours | None = None
    """A month, in the trades asked, else in all of its trades together."""
    fresh_days: int = 0
    """What it can give was said in the last so many days."""
    modes: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    qpv: bool = False
    has_space: bool = False
    has_offer: bool = False
    list_id: int = 0
    order: Order = Order.BEST


@dataclass(frozen=True, slots=True)
class Found:
    """A page, and the words that nobody says: they did not count."""

    page: Page[StructureRow]
    unknown: tuple[str, ...] = ()


def structures_found(
    search: Search, *, seen_by: Actor, on: date, number: int = 1
) -> Page[StructureRow]:
    """At most five queries, whatever is found, one more for a distance."""
    return look_for(search, seen_by=seen_by, on=on, number=number).page


def look_for(search: Search, *, seen_by: Actor, on: date, number: int = 1) -> Found:
    """As `structures_found`, with the words that could not be understood."""
    rows = asked_rows(search, seen_by=seen_by, on=on)
    meanings = meanings_of(words_in(search.words))
    known = [meaning for meaning in meanings if meaning.is_known]
    unknown = tuple(meaning.typed for meaning in meanings if not meaning.is_known)
    if meanings and not known:
        return Found(Page([], 1, ON_A_PAGE, 0), unknown)
    told = _told_in(search, seen_by=seen_by, on=on)
    if known and search.order is Order.BEST:
        return Found(_best(rows, known, number, told), unknown)
    if known:
        keys, _ = ranked(rows, known, limit=None, offset=0)
        rows = _seen(search, seen_by).filter(pk__in=keys)
    total = rows.count()
    shown, size = place_of(number, size=ON_A_PAGE, total=total)
    found = list(_in_order(rows, search)[(shown - 1) * size : shown * size])
    cards = told(found)
    return Found(Page([cards[key] for key in found], shown, size, total), unknown)


def _best(
    rows: "QuerySet[Structure, Any]",
    known: list[Meaning],
    number: int,
    told: Callable[[list[int]], Mapping[int, StructureRow]],
) -> Page[StructureRow]:
    """The order of the score; a number out of range gives the nearest page."""
    limit = None if number == WHOLE else ON_A_PAGE
    keys, total = ranked(rows, known, limit=limit, offset=max(0, number - 1) * ON_A_PAGE)
    if not keys and number > 1:
        every, total = ranked(rows, known, limit=None, offset=0)
        keys = every[(place_of(number, size=ON_A_PAGE, total=total)[0] - 1) * ON_A_PAGE :]
    shown, size = place_of(number, size=ON_A_PAGE, total=total)
    cards = told(keys)
    return Page([cards[key] for key in keys], shown, size, total)


def _told_in(
    search: Search, *, seen_by: Actor, on: date
) -> Callable[[list[int]], Mapping[int, StructureRow]]:
    """By their keys alone: they passed the filters already."""

    def told(keys: list[int]) -> Mapping[int, StructureRow]:
        rows = with_trades(_seen(search, seen_by).filter(pk__in=keys))
        return {row.pk: row_of(row, on, seen_by) for row in rows}

    return told


def points_found(
    search: Search, *, seen_by: Actor, on: date
) -> tuple[tuple[int, int, int, str], ...]:
    """Key, latitude, longitude, name of those that have a point on the map, the nearest first."""
    rows = asked_rows(search, seen_by=seen_by, on=on).exclude(latitude=None)
    known = [one for one in meanings_of(words_in(search.words)) if one.is_known]
    if known:
        keys, _ = ranked(rows, known, limit=MOST_ON_A_MAP, offset=0)
        rows = _seen(search, seen_by).filter(pk__in=keys)
    found = rows.order_by(NEAREST, "-said_on", "pk")[:MOST_ON_A_MAP]
    return tuple(
        (row.pk, row.latitude, row.longitude, row.name)
        for row in found
        if row.latitude is not None and row.longitude is not None
    )


def networks_known(*, asked: str = "") -> tuple[str, ...]:
    """Those that some listed structure belongs to, as they were in the last minutes; read again
    when another one is `asked`."""
    here = f"directory.networks/{current_committee()}"
    known: tuple[str, ...] | None = cache.get(here)
    if known is None or (asked and asked not in known):
        every = Func("networks", function="unnest", output_field=CharField())
        rows = STRUCTURES.rows("structure.view", VISITOR).annotate(network=every)
        known = tuple(rows.order_by("network").values_list("network", flat=True).distinct())
        cache.set(here, known, MINUTES * 60)
    return known


def asked_rows(search: Search, *, seen_by: Actor, on: date) -> "QuerySet[Structure, Any]":
    """Those that pass all the filters; `place` is how far each of them is, in metres."""
    asked = (
        _where(search)
        & _doing(search)
        & _giving(search, on)
        & _being(search)
        & _kept(search, seen_by)
    )
    return _seen(search, seen_by).filter(asked)


def _seen(search: Search, seen_by: Actor) -> "QuerySet[Structure, Any]":
    return STRUCTURES.rows("structure.view", seen_by).annotate(place=how_far(search.place))


def _where(search: Search) -> Q:
    if search.place is None:
        return Q()
    if search.within_km:
        return within(search.place, search.within_km)
    return working_at(search.place)


def _trades(search: Search) -> tuple[str, ...]:
    of_segments = (one.code for one in TRADES if one.segment and one.segment in search.segments)
    return (*search.trades, *of_segments)


def _doing(search: Search) -> Q:
    trades = _trades(search)
    if not trades:
        return Q()
    return Q(pk__in=StructureTrade.objects.filter(trade__in=trades).values("structure_id"))


def _giving(search: Search, on: date) -> Q:
    """What it can give a month, and when it said so."""
    if not (search.capacity_min or search.fresh_days or search.has_offer):
        return Q()
    said = Capacity.objects.filter(minutes_per_month__gt=0)
    if trades := _trades(search):
        said = said.filter(trade__in=trades)
    if search.fresh_days:
        said = said.filter(said_on__gte=on - timedelta(days=search.fresh_days))
    if search.capacity_min:
        sums = said.order_by().values("structure_id").annotate(sum=Sum("minutes_per_month"))
        enough = sums.filter(sum__gte=search.capacity_min.minutes)
        return Q(pk__in=enough.values("structure_id"))
    return Q(pk__in=said.values("structure_id"))


def _being(search: Search) -> Q:
    asked = Q()
    if search.kinds:
        asked &= Q(kind__in=search.kinds)
    if search.modes:
        asked &= Q(modes__overlap=list(search.modes))
    if search.networks:
        asked &= Q(networks__overlap=list(search.networks))
    if search.sources:
        asked &= Q(source__in=search.sources)
    if search.qpv:
        asked &= Q(qpv=True)
    if search.has_space:
        asked &= Q(organisation__isnull=False)
    return asked


def _kept(search: Search, seen_by: Actor) -> Q:
    """In a list of their own; in somebody else’s, nothing is found."""
    if not search.list_id:
        return Q()
    lists = LISTS.rows("saved_list.view", seen_by).filter(pk=search.list_id)
    return Q(pk__in=SavedStructure.objects.filter(list__in=lists).values("structure_id"))


def _in_order(rows: "QuerySet[Structure, Any]", search: Search) -> "QuerySet[Structure, int]":
    """Their keys alone: what a row tells is read for those of the page."""
    if search.order is Order.NAME:
        return rows.order_by("name", "pk").values_list("pk", flat=True)
    first: tuple[Any, ...] = (NEAREST,) if search.place else ()
    if search.order is Order.CAPACITY:
        rows = rows.annotate(hours=Sum("capacities__minutes_per_month"))
        first = (F("hours").desc(nulls_last=True),)
    return rows.order_by(*first, "-said_on", "pk").values_list("pk", flat=True)
