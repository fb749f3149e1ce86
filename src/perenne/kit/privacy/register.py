"""All the classifications, gathered from the rooms `privacy.py` of the apps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from django.db.models import Model
from django.utils.module_loading import autodiscover_modules

from perenne.kit.privacy.classes import (
    Attachment,
    Category,
    Expires,
    Gone,
    Personal,
    Processing,
    Rows,
    Table,
    column_of,
)
from perenne.kit.privacy.finding import Finder

OBJECTIONS: list[Callable[[int], Iterable[str]]] = []
_tables: dict[str, Table] = {}
_nobody: set[str] = set()
_later: list[tuple[type[Model], Finder]] = []


def classify(  # noqa: PLR0913 - a form to fill in, by name
    model: type[Model],
    label: str,
    *,
    processing: Processing,
    keeps: str,
    found: Iterable[Finder],
    personal: Mapping[str, Personal],
    plain: Iterable[str] = (),
    also: Mapping[str, Any] | None = None,
    expires: Expires | Sequence[Expires] = (),
    erase: Callable[[Rows], int] | None = None,
    attached: Callable[[Any], Attachment] | None = None,
) -> None:
    """Say once what a table holds of people; `plain` names the columns that hold nothing."""
    _tables[model._meta.db_table] = Table(
        model=model,
        label=label,
        processing=processing,
        keeps=keeps,
        personal=dict(personal),
        plain=frozenset(plain),
        finders=list(found),
        also=also or {},
        expires=(expires,) if isinstance(expires, Expires) else tuple(expires),
        erase=erase,
        attached=attached,
    )


def nobody_in(*places: type[Model] | str, plain: Iterable[str] = ()) -> None:
    """These tables hold nothing of anybody. For one of ours, `plain` names every column."""
    for place in places:
        if isinstance(place, str):
            _nobody.add(place)
            continue
        for name in plain:
            _nobody.add(f"{place._meta.db_table}.{column_of(place, name)}")


def also_found(model: type[Model], finder: Finder) -> None:
    """An app above knows of other rows of this table that concern a person."""
    _later.append((model, finder))


def before_erasing(objection: Callable[[int], Iterable[str]]) -> None:
    """What an app holds against erasing an account today, as French sentences."""
    OBJECTIONS.append(objection)


def objections(person_id: int) -> list[str]:
    _gather()
    return [sentence for objection in OBJECTIONS for sentence in objection(person_id)]


def tables() -> list[Table]:
    _gather()
    return list(_tables.values())


def table_of(model: type[Model]) -> Table | None:
    _gather()
    return _tables.get(model._meta.db_table)


def unreadable_fields(model: type[Model]) -> set[str]:
    """Columns whose values go with their person: they enter nothing that cannot be erased."""
    table = table_of(model)
    return {
        name
        for name, one in (table.personal.items() if table else ())
        if one.gone is not Gone.KEPT and one.category not in {Category.WORK, Category.CHOICE}
    }


def is_classified(table: str, column: str) -> bool:
    """Whether somebody said what this column of the database holds."""
    _gather()
    if {table, f"{table}.{column}"} & _nobody or column == "committee_id":
        return True
    return table in _tables and column in _tables[table].columns


@cache
def _gather() -> None:
    """Apps are loaded from the ground up: those above add to what those below have said."""
    autodiscover_modules("privacy")
    while _later:
        model, finder = _later.pop()
        _tables[model._meta.db_table].finders.append(finder)
