"""Everything by which a person is told apart, gathered before anything is erased."""

from __future__ import annotations

from django.contrib.auth import get_user_model

from perenne.kit.privacy.classes import Category, Table
from perenne.kit.privacy.finding import Subject
from perenne.kit.privacy.reaching import models_that_reach_a_person
from perenne.kit.privacy.register import table_of
from perenne.kit.privacy.sessions import sessions_of

NAMING = {Category.IDENTITY, Category.CONTACT}
SHORTEST = 8
"""Characters: « Martin » inside a text is not always this Martin."""


def subject_of(person_id: int) -> Subject:
    """Addresses, whole names and numbers, wherever foreign keys lead to this account."""
    bare = Subject(person_id)
    said: set[str] = set()
    for model in [get_user_model(), *models_that_reach_a_person()]:
        table = table_of(model)
        if table:
            said |= _naming_values(table, bare)
    addresses = frozenset(one.lower() for one in said if "@" in one)
    words = frozenset(one for one in said if "@" not in one and len(one) >= SHORTEST)
    return Subject(person_id, addresses, words, sessions_of(person_id))


def subject_at(address: str) -> Subject:
    """Somebody without an account: the address is all that is known to be theirs."""
    return Subject(addresses=frozenset({address.strip().lower()}))


def _naming_values(table: Table, subject: Subject) -> set[str]:
    names = [name for name, one in table.personal.items() if one.category in NAMING]
    rows = table.rows_of(subject).values_list(*names) if names else []
    return {value.strip() for row in rows for value in row if isinstance(value, str) and value}
