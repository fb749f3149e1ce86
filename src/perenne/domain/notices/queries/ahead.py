"""The mails of the thirty days to come, if nothing is done meanwhile."""

from dataclasses import dataclass
from datetime import date

from perenne.kit.actors import Actor


@dataclass(frozen=True, slots=True)
class PlannedThing:
    """`about` and `url` are empty where the reader may not read the thing itself; `why` says which
    reminder it is: « 2e rappel », « échéance le 12 décembre »."""

    verb: str
    about: str
    url: str
    why: str


@dataclass(frozen=True, slots=True)
class PlannedMail:
    """One digest: the day and the hour in Paris, to which address, for which organisation."""

    day: date
    hour: int
    to: str
    organisation: str
    things: tuple[PlannedThing, ...]


def ahead(*, seen_by: Actor, on: date) -> tuple[PlannedMail, ...]:
    """In the order of the days, from `on` on. One's own with what they are about; for the
    coordination those of everybody, by number and verb alone. A fixed number of queries."""
    raise NotImplementedError
