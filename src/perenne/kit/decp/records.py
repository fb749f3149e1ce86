"""A contract as it is published: what could be read of it, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from perenne.kit.decp.items import Kind

NONE_SOCIAL = "Pas de considération sociale"


@dataclass(frozen=True, slots=True)
class Anomaly:
    """`field` is a path in the contract: `titulaires[1].titulaire.id`."""

    field: str
    value: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Holder:
    """`id` as written; `siret` only when it has fourteen digits; the old format gives a name."""

    kind: str
    id: str
    name: str = ""

    @property
    def siret(self) -> str:
        digits = self.id.replace(" ", "")
        return digits if len(digits) == 14 and digits.isdecimal() and digits.isascii() else ""


@dataclass(frozen=True, slots=True)
class Place:
    code: str
    kind: str


@dataclass(frozen=True, slots=True)
class Change:
    """A modification: None for what it leaves as it was; `holders` empty likewise."""

    number: int | None
    notified_on: date | None
    published_on: date | None
    cents: int | None
    months: int | None
    holders: tuple[Holder, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """A subcontract (acte spécial), as its last modification leaves it."""

    number: int | None
    subcontractor: Holder
    notified_on: date | None
    cents: int | None
    months: int | None


@dataclass(frozen=True, slots=True)
class Published:
    """`buyer` is a SIRET of fourteen digits or ""; amounts before tax, in cents."""

    position: int
    kind: Kind
    buyer: str
    id: str
    nature: str
    object: str
    cpv: str
    techniques: tuple[str, ...]
    executions: tuple[str, ...]
    framework: str
    procedure: str
    ccag: str
    grouping: str
    place: Place
    months: int | None
    notified_on: date | None
    published_on: date | None
    cents: int | None
    social: tuple[str, ...]
    holders: tuple[Holder, ...]
    changes: tuple[Change, ...]
    acts: tuple[Act, ...]
    is_old: bool
    """In the format of before 2024, which says nothing of social considerations."""
    raw: Mapping[str, Any]
    anomalies: tuple[Anomaly, ...]

    @property
    def is_matchable(self) -> bool:
        """Whether it says which contract it is."""
        return bool(self.buyer and self.id)

    @property
    def year(self) -> int:
        """Of its notification, which tells apart two uses of one number; 0 when not known."""
        return self.notified_on.year if self.notified_on else 0

    @property
    def last_change(self) -> Change | None:
        """By the day of its notification."""
        dated = [change for change in self.changes if change.notified_on]
        return max(dated, key=lambda one: (one.notified_on, one.number or 0), default=None)

    @property
    def is_silent(self) -> bool:
        """It says that there is no social consideration, or says nothing."""
        return set(self.social) <= {NONE_SOCIAL}
