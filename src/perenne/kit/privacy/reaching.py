"""Which tables lead to a person, by whatever path of foreign keys: none may be forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import ForeignKey, Model

from perenne.kit.privacy.register import is_classified, table_of

Path = tuple[str, ...]


def models_that_reach_a_person() -> dict[type[Model], list[Path]]:
    """Every model from which foreign keys lead to an account → the paths, as they are walked."""
    person = get_user_model()
    found: dict[type[Model], list[Path]] = {person: [()]}
    grown = True
    while grown:
        grown = False
        for model in apps.get_models(include_auto_created=True):
            for key in _keys_of(model):
                for path in found.get(key.related_model, []):
                    way = (key.name, *path)
                    if model is not person and way not in found.setdefault(model, []):
                        found[model].append(way)
                        grown = True
    return {model: paths for model, paths in found.items() if paths}


def uncovered() -> list[str]:
    """Models that reach a person, of which neither the access file nor the erasure knows."""
    return sorted(
        f"{model._meta.db_table} leads to a person by {_said(ways)}, and no `classify` of its app "
        "says how its rows are found (found=[through(…)])"
        for model, ways in models_that_reach_a_person().items()
        if (table := table_of(model)) is None or not table.finders
    )


def unclassified(columns: Iterable[tuple[str, str]]) -> list[str]:
    """Columns of the database that no room `privacy.py` says anything of."""
    return [
        f"{table}.{column}: say in the `privacy.py` of its app what it holds: name it in "
        "`personal` (blanked, replaced, removed or kept, with its category and a French label) "
        "or in `plain`"
        for table, column in columns
        if not is_classified(table, column)
    ]


def _said(ways: Iterable[Path]) -> str:
    return " and by ".join(".".join(way) or "itself" for way in ways)


def _keys_of(model: type[Model]) -> Iterator[ForeignKey[Model, Model]]:
    for field in model._meta.local_concrete_fields:
        if isinstance(field, ForeignKey):
            yield field
