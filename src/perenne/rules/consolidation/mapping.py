"""A consolidation file as data: what a row is, its columns, since when, according to whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from perenne.rules.law import Confidence, Source


class About(StrEnum):
    """What a row of the file is."""

    CONTRACT = "contract"
    TERRITORY = "territory"
    BUYER = "buyer"
    PERSON = "person"
    PUBLICATION = "publication"

    @property
    def label(self) -> str:
        return {
            About.CONTRACT: "un marché",
            About.TERRITORY: "une intercommunalité",
            About.BUYER: "un acheteur",
            About.PERSON: "une personne, sous son code",
            About.PUBLICATION: "un marché à publier",
        }[self]


@dataclass(frozen=True, slots=True)
class Asked:
    """A column: its heading as whoever receives it knows it, and the fact of ours that fills it.

    `where`: what to do when it is missing; a column without it may stay empty.
    """

    heading: str
    fact: str
    where: str = ""

    @property
    def is_needed(self) -> bool:
        return bool(self.where)


@dataclass(frozen=True, slots=True)
class Consolidation:
    """One version of one file. `is_official`: a text fixes what is asked; `form` says honestly
    whether a public format of file exists."""

    code: str
    label: str
    about: About
    version: str
    since: date
    source: Source
    confidence: Confidence
    is_official: bool
    form: str
    columns: tuple[Asked, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(column.heading for column in self.columns)


def mapping_on(code: str, day: date, mappings: Iterable[Consolidation]) -> Consolidation:
    """The version in force that day; LookupError, in French, when there is none."""
    held = [one for one in mappings if one.code == code and one.since <= day]
    if not held:
        raise LookupError(f"Aucune version du fichier « {code} » n’est connue au {day:%d/%m/%Y}.")
    return max(held, key=lambda one: one.since)
