"""From entries of the journal to lines that people read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from perenne.domain.history.policy import SUBJECTS
from perenne.domain.organisations.models import Organisation
from perenne.domain.people.models import Person
from perenne.kit.actors import Role
from perenne.kit.journal.acts import facts, fields, labels, things
from perenne.kit.journal.models import Entry
from perenne.kit.journal.telling import UNTOLD, Told, organisation

FIRST = 4  # changes that a short line shows
ERASED = "personne effacée"
GONE = "organisme effacé"
WITHOUT_A_PERSON = {
    Role.HOUSE: "le service",
    Role.VISITOR: "un visiteur",
    Role.COMMAND: "l’exploitant du service",
}
BY_TYPE = {subject.type: subject for subject in SUBJECTS.values()}
Names = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """`before` and `after` both empty: it changed, and its values are not shown."""

    label: str
    before: str
    after: str

    @property
    def is_shown(self) -> bool:
        return bool(self.before or self.after)

    def __str__(self) -> str:
        if not self.is_shown:
            return f"{self.label} : modifié"
        if not self.before:
            return f"{self.label} : {self.after}"
        return f"{self.label} : {self.before} → {self.after or 'vide'}"


@dataclass(frozen=True, slots=True)
class HistoryLine:
    id: int
    at: datetime
    who: str
    organisation: str
    role: str
    act: str
    label: str
    reason: str
    changes: tuple[ChangeLine, ...]
    subject: str
    """What it was done to: « Clause »."""
    subject_id: str
    address: str
    """The name of the address of its history; "" when it has none."""
    correlation: str
    hash: str
    """Of its link in the chain; "" before the act is committed."""

    @property
    def first_changes(self) -> tuple[ChangeLine, ...]:
        return self.changes[:FIRST]

    @property
    def other_changes(self) -> int:
        return len(self.changes[FIRST:])


def named(rows: QuerySet[Entry, Any]) -> QuerySet[Any, Any]:
    """Newest first, each with the names that its numbers bear today: still one query."""
    person = Person.objects.filter(pk=OuterRef("person_id")).values("full_name")
    place = Organisation.objects.filter(pk=OuterRef("organisation_id")).values("name")
    return (
        rows.select_related("link")
        .annotate(person_name=Subquery(person), organisation_name=Subquery(place))
        .order_by("-pk")
    )


def lines_of(entries: Iterable[Any]) -> tuple[HistoryLine, ...]:
    """One query more, whatever the entries: the organisations that their changes name."""
    entries = tuple(entries)
    names = _names_in(entries)
    return tuple(_line(entry, names) for entry in entries)


def _names_in(entries: Sequence[Any]) -> Names:
    wanted = {
        value
        for entry in entries
        for name, told in fields().get(entry.subject_type, {}).items()
        if told.form is organisation
        for value in entry.changes.get(name, ())
        if isinstance(value, int)
    }
    # Never an empty list, which would ask nothing: each page asks as much whatever it shows.
    return dict(Organisation.objects.filter(pk__in={0, *wanted}).values_list("pk", "name"))


def _line(entry: Any, names: Names) -> HistoryLine:
    subject = BY_TYPE.get(entry.subject_type)
    link = getattr(entry, "link", None)
    return HistoryLine(
        id=entry.pk,
        at=entry.at,
        who=_who(entry),
        organisation=entry.organisation_name or (GONE if entry.organisation_id else ""),
        role=entry.role,
        act=entry.act,
        label=labels().get(entry.act, entry.act),
        reason=entry.reason,
        changes=(*_changes(entry, names), *_facts(entry)),
        subject=subject.label if subject else things().get(entry.subject_type, entry.subject_type),
        subject_id=entry.subject_id,
        address=f"history:{subject.name}" if subject else "",
        correlation=entry.correlation,
        hash=bytes(link.hash).hex() if link else "",
    )


def _who(entry: Any) -> str:
    if entry.person_id is not None:
        return str(entry.person_name or ERASED)
    return WITHOUT_A_PERSON.get(entry.role, str(entry.role))


def _changes(entry: Any, names: Names) -> list[ChangeLine]:
    """In the order in which the app tells its fields."""
    told = fields().get(entry.subject_type, {})
    order = [*(name for name in told if name in entry.changes), *sorted({*entry.changes} - {*told})]
    lines = []
    for name in order:
        field = told.get(name) or Told(name.removesuffix("_id").replace("_", " ").capitalize())
        if field is not UNTOLD:
            before, after = entry.changes[name] or (None, None)
            says = _says(field, names)
            lines.append(ChangeLine(field.label, says(before), says(after)))
    return lines


def _says(field: Told, names: Names) -> Any:
    if field.form is not organisation:
        return field.says
    return lambda value: "" if value is None else names.get(value, GONE)


def _facts(entry: Any) -> list[ChangeLine]:
    told = facts().get(entry.act, {})
    return [
        ChangeLine(field.label, "", field.says(entry.facts[name]))
        for name, field in told.items()
        if name in entry.facts
    ]
