"""Things found by words that may be misspelt, over all the tables at once: one query.

Each app says what may be found in its own tables (`queries.finding`), for whom: a `Ground` starts
from a policy. PostgreSQL compares words three letters at a time, without accents. A reference or a
number typed whole comes first. No index serves here: row-level security lets none but leakproof
operators reach one, and the walls stay up. What is read is what the walls and the policy leave.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import (
    Case,
    CharField,
    Count,
    F,
    FloatField,
    Func,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
    Window,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Concat, Lower

from perenne.kit.errands import is_empty
from perenne.values import fold

ACCENTS, BARE = "àâäáãçéèêëîïíìôöóòõùûüúÿñ’", "aaaaaceeeeiiiiooooouuuuyn'"
MOST_WORDS = 6
LONGEST = 200
ALIKE = 0.5
"""From this likeness on, a word is taken for the one that was meant."""
EXACT = 9.0
"""The score of what was typed whole: above any likeness."""
A_NUMBER = re.compile(r"[\s\u00a0\u202f.-]+")
COLUMNS = ("found_code", "found_key", "found_second", "found_title", "found_more", "found_score")


@dataclass(frozen=True, slots=True)
class Ground:
    """`rows` are those that whoever asks may see; `title` is compared, and shown.

    `codes` are columns of references and numbers, found when they are typed whole; `keys` those of
    the address; `more` what is told beside the title.
    """

    name: str
    label: str
    address: str
    rows: "QuerySet[Any, Any]"
    title: Combinable | str
    more: Combinable | str
    keys: tuple[Combinable | str, ...] = ("pk",)
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    title: str
    more: str
    address: str
    keys: tuple[str, ...]
    is_exact: bool


@dataclass(frozen=True, slots=True)
class Group:
    """`total` are all that were found; `items` the best of them."""

    name: str
    label: str
    total: int
    items: tuple[Found, ...] = field(default=())

    @property
    def is_cut(self) -> bool:
        return self.total > len(self.items)


def words_in(asked: str) -> list[str]:
    """Once each, without accents; « de », « la » say nothing beside longer words."""
    said = list(dict.fromkeys(fold(asked[:LONGEST]).split()))
    return ([word for word in said if len(word) > 2] or said)[:MOST_WORDS]


def find(asked: str, grounds: Iterable[Ground], *, each: int, start: int = 0) -> tuple[Group, ...]:
    """The best of each kind, those that hold a number typed whole first. One query."""
    words = words_in(asked)
    known = {ground.name: ground for ground in grounds}
    queries = [
        query
        for ground in known.values()
        if words and not is_empty(query := _query(ground, asked, words)[start : start + each])
    ]
    if not queries:
        return ()
    rows = queries[0].union(*queries[1:], all=True) if queries[1:] else queries[0]
    return _groups(known, list(rows))


def _groups(known: dict[str, Ground], rows: Sequence[Any]) -> tuple[Group, ...]:
    found: dict[str, list[Found]] = {name: [] for name in known}
    totals: dict[str, int] = {}
    for code, key, second, title, more, score, total in sorted(rows, key=lambda row: -row[5]):
        keys = tuple(filter(None, (key, second)))
        address = known[code].address
        found[code].append(Found(title, more or "", address, keys, score >= EXACT))
        totals[code] = total
    groups = [
        Group(name, known[name].label, totals[name], tuple(found[name]))
        for name in known
        if found[name]
    ]
    # Stable: kinds keep the order in which the desk names them, but for what was typed whole.
    return tuple(sorted(groups, key=lambda group: not group.items[0].is_exact))


def _query(ground: Ground, asked: str, words: list[str]) -> "QuerySet[Any, Any]":
    title = _expression(ground.title)
    plain = Func(
        Lower(Cast(title, TextField())), Value(ACCENTS), Value(BARE),
        function="translate", output_field=TextField(),
    )  # fmt: skip
    likeness = {f"like_{n}": TrigramWordSimilarity(word, plain) for n, word in enumerate(words)}
    alike = Q(**{f"{name}__gte": ALIKE for name in likeness})
    exact = _exactly(ground.codes, asked)
    mean = sum((F(name) for name in likeness), Value(0.0)) / Value(float(len(words)))
    score = Case(
        *([When(exact, then=Value(EXACT))] if exact else []),
        default=mean,
        output_field=FloatField(),
    )
    told = {
        "found_code": Value(ground.name, output_field=TextField()),
        "found_key": Cast(_expression(ground.keys[0]), TextField()),
        "found_second": Cast(_expression((*ground.keys, Value(""))[1]), TextField()),
        "found_title": Cast(title, TextField()),
        "found_more": Cast(_expression(ground.more), TextField()),
        "found_score": score,
        "found_total": Window(Count("*")),
    }
    found: QuerySet[Any, Any] = (
        ground.rows.alias(**likeness)
        .filter(alike | exact if exact else alike)
        .annotate(**told)
        .order_by("-found_score", "-pk")
        .values_list(*COLUMNS, "found_total")
    )
    return found


def _exactly(codes: tuple[str, ...], asked: str) -> Q:
    typed = asked[:LONGEST].strip()
    number = A_NUMBER.sub("", typed)
    exact = Q()
    for code in codes:
        exact |= Q(**{f"{code}__iexact": typed})
        if number != typed:
            exact |= Q(**{f"{code}__iexact": number})
    return exact


def _expression(said: Combinable | str) -> Combinable:
    return F(said) if isinstance(said, str) else said


def beside(*columns: str) -> Concat:
    """Several columns told beside a title, set apart by a dot; each is a text, never null."""
    parts: list[Combinable] = []
    for column in columns:
        parts += [F(column), Value(" · ")]
    return Concat(*parts[:-1], output_field=CharField())
