"""The words of a classification."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias

from django.db.models import Field, Model, Q, QuerySet

from perenne.kit.privacy.finding import READING_THROUGH, Finder

Rows: TypeAlias = "QuerySet[Any, Any]"


class Category(StrEnum):
    IDENTITY = "identity"
    CONTACT = "contact"
    CREDENTIAL = "credential"
    CONNECTION = "connection"
    WORK = "work"
    FREE_TEXT = "free_text"
    CHOICE = "choice"
    HEALTH = "health"
    SOCIAL = "social"
    JUDICIAL = "judicial"

    @property
    def label(self) -> str:
        return CATEGORY_LABELS[self]

    @property
    def is_sensitive(self) -> bool:
        """Health and offences by law (articles 9 and 10); social hardship and secrets by care."""
        return self in SENSITIVE


CATEGORY_LABELS = {
    Category.IDENTITY: "Identité",
    Category.CONTACT: "Coordonnées",
    Category.CREDENTIAL: "Secrets de connexion",
    Category.CONNECTION: "Données de connexion",
    Category.WORK: "Vie professionnelle",
    Category.FREE_TEXT: "Texte libre",
    Category.CHOICE: "Choix et demandes",
    Category.HEALTH: "Santé",
    Category.SOCIAL: "Difficultés sociales",
    Category.JUDICIAL: "Justice",
}
SENSITIVE = {Category.CREDENTIAL, Category.HEALTH, Category.SOCIAL, Category.JUDICIAL}


class Basis(StrEnum):
    """Why it is lawful (GDPR, article 6); that of the controller depends on what body it is."""

    CONSENT = "consent"
    CONTRACT = "contract"
    LEGAL_DUTY = "legal_duty"
    OF_THE_CONTROLLER = "of_the_controller"


class Gone(StrEnum):
    """What becomes of a value when its person is erased."""

    BLANK = "blank"
    REPLACED = "replaced"
    ROW = "row"
    KEY = "key"
    KEPT = "kept"

    @property
    def label(self) -> str:
        return GONE_LABELS[self]


GONE_LABELS = {
    Gone.BLANK: "vidé",
    Gone.REPLACED: "remplacé par une mention neutre",
    Gone.ROW: "effacé avec sa ligne",
    Gone.KEY: "rendu illisible : sa clé est détruite",
    Gone.KEPT: "gardé",
}


@dataclass(frozen=True, slots=True)
class Personal:
    """What a column holds of a person; `label` is what the person reads."""

    category: Category
    label: str
    gone: Gone
    instead: Any = None
    """For REPLACED: a text in which {pk} is the key of the row, or a function of the old value."""
    why_kept: str = ""
    consent: str = ""
    """The code of the consent that it stands on: it is emptied when the consent is withdrawn."""


def blanked(category: Category, label: str, *, consent: str = "") -> Personal:
    return Personal(category, label, Gone.BLANK, consent=consent)


def replaced(category: Category, label: str, instead: Any) -> Personal:
    return Personal(category, label, Gone.REPLACED, instead=instead)


def removed(category: Category, label: str) -> Personal:
    """With its whole row."""
    return Personal(category, label, Gone.ROW)


def kept(category: Category, label: str, *, why: str) -> Personal:
    return Personal(category, label, Gone.KEPT, why_kept=why)


@dataclass(frozen=True, slots=True)
class Processing:
    """One entry of the register (GDPR, article 30); everything in French but the code."""

    code: str
    title: str
    purpose: str
    basis: Basis
    people: str
    """Whose data."""
    recipients: tuple[str, ...]
    security: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Expires:
    """When a row is too old: `column` is the day of `event`, both as `rules.retention` has them.

    `rows` narrows the table; `dispose` takes the rows past their day and says how many went,
    which by default deletes them. Without `event`, `column` is itself the last moment.
    """

    event: str
    column: str
    kind: str = ""
    """Where these rows are of another kind than the rest of their table."""
    rows: Callable[[Rows], Rows] = lambda rows: rows
    dispose: Callable[[Rows, date], int] = lambda rows, _today: rows.delete()[0]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a row stands for."""

    name: str
    content: bytes


@dataclass(slots=True)
class Table:
    """A table that holds personal data."""

    model: type[Model]
    label: str
    processing: Processing
    keeps: str
    """The code of the kind of record in `rules.retention`."""
    personal: Mapping[str, Personal]
    plain: frozenset[str]
    finders: list[Finder]
    also: Mapping[str, Any] = field(default_factory=dict)
    """Written with the erasure, on the rows that stay: `{"is_active": False}`."""
    expires: tuple[Expires, ...] = ()
    erase: Callable[[Rows], int] | None = None
    """Instead of deleting or emptying the rows one way for all."""
    attached: Callable[[Any], Attachment] | None = None

    @property
    def name(self) -> str:
        return self.model._meta.db_table

    @property
    def loses_its_rows(self) -> bool:
        return any(one.gone is Gone.ROW for one in self.personal.values())

    @property
    def is_read_through(self) -> bool:
        return all(find in READING_THROUGH for find in self.finders)

    @property
    def columns(self) -> set[str]:
        """As the database names them."""
        return {column_of(self.model, name) for name in {*self.personal, *self.plain}}

    def rows_of(self, subject: Any) -> Rows:
        """Everything that the table holds of this person."""
        wanted = Q(pk__in=[])
        for find in self.finders:
            wanted |= find(subject)
        return self.model._base_manager.filter(wanted).order_by("pk")


def column_of(model: type[Model], name: str) -> str:
    """The column of a field, as the database names it."""
    field: Field[Any, Any] = model._meta.get_field(name)  # type: ignore[assignment]
    return str(field.column)
