"""Who stands behind each place of several tables that share margins, hours and persons alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from perenne.rules.practice import USUAL, Practice
from perenne.rules.secrecy.cells import Behind, Cell
from perenne.rules.secrecy.grounds import Hiding, hidden_for

Key: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Crowd:
    """`minutes` and `heads` by company; a person counts as one head, in one place of a table.

    `contributors`: the persons whose hours are there, counted there or elsewhere. A correction may
    make the minutes of a company negative.
    """

    minutes: Mapping[str, int] = field(default_factory=dict)
    heads: Mapping[str, int] = field(default_factory=dict)
    contributors: int = 0

    @property
    def total(self) -> int:
        return sum(self.minutes.values())

    @property
    def persons(self) -> int:
        return sum(self.heads.values())

    @property
    def companies(self) -> set[str]:
        return {*self.minutes, *self.heads}

    @property
    def only(self) -> str | None:
        """The company that stands alone there."""
        return next(iter(self.companies)) if len(self.companies) == 1 else None

    @property
    def is_empty(self) -> bool:
        return not (self.contributors or self.persons or any(self.minutes.values()))

    def hidden_for(self, practice: Practice = USUAL) -> Hiding | None:
        """Why neither its hours nor its persons may be published; None when they may."""
        if self.is_empty:
            return None
        for number in (self.contributors or 1, self.persons):
            if why := hidden_for(Cell.persons(number), Behind.PERSONS, practice=practice):
                return why
        brought = {who: abs(part) for who, part in self.minutes.items()}
        return hidden_for(Cell.shared(brought), Behind.COMPANIES, practice=practice)


@dataclass(frozen=True)
class Linked:
    """Tables published together, and what was published of them before.

    `lines`: a total, then its parts: hours and persons add up. `spans`: a total of time, then its
    periods: hours add up; a person of two periods is counted once in their total. `settled`: the
    places that an earlier edition told, True, or hid, False: nothing of that can change.
    `veiled`: the places where nothing at all and something hidden look alike.
    `goes_on`: later tables will be linked to these, whoever reads them.
    ValueError, in French, when a total is not the sum of its parts.
    """

    crowds: Mapping[Key, Crowd]
    lines: tuple[tuple[Key, ...], ...]
    spans: tuple[tuple[Key, ...], ...] = ()
    settled: Mapping[Key, bool] = field(default_factory=dict)
    veiled: frozenset[Key] = frozenset()
    goes_on: bool = False

    def __post_init__(self) -> None:
        for total, *parts in (*self.lines, *self.spans):
            if self.crowds[total].total != sum(self.crowds[part].total for part in parts):
                raise ValueError("Un total n’est pas la somme de ses parties : recomptez-le.")
        for total, *parts in self.lines:
            if self.crowds[total].persons != sum(self.crowds[part].persons for part in parts):
                raise ValueError("Des personnes sont comptées deux fois : recomptez-les.")

    @cached_property
    def around(self) -> Mapping[Key, tuple[tuple[Key, ...], ...]]:
        """The lines and spans of each place."""
        found: dict[Key, list[tuple[Key, ...]]] = {key: [] for key in self.crowds}
        for line in (*self.lines, *self.spans):
            for key in line:
                found[key].append(line)
        return {key: tuple(lines) for key, lines in found.items()}

    @cached_property
    def is_total_of(self) -> Mapping[Key, int]:
        """How many lines it is the total of: a total is the dearest to hide."""
        found = dict.fromkeys(self.crowds, 0)
        for line in (*self.lines, *self.spans):
            found[line[0]] += 1
        return found
