"""To whom the rows of each table belong: every table of the database is of one of these kinds."""

from enum import Enum

from django.apps import apps
from django.conf import settings

from perenne.kit.tenancy.models import Committee, Owned, Shared

COLUMN = "committee_id"


class Kind(Enum):
    """What the application sees, as the condition of a row-level policy, and may do."""

    OWNED = ("committee_id = current_committee()", "SELECT, INSERT, UPDATE, DELETE")
    SEALED = ("committee_id = current_committee()", "SELECT, INSERT")
    """Written once: the journal."""
    SEEN = ("committee_id = current_committee()", "SELECT")
    """Written by triggers alone: the chain of the journal."""
    PURGED = ("committee_id = current_committee()", "SELECT, INSERT, DELETE")
    """Written once, then forgotten in its time: who read what."""
    COMMITTEE = ("code = current_committee()", "SELECT, INSERT, UPDATE")
    SHARED = ("current_committee() IS NOT NULL", "SELECT, INSERT, UPDATE")
    FIXED = ("current_committee() IS NOT NULL", "SELECT")
    """Django's own nomenclatures."""
    QUEUE = (
        "committee_id = current_committee() OR current_setting('perenne.worker', true) = 'on'",
        "SELECT, INSERT, UPDATE, DELETE",
    )
    """Jobs wait in their committee; the worker alone sees them all."""
    HIDDEN = ("false", "SELECT")

    @property
    def condition(self) -> str:
        return self.value[0]

    @property
    def rights(self) -> str:
        return self.value[1]

    @property
    def has_committee(self) -> bool:
        return COLUMN in self.condition


def kinds(tables: set[str]) -> dict[str, Kind]:
    """The kind of each table. A table that nobody classified is owned: the strictest."""
    ours = {model._meta.db_table: _kind_of(model) for model in apps.get_models()}
    return {table: _named(table) or ours.get(table) or Kind.OWNED for table in tables}


def columns_given(table: str) -> tuple[str, ...]:
    """The only columns that the application may fill in a new row; none said: all of them."""
    said = {model._meta.db_table: model for model in apps.get_models()}.get(table)
    return tuple(sorted(getattr(said, "COLUMNS_GIVEN", ())))


def _named(table: str) -> Kind | None:
    for kind, names in settings.KINDS_OF_TABLES.items():
        if any(table == name or table.startswith(name + "_") for name in names):
            return Kind[kind]
    return None


def _kind_of(model: type) -> Kind | None:
    if issubclass(model, Committee):
        return Kind.COMMITTEE
    if issubclass(model, Shared):
        return Kind.SHARED
    return Kind.OWNED if issubclass(model, Owned) else None
