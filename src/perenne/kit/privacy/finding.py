"""Who a person is in the tables, and how their rows are found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import or_
from typing import TypeAlias

from django.db.models import Q

NONE = Q(pk__in=[])


@dataclass(frozen=True, slots=True)
class Subject:
    """A person with an account, or the holder of an address alone."""

    person_id: int | None = None
    addresses: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    """Whole names and telephone numbers: what a free text would say of them."""
    sessions: Mapping[str, str] = field(default_factory=dict)
    """The key of each open session → the key of the drafts begun in it."""

    @property
    def marks(self) -> frozenset[str]:
        """Everything that tells them apart in a text."""
        return self.addresses | self.words

    @property
    def without_homonyms(self) -> Subject:
        """By addresses and numbers only: a name alone may be that of somebody else."""
        numbers = frozenset(word for word in self.words if any(map(str.isdigit, word)))
        return replace(self, words=numbers)


Finder: TypeAlias = Callable[[Subject], Q]
READING_THROUGH: set[Finder] = set()
"""Finders that no index serves: every text of the table is read."""


def itself(subject: Subject) -> Q:
    """The account."""
    return NONE if subject.person_id is None else Q(pk=subject.person_id)


def through(path: str) -> Finder:
    """Rows that lead to the account by this path of foreign keys, or by a bare number."""

    def find(subject: Subject) -> Q:
        return NONE if subject.person_id is None else Q(**{path: subject.person_id})

    return find


def same_address(column: str) -> Finder:
    """Rows whose column is one of their addresses, whatever the case."""

    def find(subject: Subject) -> Q:
        return reduce(or_, (Q(**{f"{column}__iexact": one}) for one in subject.addresses), NONE)

    return find


def mentioning(*columns: str) -> Finder:
    """Rows in which one of these columns names them: by an address, a whole name, a number."""

    def find(subject: Subject) -> Q:
        said = (Q(**{f"{column}__icontains": mark}) for column in columns for mark in subject.marks)
        return reduce(or_, said, NONE)

    READING_THROUGH.add(find)
    return find
