"""What became of each row of an official list: added, changed, unchanged, or set aside and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Model

Row = TypeVar("Row", bound=Model)
TOGETHER = 5_000
"""Rows written by one statement."""


@dataclass(frozen=True, slots=True)
class SetAside:
    row: str
    reason: str


@dataclass(frozen=True, slots=True)
class Account:
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    set_aside: tuple[SetAside, ...] = ()

    @property
    def read(self) -> int:
        return self.added + self.changed + self.unchanged + len(self.set_aside)

    def __add__(self, other: "Account") -> "Account":
        return Account(
            self.added + other.added,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.set_aside + other.set_aside,
        )


def settle(
    wanted: Mapping[Any, Row],
    held: Mapping[Any, Row],
    *,
    key: tuple[str, ...],
    fields: tuple[str, ...],
) -> Account:
    """Write what is new and what differs; both mappings are by the same key."""
    new = [row for at, row in wanted.items() if at not in held]
    known = [(held[at], row) for at, row in wanted.items() if at in held]
    changed = [row for old, row in known if _facts_of(old, fields) != _facts_of(row, fields)]
    if new or changed:
        _write([*new, *changed], key=key, fields=fields)
    return Account(len(new), len(changed), len(known) - len(changed))


def _write(rows: list[Row], *, key: tuple[str, ...], fields: tuple[str, ...]) -> None:
    type(rows[0])._default_manager.bulk_create(
        rows,
        batch_size=TOGETHER,
        update_conflicts=True,
        unique_fields=list(key),
        update_fields=list(fields),
    )


def _facts_of(row: Model, fields: Iterable[str]) -> tuple[object, ...]:
    columns = {field.name: field.attname for field in row._meta.concrete_fields}
    return tuple(getattr(row, columns[field]) for field in fields)


def told_once(rows: Iterable[tuple[Any, Row]]) -> tuple[dict[Any, Row], tuple[SetAside, ...]]:
    """By key; what the list gives a second time is set aside."""
    first: dict[Any, Row] = {}
    twice: list[SetAside] = []
    for at, row in rows:
        if at in first:
            twice.append(SetAside(str(row), "donné deux fois par le fichier"))
        else:
            first[at] = row
    return first, tuple(twice)
