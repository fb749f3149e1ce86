"""What a file would write: the hours of one kind, of one hiring, in one month."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from perenne.domain.hirings.models import Hiring
from perenne.domain.hours.queries.importing.facts import Entry, Fate, Told
from perenne.rules.hours import HourKind


class Key(NamedTuple):
    """In the order in which a month is written: by sheet, then by person, as locks are taken."""

    month: date
    commitment_id: int
    participant_id: int
    hiring_id: int
    kind: HourKind


@dataclass(slots=True)
class Month:
    """Hours of one kind, of one hiring, in one month; `days` is empty where none is known."""

    hiring: Hiring
    minutes: int = 0
    days: dict[date, int] = field(default_factory=dict)
    lines: list[Told] = field(default_factory=list)
    said: dict[str, None] = field(default_factory=dict)
    lumps: int = 0
    objection: str = ""
    fate: Fate = Fate.TAKEN
    stands: int | None = None
    """The number of the work that says it already, or whose place it takes."""

    def add(self, line: Told, entry: Entry, explanation: str) -> None:
        self.minutes += entry.minutes
        if entry.day is None:
            self.lumps += 1
        else:
            self.days[entry.day] = self.days.get(entry.day, 0) + entry.minutes
        if not self.lines or self.lines[-1] is not line:
            self.lines.append(line)
        if explanation:
            self.said[explanation] = None

    @property
    def explanation(self) -> str:
        return " ".join(self.said)[:500]

    @property
    def replaces(self) -> int | None:
        """The number of the work whose place it takes."""
        return self.stands if self.fate is Fate.TAKEN else None
