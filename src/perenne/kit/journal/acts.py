"""What the apps say of their acts, in their room `events`: labels, fields, which need a reason.

LABELS = {"clause.open": "Ouvrir la clause"}       acts that no machine has
SENSITIVE = {"purchase.leave_aside"}               refused without a reason
FIELDS = {"clauses.clause": {"months": Told("Durée", months)}}
FACTS = {"programme.send": {"purchases": Told("Achats transmis")}}
THINGS = {"organisations.organisation": "Organisme"}       things without a history
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from perenne.kit.journal.telling import Told
from perenne.kit.states import Machine


@cache
def labels() -> Mapping[str, str]:
    """Act → what it is called in French."""
    said: dict[str, str] = {}
    for room in _rooms("states"):
        for machine in vars(room).values():
            if isinstance(machine, Machine):
                said |= {act: move.label for act, move in machine.moves.items()}
    return said | _gathered("LABELS")


@cache
def sensitive_acts() -> frozenset[str]:
    return frozenset(act for room in _rooms("events") for act in getattr(room, "SENSITIVE", ()))


@cache
def fields() -> Mapping[str, Mapping[str, Told]]:
    """Label of a model → attribute → how it is told."""
    return _gathered("FIELDS")


@cache
def facts() -> Mapping[str, Mapping[str, Told]]:
    """Act → fact → how it is told."""
    return _gathered("FACTS")


@cache
def things() -> Mapping[str, str]:
    """Label of a model → what such a row is called, where it has no history of its own."""
    return _gathered("THINGS")


def _gathered(name: str) -> dict[str, Any]:
    return {key: told for room in _rooms("events") for key, told in getattr(room, name, {}).items()}


def _rooms(name: str) -> Iterator[ModuleType]:
    for app in apps.get_app_configs():
        if (
            app.module
            and app.name.startswith("perenne.")
            and module_has_submodule(app.module, name)
        ):
            yield import_module(f"{app.name}.{name}")
