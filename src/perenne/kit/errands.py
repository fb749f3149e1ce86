"""What waits for somebody, gathered over all the tables at once: one query, whatever the sources.

Each app says where its own errands are (`queries.errands`): a `Source` is a queryset and the words
for what it finds. A desk puts the sources of all apps together and asks the database once.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import (
    BigIntegerField,
    DateField,
    F,
    Model,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from perenne.values import Errand, ErrandKind, Euros, Hours

COLUMNS: Mapping[str, Any] = {
    "code": TextField(),
    "key": TextField(),
    "second": TextField(),
    "about": TextField(),
    "who": TextField(),
    "minutes": BigIntegerField(),
    "due": DateField(),
    "cents": BigIntegerField(),
    "number": BigIntegerField(),
    "contract": BigIntegerField(),
    "facilitator": BigIntegerField(),
}
NAMES = tuple(f"errand_{name}" for name in COLUMNS)
CONTRACT = list(COLUMNS).index("contract") - 3
"""Its place after the code and the two keys."""
MOST_NAMED = 5
"""Of those who wait for one thing."""


@dataclass(frozen=True, slots=True)
class Source:
    """`kinds` by code; each row of the query says the code of its own."""

    kinds: Mapping[str, ErrandKind]
    query: "QuerySet[Any, Any]"


def source(
    rows: "QuerySet[Any, Any]",
    kinds: ErrandKind | Mapping[str, ErrandKind],
    *,
    code: Combinable | str = "",
    **columns: Combinable | str,
) -> Source:
    """`columns` are names of fields or expressions; `key`, `about` and `who` at least.

    With several kinds, `code` is the column that says which.
    """
    model: type[Model] = rows.model
    if isinstance(kinds, ErrandKind):
        name = f"{model._meta.label_lower}:{kinds.verb}"
        kinds, code = {name: kinds}, Value(name)
    asked = {"code": code, **columns}
    told = {
        f"errand_{name}": Cast(_told(asked.get(name)), field) for name, field in COLUMNS.items()
    }
    return Source(kinds, rows.order_by().annotate(**told).values_list(*NAMES))


@dataclass(frozen=True, slots=True)
class Gathering:
    """Sources said in SQL, once: whoever they were made for may ask them again. `sql`: "" of what
    the policies grant nothing of."""

    kinds: Mapping[str, ErrandKind]
    sql: str
    values: tuple[Any, ...]

    @classmethod
    def of(cls, sources: Iterable[Source]) -> "Gathering":
        """No query."""
        known = list(sources)
        kinds = dict(chain.from_iterable(source.kinds.items() for source in known))
        if not known:
            return cls(kinds, "", ())
        first, *others = (source.query for source in known)  # what is void, Django leaves out
        together = first.union(*others, all=True) if others else first
        try:
            return cls(kinds, *together.query.get_compiler("default").as_sql())
        except EmptyResultSet:
            return cls(kinds, "", ())

    def errands(self, *, paused: Collection[int] = frozenset()) -> tuple[Errand, ...]:
        """One query; one errand for each kind and key, the hours of its rows added up, its names
        said together.

        What waits in a contract of `paused` is left out, but for what a right stands on.
        """
        found: dict[tuple[str, str, str], list[Errand]] = {}
        for code, key, second, *said in self._rows():
            if said[CONTRACT] in paused and not self.kinds[code].is_legal:
                continue
            errand = _errand(self.kinds[code], tuple(filter(None, (key, second))), *said)
            found.setdefault((code, key, second), []).append(errand)
        return tuple(merged(several) for several in found.values())

    def _rows(self) -> list[tuple[Any, ...]]:
        if not self.sql:
            return []
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self.values)
            return list(cursor.fetchall())


def gather(
    sources: Iterable[Source], *, paused: Collection[int] = frozenset()
) -> tuple[Errand, ...]:
    """What waits, of sources that are asked once."""
    return Gathering.of(sources).errands(paused=paused)


def _errand(kind: ErrandKind, keys: tuple[str, ...], about: str, who: str, *said: Any) -> Errand:
    minutes, due_on, cents, number, contract, facilitator = said
    hours = None if minutes is None else Hours(minutes)
    cost = Euros.known(cents)
    return Errand(kind, keys, about, who or "", hours, due_on, cost, number, contract, facilitator)


def merged(several: Sequence[Errand]) -> Errand:
    """One for all those of one kind and key. The database gives them in any order: what is said
    of them is the same in every one. Costs may be for the same hours: the largest is said."""
    if len(several) == 1:
        return several[0]
    hours = [errand.hours for errand in several if errand.hours is not None]
    costs = [errand.penalty for errand in several if errand.penalty is not None]
    days = [errand.due_on for errand in several if errand.due_on is not None]
    return several[0]._replace(
        about=_all_said({errand.about for errand in several}),
        who=_all_said({errand.who for errand in several}),
        hours=sum(hours[1:], hours[0]) if hours else None,
        due_on=min(days, default=None),
        penalty=max(costs, default=None),
    )


def _all_said(names: set[str]) -> str:
    """« A, B, C et 2 autres »."""
    known = sorted(filter(None, names))
    more = len(known) - MOST_NAMED
    first = ", ".join(known[:MOST_NAMED])
    return f"{first} et {more} autre{'s' if more > 1 else ''}" if more > 0 else first


def _told(said: Combinable | str | None) -> Combinable:
    if said is None:
        return Value(None)
    return F(said) if isinstance(said, str) else said


def is_empty(query: "QuerySet[Any, Any]") -> bool:
    """Nothing that the policies grant: it is not even asked."""
    try:
        query.query.get_compiler("default").as_sql()
    except EmptyResultSet:
        return True
    return False
