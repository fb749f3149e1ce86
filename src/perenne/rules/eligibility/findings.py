"""What a condition finds in a case: met, not known, nearly met, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import TypeAlias

from perenne.rules.eligibility.facts import Person
from perenne.rules.french import typeset
from perenne.rules.practice import USUAL, Practice


class Fit(IntEnum):
    """The worst of several decides: one thing lacking outweighs one that is not known."""

    MET = 0
    UNKNOWN = 1
    NEAR = 2
    FAR = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """`said` is a question when the fact is not known, and what lacks when it is near."""

    fit: Fit
    said: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A person on the reference day, under the practice of the committee."""

    person: Person
    on: date
    practice: Practice = USUAL


Condition: TypeAlias = Callable[[Case], Finding]

MET, FAR = Finding(Fit.MET), Finding(Fit.FAR)


def unknown(question: str) -> Finding:
    return Finding(Fit.UNKNOWN, typeset(question))


def near(lacking: str) -> Finding:
    return Finding(Fit.NEAR, typeset(lacking))


def met_if(holds: bool) -> Finding:
    return MET if holds else FAR
