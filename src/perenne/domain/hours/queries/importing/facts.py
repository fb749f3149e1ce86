"""What a row of a timesheet says, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from perenne.domain.hours.queries.importing.moments import day_in
from perenne.rules.hours import HourKind
from perenne.values import fold

LONGEST_REASON = 500


class Fate(StrEnum):
    """What becomes of a row of the file: each has one, and one only."""

    TAKEN = "taken"
    THERE = "there"
    REFUSED = "refused"
    BLANK = "blank"
    ASIDE = "aside"

    @property
    def label(self) -> str:
        return {
            Fate.TAKEN: "À enregistrer",
            Fate.THERE: "Déjà enregistrée",
            Fate.REFUSED: "Refusée",
            Fate.BLANK: "Vide ou sans heure",
            Fate.ASIDE: "Titre ou total",
        }[self]


@dataclass(frozen=True, slots=True)
class Said:
    """How a row calls a person; the same words give the same person everywhere in the file."""

    name: str = ""
    born: str = ""
    code: str = ""
    number: str = ""

    @property
    def label(self) -> str:
        beside = [self.code, self.number and f"matricule {self.number}", self.born]
        known = ", ".join(one for one in beside if one)
        return f"{self.name} ({known})" if self.name and known else self.name or known

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(sorted(fold(self.name).split()))

    @property
    def born_on(self) -> date | None:
        return day_in(self.born)


@dataclass(frozen=True, slots=True)
class Entry:
    """Minutes of one box; `day` is None where the month alone is known."""

    month: date
    day: date | None
    minutes: int


@dataclass(frozen=True, slots=True)
class Row:
    """`reason` says why it is refused or set aside: « colonne Heures : … »."""

    tab: str
    number: int
    fate: Fate
    reason: str = ""
    who: Said = Said()
    contract: str = ""
    kind: HourKind = HourKind.WORK
    entries: tuple[Entry, ...] = ()
    explanation: str = ""
    months: tuple[date, ...] = ()
    """Those that it is about, as far as they can be read."""

    @property
    def minutes(self) -> int:
        return sum(entry.minutes for entry in self.entries)

    def refused(self, reason: str) -> Row:
        return replace(self, fate=Fate.REFUSED, reason=reason)


@dataclass(slots=True)
class Told:
    """What becomes of a row: light, for files have a hundred thousand of them."""

    tab: str
    number: int
    fate: Fate
    reason: str
    minutes: int

    def refuse(self, reason: str) -> None:
        self.fate, self.reason = Fate.REFUSED, reason[:LONGEST_REASON]
