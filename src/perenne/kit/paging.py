"""A page of a long list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet

from perenne.kit.refusals import Refused

WHOLE = -1
"""In place of the number of a page: all the rows on one, for a file. No address can ask for it."""
MOST_ROWS = 50_000
LONGEST_NUMBER = 10
LONGEST_WORDS = 80
Item = TypeVar("Item")
Row = TypeVar("Row", bound=Any)


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    items: Sequence[Item]
    number: int
    size: int
    total: int

    @property
    def last(self) -> int:
        return max(1, -(-self.total // self.size))

    @property
    def first_item(self) -> int:
        return (self.number - 1) * self.size + 1 if self.total else 0

    @property
    def last_item(self) -> int:
        return min(self.number * self.size, self.total)


def number_in(asked: str) -> int:
    """The number of the page that an address asks for; the first when it is no number."""
    return int(asked) if asked.isdecimal() and len(asked) < LONGEST_NUMBER else 1


def words_in(asked: str) -> str:
    """What an address seeks; without the character zero, which PostgreSQL keeps nowhere."""
    return asked.replace("\0", "").strip()[:LONGEST_WORDS]


def key_in(asked: str) -> int:
    """The key that a part of an address gives; 0, which nothing has, when it is no number."""
    return number_in(asked) if asked.isdecimal() else 0


def page_of(
    rows: "QuerySet[Row, Any]",
    number: int,
    *,
    size: int,
    card_of: Callable[[Row], Item],
    total: int | None = None,
) -> Page[Item]:
    """Two queries: how many, unless it is known already, and these ones. A number out of range
    gives the nearest page."""
    total = rows.count() if total is None else total
    number, size = place_of(number, size=size, total=total)
    start = (number - 1) * size
    return Page([card_of(row) for row in rows[start : start + size]], number, size, total)


def place_of(number: int, *, size: int, total: int) -> tuple[int, int]:
    """The number of the page that is shown, and its size.

    Refused when the whole list is asked for and a spreadsheet could not hold it.
    """
    if number == WHOLE:
        if total > MOST_ROWS:
            raise Refused(
                f"Cette liste a {total} lignes, un fichier en tient {MOST_ROWS} : choisissez "
                "d’abord une vue ou un filtre."
            )
        return 1, max(1, total)
    return min(max(1, number), max(1, -(-total // size))), size
