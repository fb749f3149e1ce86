"""What is shown of a month to declare: a line, whoever is not counted, a sheet, the whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from perenne.domain.hours.states import DECLARED, SHEET_LIFE, SheetState
from perenne.rules.hours import HOUR_KINDS, HourKind
from perenne.values import Hours, Period

DECLARABLE = SHEET_LIFE.sources("sheet.declare")


class Why(StrEnum):
    """Why the hours of somebody hired do not count that month."""

    NO_GREEN_LIGHT = "Sans feu vert du facilitateur, ses heures ne comptent pas."
    LATER = "Le feu vert a été donné après ce mois : ses heures comptent ensuite."
    OVER = "Son contrat a pris fin avant le feu vert : ses heures ne comptent pas."


@dataclass(frozen=True, slots=True)
class LineCard:
    """Hours of one kind of one person. `typed`: what the box holds. `days`: minutes of each day,
    where they were typed. `before`: those of the month before. `explained`: by doubt."""

    hiring_id: int
    kind: HourKind
    name: str
    code: str
    job: str
    counted: Period
    typed: str = ""
    days: Mapping[date, int] = field(default_factory=dict)
    explained: Mapping[str, str] = field(default_factory=dict)
    before: Hours | None = None
    declared: Hours | None = None

    @property
    def minutes_by_day(self) -> int:
        return sum(self.days.values())

    @property
    def hours_by_day(self) -> Hours:
        return Hours(self.minutes_by_day)

    @property
    def slug(self) -> str:
        return slug_of(self.kind)

    @property
    def title(self) -> str:
        """The person, and what was done when it is not plain work."""
        if self.kind is HourKind.WORK:
            return self.name
        label = HOUR_KINDS[self.kind].label
        return f"{self.name}, {label[0].lower()}{label[1:]}"

    @property
    def facts(self) -> str:
        """What tells that person from another: what they worked the month before, or their job."""
        known = f"{self.before} le mois dernier" if self.before else self.job
        return known if self.name == self.code else f"{self.code} · {known}"


@dataclass(frozen=True, slots=True)
class AbsentCard:
    """`file_id`: the question already asked about this person, by whoever reads."""

    hiring_id: int
    name: str
    code: str
    why: Why
    file_id: int | None = None


@dataclass(frozen=True, slots=True)
class SheetCard:
    id: int
    commitment_id: int
    state: SheetState
    is_nil: bool
    reason: str
    contract: str
    reference: str
    buyer: str
    facilitator: str
    facilitator_email: str
    declared_at: datetime | None
    lines: tuple[LineCard, ...]
    absent: tuple[AbsentCard, ...]
    hours: Hours

    @property
    def is_open(self) -> bool:
        return self.state in DECLARABLE

    @property
    def may_be_taken_back(self) -> bool:
        return self.state == DECLARED


@dataclass(frozen=True, slots=True)
class StatementCard:
    id: int
    month: date
    company: str
    due_on: date
    sheets: tuple[SheetCard, ...]

    @property
    def open_sheets(self) -> tuple[SheetCard, ...]:
        return tuple(sheet for sheet in self.sheets if sheet.is_open)

    @property
    def lines(self) -> tuple[LineCard, ...]:
        """Those that may be typed."""
        return tuple(line for sheet in self.open_sheets for line in sheet.lines)

    @property
    def has_last_month(self) -> bool:
        return any(line.before for line in self.lines)

    @property
    def hours(self) -> Hours:
        return Hours(sum(sheet.hours.minutes for sheet in self.sheets))


def slug_of(kind: HourKind) -> str:
    """A kind of hours in an address, and in the name of a box."""
    return kind.name.lower()


def as_typed(minutes: int) -> str:
    """As people type it: « 151 h 40 »."""
    said = str(Hours(minutes)).replace("\u202f", "").replace("\u00a0", " ")
    return said.removesuffix(" h")
