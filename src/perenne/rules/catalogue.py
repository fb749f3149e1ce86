"""Everything the rules hold, found by walking through them: what `docs/law.md` is written from."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from importlib import import_module
from inspect import getsource
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

import perenne.rules
from perenne.rules.law import Confidence, Dated, Default, Source, Table

# The life of a clause; a chapter is a module or a folder of `rules`.
CHAPTERS = {
    "screening": "Étude d’un achat",
    "comparison": "Comparaison des programmations",
    "segments": "Segments d’achats et métiers",
    "thresholds": "Seuils et obligations",
    "legal_bases": "Les cinq possibilités",
    "calibration": "Calibrage",
    "promises": "Capacité et promesses des structures",
    "quality": "Exigences de qualité",
    "criterion": "Critère social",
    "wording": "Rédaction",
    "contracts": "Vie du marché",
    "eligibility": "Publics éligibles",
    "hirings": "Modalités d’embauche",
    "kick_off": "Mise au point",
    "targets": "Heures dues dans le temps",
    "hours": "Heures comptées",
    "globalisation": "Globalisation",
    "pace": "Rythme des heures",
    "penalties": "Pénalités",
    "waves": "Recherche de personnes et de structures",
    "certificates": "Attestations",
    "letters": "Lettres à l’entreprise",
    "deadlines": "Délais",
    "working_days": "Jours ouvrés",
    "urgency": "Ordre de ce qui attend",
    "directory": "Annuaire des structures",
    "retention": "Conservation des données",
    "secrecy": "Secret statistique",
    "consolidation": "Fichiers de consolidation",
    "notices": "Rappels",
}


@dataclass(frozen=True, slots=True)
class Ruling:
    """A rule: the question it answers, its texts, how sure the answer is."""

    name: str
    says: str
    sources: tuple[Source, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the law or of practice, under the name it has in the code."""

    name: str
    held: Dated[Any] | Default[Any]


@dataclass(frozen=True, slots=True)
class Chapter:
    code: str
    title: str
    rulings: tuple[Ruling, ...]
    numbers: tuple[Number, ...]
    tables: tuple[Table[Any], ...]


@cache
def chapters() -> tuple[Chapter, ...]:
    """Every chapter that stands, in the order of the life of a clause."""
    return tuple(_chapter(code, title) for code, title in CHAPTERS.items())


def parameters() -> dict[str, Default[Any]]:
    """What a committee may hold otherwise, by code: numbers of modules and of rows of tables."""
    found = [
        held
        for chapter in chapters()
        for held in (
            *(number.held for number in chapter.numbers),
            *(held for table in chapter.tables for row in table for held in held_by(row)),
        )
    ]
    return {it.code: it for it in found if isinstance(it, Default) and it.code}


def held_by(row: Any) -> tuple[Dated[Any] | Default[Any], ...]:
    """The numbers that a row of a table holds, each with its own meaning."""
    held = (getattr(row, field.name) for field in fields(row))
    return tuple(it for it in held if isinstance(it, Dated | Default) and it.meaning)


def modules(code: str) -> Iterator[ModuleType]:
    """The module of that name and those inside it, tests left out."""
    place = import_module(f"perenne.rules.{code}")
    yield place
    for found in walk_packages(getattr(place, "__path__", ()), f"{place.__name__}."):
        if not found.name.rpartition(".")[2].startswith("test_"):
            yield import_module(found.name)


def standing() -> set[str]:
    """The modules and folders of `rules`, tests left out."""
    found = {module.name for module in walk_packages(perenne.rules.__path__)}
    return {name for name in found if "." not in name and not name.startswith("test_")}


def _chapter(code: str, title: str) -> Chapter:
    held = [
        (f"{module.__name__.removeprefix('perenne.rules.')}.{name}", getattr(module, name))
        for module in modules(code)
        for name in _written_in(module)
    ]
    return Chapter(
        code,
        title,
        tuple(_ruling(name, rule) for name, rule in held if hasattr(rule, "says")),
        tuple(Number(name, it) for name, it in held if isinstance(it, Dated | Default)),
        tuple(it for _, it in held if isinstance(it, Table)),
    )


def _written_in(module: ModuleType) -> Iterator[str]:
    """The names that the module itself defines, in its order: nothing that it imports."""
    for node in ast.parse(getsource(module)).body:
        match node:
            case ast.FunctionDef(name=name):
                yield name
            case ast.Assign(targets=targets):
                yield from (target.id for target in targets if isinstance(target, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name


def _ruling(name: str, rule: Any) -> Ruling:
    return Ruling(name, rule.says, rule.sources, rule.confidence)
