"""Everything by which a person is told apart, gathered before anything is erased."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import F
from django.db.models.functions import JSONObject

from perenne.kit.privacy.classes import Category, Rows, Table
from perenne.kit.privacy.finding import Subject
from perenne.kit.privacy.reaching import models_that_reach_a_person
from perenne.kit.privacy.register import table_of
from perenne.kit.privacy.sessions import noted_sessions_of, sessions_of

NAMING = {Category.IDENTITY, Category.CONTACT}
SHORTEST = 8
"""Characters: « Martin » inside a text is not always this Martin."""


def subject_of(person_id: int, *, searching: bool = True) -> Subject:
    """Addresses, whole names and numbers, wherever foreign keys lead to this account.

    Without `searching`, only the sessions noted as theirs: each other one would have to be opened.
    """
    said = set(_naming_values(Subject(person_id)))
    addresses = frozenset(one.lower() for one in said if "@" in one)
    words = frozenset(one for one in said if "@" not in one and len(one) >= SHORTEST)
    find = sessions_of if searching else noted_sessions_of
    return Subject(person_id, addresses, words, find(person_id))


def subject_at(address: str) -> Subject:
    """Somebody without an account: the address is all that is known to be theirs."""
    return Subject(addresses=frozenset({address.strip().lower()}))


def _naming_values(subject: Subject) -> Iterator[str]:
    """In one question, however many tables there are."""
    reached = (table_of(model) for model in models_that_reach_a_person())
    first, *others = (rows for table in reached if table for rows in _naming_rows(table, subject))
    for document in first.union(*others, all=True):
        for value in document.values():
            if isinstance(value, str) and value.strip():
                yield value.strip()


def _naming_rows(table: Table, subject: Subject) -> Iterator[Rows]:
    names = {name: F(name) for name, one in table.personal.items() if one.category in NAMING}
    if names:
        rows = table.rows_of(subject).order_by()
        yield rows.values_list(JSONObject(**names), flat=True)
