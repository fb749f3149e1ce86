"""What an act changed on its row: computed from the row as it was taken."""

import json
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime
from enum import Enum
from hashlib import sha256
from typing import Any, TypeAlias

from django.db.models import Model
from django.utils.timezone import is_aware

from perenne.kit.tenancy.kinds import COLUMN

Source: TypeAlias = Callable[[type[Model]], Collection[str]]
Changes: TypeAlias = dict[str, list[Any]]
MEMORY = "_as_it_was"
LONGEST = 1_000  # characters of a value; of a longer one the journal keeps the fingerprint
ALWAYS_HIDDEN = frozenset(
    {
        "password", "email", "phone", "full_name", "first_name", "last_name", "birth_date",
        "birth_name", "address", "token", "secret", "key", "visitor_key", "session_key",
    }
)  # fmt: skip
"""Whatever a model forgets to say of itself."""
_sources: list[Source] = []


def hide_also(source: Source) -> None:
    """Plug in a classification of fields: `source(model)` gives names that are not to be read."""
    if source not in _sources:
        _sources.append(source)


def hidden_fields(model: type[Model]) -> frozenset[str]:
    """Fields whose values never enter the journal: it says that they changed, and no more.

    A model says it by `PRIVATE_FIELDS`; other sources may add some (`hide_also`).
    """
    said = [getattr(model, "PRIVATE_FIELDS", ()), *(source(model) for source in _sources)]
    return ALWAYS_HIDDEN.union(*said)


def remember(row: Model) -> None:
    """The row as it is now, for what will be said to have changed."""
    row.__dict__[MEMORY] = _values(row)


def changes_of(row: Model) -> Changes:
    """Field → [before, after]. A row that was made here writes its fields once, from nothing.

    Of a row that was read without being taken, nothing is known of before: nothing is said.
    """
    before, after = row.__dict__.get(MEMORY), _values(row)
    if before is None:
        if getattr(row, "was_read", True):
            return {}
        after = {name: value for name, value in after.items() if value not in (None, "", [], {})}
    hidden = _hidden_attributes(type(row))
    was = before or {}
    return {
        name: [] if name in hidden else [_short(was.get(name)), _short(value)]
        for name, value in after.items()
        if was.get(name) != value
    }


def _hidden_attributes(model: type[Model]) -> set[str]:
    hidden = hidden_fields(model)
    named = ((field.name, field.attname) for field in model._meta.concrete_fields)
    return {attribute for name, attribute in named if hidden & {name, attribute}}


def _values(row: Model) -> dict[str, Any]:
    """What the row holds, in plain JSON types; keys by their number."""
    held = row.__dict__
    return {
        field.attname: plain(held[field.attname])
        for field in row._meta.concrete_fields
        if field.attname in held
        and not field.primary_key
        and field.attname != COLUMN
        and not hasattr(held[field.attname], "resolve_expression")
    }


def plain(value: Any) -> Any:
    """The same value, as JSON can write it; what has no writing of its own is its text."""
    match value:
        case dict():
            return {str(key): plain(inside) for key, inside in value.items()}
        case list() | tuple() | set() | frozenset():
            return [plain(inside) for inside in value]
        case None | bool() | int() | float() | str() if not isinstance(value, Enum):
            return value
    written = next((write for kind, write in WRITINGS if isinstance(value, kind)), str)
    return written(value)


WRITINGS: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    (Enum, lambda value: plain(value.value)),
    (datetime, lambda value: (value.astimezone(UTC) if is_aware(value) else value).isoformat()),
    (date, lambda value: value.isoformat()),
    ((bytes, memoryview), lambda value: {"sha256": sha256(bytes(value)).hexdigest()}),
    (Model, lambda value: plain(value.pk)),
)


def _short(value: Any) -> Any:
    written = json.dumps(value, ensure_ascii=False, sort_keys=True)
    if len(written) <= LONGEST:
        return value
    return {"sha256": sha256(written.encode()).hexdigest(), "length": len(written)}
