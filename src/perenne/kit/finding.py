"""Things found by words that may be misspelt, over all the tables at once: one query, or two.

Each app says what may be found in its own tables (`queries.finding`), for whom: a `Ground` starts
from a policy. A reference or a number typed whole comes first, then titles where a word begins with
each of those typed, whatever its accents; when nothing is written so, those where it may have been
misspelt. Indexes of letters taken three at a time serve all three (`kit.postgres.indexes`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from django.db.models import (
    CharField,
    Count,
    F,
    Q,
    QuerySet,
    TextField,
    Value,
    Window,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Concat, RowNumber

from perenne.kit.errands import is_empty
from perenne.values import fold

SPELT = {
    "a": "[aàâäáã]", "c": "[cç]", "e": "[eéèêë]", "i": "[iîïíì]", "n": "[nñ]", "o": "[oôöóòõ]",
    "u": "[uùûüú]", "y": "[yÿ]", "ae": "(?:ae|æ)", "oe": "(?:o[eéèêë]|œ)",
}  # fmt: skip
"""Letters typed → how a title may spell them."""
LETTERS = re.compile("ae|oe|[aceinouy]")
MOST = 1_000
"""Of each kind: beyond, words are missing, and pages of it would help nobody."""
MOST_WORDS = 6
LONGEST = 200
SHORT, LONG, FAR_ENOUGH = 4, 6, 16
"""Letters: a shorter word is never misspelt, a longer one more freely, and no more are compared."""
A_DIGIT = re.compile("[0-9]")
A_NUMBER = re.compile(r"[\s\u00a0\u202f.-]+")


@dataclass(frozen=True, slots=True)
class Ground:
    """`rows` are those that whoever asks may see; `title` is compared, and shown.

    `code` is the column of its reference or number, found when it is typed whole; `keys` those of
    the address; `more` what is told beside the title. Grounds of one name are told together: a row
    is on one of them.
    """

    name: str
    label: str
    address: str
    rows: "QuerySet[Any, Any]"
    title: str
    more: Combinable | str
    keys: tuple[Combinable | str, ...] = ("pk",)
    code: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    title: str
    more: str
    address: str
    keys: tuple[str, ...]
    is_exact: bool


class Row(NamedTuple):
    """As PostgreSQL tells it; `arm` is which of the questions asked it answers."""

    ground: str
    key: str
    second: str
    title: str
    more: str | None
    is_exact: bool
    total: int
    rank: int
    arm: int

    def told(self, address: str) -> Found:
        keys = tuple(filter(None, (self.key, self.second)))
        return Found(self.title, self.more or "", address, keys, self.is_exact)


@dataclass(frozen=True, slots=True)
class Group:
    """`total` are all that were found, or `MOST` of them; `items` the best."""

    name: str
    label: str
    total: int
    items: tuple[Found, ...] = field(default=())

    @property
    def is_cut(self) -> bool:
        return self.total > len(self.items)

    @property
    def is_endless(self) -> bool:
        return self.total >= MOST


@dataclass(frozen=True, slots=True)
class Answer:
    """`is_written`: the very words typed; otherwise, what they may have been meant for."""

    groups: tuple[Group, ...]
    is_written: bool


def words_in(asked: str) -> list[str]:
    """Once each, without accents; « de », « la » say nothing beside longer words."""
    said = list(dict.fromkeys(fold(asked[:LONGEST]).split()))
    return ([word for word in said if len(word) > 2] or said)[:MOST_WORDS]


def find(asked: str, grounds: Iterable[Ground], *, each: int, start: int = 0) -> Answer:
    """So many of each kind from `start` on, those that hold a number typed whole first."""
    grounds, words = tuple(grounds), words_in(asked)
    for spell in (written, misspelt) if words else ():
        begun = [r"\m" + spell(word) for word in words]
        arms = [arm for ground in grounds for arm in _arms(ground, asked.strip(), begun)]
        groups = _groups(grounds, _rows(arms, most=start + each))
        if groups:
            shown = (replace(one, items=one.items[start : start + each]) for one in groups)
            told = tuple(group for group in shown if group.items)
            return Answer(told, is_written=spell is written)
    return Answer((), is_written=False)


def written(word: str) -> str:
    """As a regular expression: a folded word, whatever accents a title gives it."""
    return LETTERS.sub(lambda typed: SPELT[typed[0]], word)


def misspelt(word: str) -> str:
    """The same, with a letter wrong, missing or in excess; in a long word, with up to three letters
    in the place of two. The first one is right, and so are numbers."""
    if len(word) < SHORT or A_DIGIT.search(word):
        return written(word)
    word = word[:FAR_ENOUGH]
    taken, put = (1, r"\w{0,2}") if len(word) < LONG else (2, r"\w{1,3}")
    places = range(1, len(word) - taken + 1)
    return f"(?:{'|'.join(written(word[:n]) + put + written(word[n + taken :]) for n in places)})"


def _arms(ground: Ground, asked: str, begun: list[str]) -> Iterator["QuerySet[Any, Any]"]:
    """Numbers typed whole; then titles of which a word begins so, for each of those typed."""
    in_words = Q(*((f"{ground.title}__iregex", pattern) for pattern in begun))
    if ground.code:
        whole = "|".join({re.escape(asked), re.escape(A_NUMBER.sub("", asked))})
        exact = Q((f"{ground.code}__iregex", f"^(?:{whole})$"))
        yield _told(ground, ground.rows.filter(exact), is_exact=True)
        in_words &= ~exact
    yield _told(ground, ground.rows.filter(in_words), is_exact=False)


def _told(ground: Ground, rows: "QuerySet[Any, Any]", *, is_exact: bool) -> "QuerySet[Any, Any]":
    """The newest of them, and how many: they alone are joined to what tells them."""
    told: dict[str, Any] = {
        "found_code": Value(ground.name, output_field=TextField()),
        "found_key": Cast(_expression(ground.keys[0]), TextField()),
        "found_second": Cast(_expression((*ground.keys, Value(""))[1]), TextField()),
        "found_title": Cast(F(ground.title), TextField()),
        "found_more": Cast(_expression(ground.more), TextField()),
        "found_exact": Value(is_exact),
        "found_total": Window(Count("*")),
        "found_rank": Window(RowNumber(), order_by="-pk"),
    }
    newest = rows.order_by("-pk")[:MOST]
    every = rows.model._default_manager.filter(pk__in=newest.values("pk"))
    found: QuerySet[Any, Any] = every.annotate(**told).order_by("found_rank").values_list(*told)
    return found


def _rows(arms: Iterable["QuerySet[Any, Any]"], *, most: int) -> list[Row]:
    queries = [
        part
        for number, arm in enumerate(arms)
        if not is_empty(part := arm.annotate(found_arm=Value(number))[:most])
    ]
    if not queries:
        return []
    read = queries[0].union(*queries[1:], all=True) if queries[1:] else queries[0]
    return [Row(*row) for row in read]


def _groups(grounds: Iterable[Ground], rows: list[Row]) -> tuple[Group, ...]:
    """The best first; kinds as the desk names them, but those of which one was typed whole."""
    known = {ground.name: ground for ground in grounds}
    ordered = sorted(rows, key=lambda row: (not row.is_exact, row.rank))
    groups = []
    for name, ground in known.items():
        of_it = [row for row in ordered if row.ground == name]
        totals = {row.arm: row.total for row in of_it}
        items = tuple(row.told(ground.address) for row in of_it)
        groups.append(Group(name, ground.label, sum(totals.values()), items))
    found = [group for group in groups if group.items]
    return tuple(sorted(found, key=lambda group: not group.items[0].is_exact))


def _expression(said: Combinable | str) -> Combinable:
    return F(said) if isinstance(said, str) else said


def beside(*columns: str) -> Concat:
    """Several columns told beside a title, set apart by a dot; each is a text, never null."""
    parts: list[Combinable] = []
    for column in columns:
        parts += [F(column), Value(" · ")]
    return Concat(*parts[:-1], output_field=CharField())
