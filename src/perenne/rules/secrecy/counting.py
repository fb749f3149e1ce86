"""The tables of public figures, counted from who worked where, before anything is hidden.

A quarter has five lists that share one total. A year has the same lists, each the sum of its four
quarters, and the cross of segments and EPCI, whose margins are two of these lists: there, a place
that is told nowhere may be empty or hidden.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from perenne.rules.secrecy.crowds import Crowd, Key, Linked

LISTS = ("segment", "epci", "sex", "age", "family")
TOTAL, CROSS = "total", "segment_epci"
CROSSED = ("segment", "epci")


@dataclass(frozen=True, slots=True)
class Presence:
    """The minutes of one person for one company in one place of each list, in one quarter."""

    person: str
    company: str
    quarter: str
    minutes: int
    places: Mapping[str, str]
    """A code for each of `LISTS`."""

    def place(self, table: str) -> tuple[str, ...]:
        if table == CROSS:
            return tuple(self.places[axis] for axis in CROSSED)
        return () if table == TOTAL else (self.places[table],)


def quarter_crowds(presences: Sequence[Presence], period: str) -> dict[Key, Crowd]:
    """Every place of the lists of one period, of its cross, and their total.

    A person counts once in each table, at the place of most of their hours and for the company of
    most of them; not at all when corrections leave nothing.
    """
    found: dict[Key, Crowd] = {}
    company_of = _most(presences, lambda one: (one.company,))
    at = _most(presences, lambda one: one.place(CROSS))
    for table in (TOTAL, CROSS, *LISTS):
        place_of = _most(presences, partial(Presence.place, table=table))
        if table in CROSSED:
            place_of = {person: (its[CROSSED.index(table)],) for person, its in at.items()}
        minutes: dict[Key, Counter[str]] = defaultdict(Counter)
        persons: dict[Key, Counter[str]] = defaultdict(Counter)
        heads: dict[Key, Counter[str]] = defaultdict(Counter)
        for one in presences:
            key = (period, table, *one.place(table))
            minutes[key][one.company] += one.minutes
            persons[key][one.person] += one.minutes
        for person, place in place_of.items():
            heads[period, table, *place][company_of[person][0]] += 1
        for key, brought in minutes.items():
            found[key] = Crowd(
                {who: part for who, part in brought.items() if part},
                dict(heads[key]),
                sum(1 for its in persons[key].values() if its),
            )
    found.setdefault((period, TOTAL), Crowd())
    return found


def linked_quarter(crowds: Mapping[Key, Crowd], period: str) -> Linked:
    """The lists of a quarter; its cross is kept for the year, and never published."""
    told = {key: crowd for key, crowd in crowds.items() if key[1] != CROSS}
    return Linked(told, tuple(_lists(told, period)), goes_on=True)


def linked_year(
    quarters: Mapping[str, Mapping[Key, Crowd]],
    presences: Sequence[Presence],
    year: str,
    settled: Mapping[Key, bool],
) -> Linked:
    """The year with its quarters. Hours are those that the quarters counted, whatever was learnt
    of people since; persons are counted again from `presences`.
    """
    counted = quarter_crowds(presences, year)
    minutes: dict[Key, Counter[str]] = defaultdict(Counter)
    spans: dict[Key, list[Key]] = defaultdict(list)
    for crowds in quarters.values():
        for (_, *place), crowd in crowds.items():
            minutes[year, *place].update(crowd.minutes)
            spans[year, *place].append((_, *place))
    found = {
        key: _joined(minutes.get(key, {}), counted.get(key, Crowd()))
        for key in {*minutes, *counted}
    }
    for crowds in quarters.values():
        found.update({key: crowd for key, crowd in crowds.items() if key[1] != CROSS})
    rows, columns = (sorted(key[2] for key in found if key[:2] == (year, it)) for it in CROSSED)
    crossed = {(year, CROSS, row, column) for row in rows for column in columns}
    found |= {key: found.get(key, Crowd()) for key in crossed}
    lines = [line for quarter in quarters for line in _lists(found, quarter)]
    lines += [*_lists(found, year), *_crossed(found, year)]
    sums = [(key, *parts) for key, parts in sorted(spans.items()) if key[1] != CROSS]
    return Linked(found, tuple(lines), tuple(sums), settled, veiled=frozenset(crossed))


def _joined(minutes: Mapping[str, int], counted: Crowd) -> Crowd:
    kept = {who: part for who, part in minutes.items() if part}
    return Crowd(kept, counted.heads, max(counted.contributors, 1 if kept else 0))


def _lists(crowds: Iterable[Key], period: str) -> list[tuple[Key, ...]]:
    """The total of a period, then the parts of it that each list tells."""
    mine = sorted(key for key in crowds if key[0] == period)
    return [
        ((period, TOTAL), *parts)
        for table in LISTS
        if (parts := [key for key in mine if key[1] == table])
    ]


def _crossed(crowds: Iterable[Key], period: str) -> list[tuple[Key, ...]]:
    """Each row and each column of the cross adds up to a place of a list."""
    inside = sorted(key for key in crowds if key[:2] == (period, CROSS))
    rows: dict[Key, list[Key]] = defaultdict(list)
    for key in inside:
        for axis, code in zip(CROSSED, key[2:], strict=True):
            rows[period, axis, code].append(key)
    return [(total, *parts) for total, parts in sorted(rows.items())]


def _most(
    presences: Iterable[Presence], place_of: Callable[[Presence], tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Where each person worked most, the first place in order when two are equal."""
    worked: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for one in presences:
        worked[one.person][place_of(one)] += one.minutes
    return {
        person: min(places, key=lambda place: (-places[place], place))
        for person, places in worked.items()
        if sum(places.values()) > 0
    }
