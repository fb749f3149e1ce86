"""One box for each person and kind of hours; under it, the explanation that a doubt asks for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField

from perenne.domain.hours.actions import Fault, Line, TypedLine
from perenne.domain.hours.queries.cards import (
    AbsentCard,
    LineCard,
    SheetCard,
    StatementCard,
    as_typed,
    slug_of,
)
from perenne.kit.privacy.nir import has_nir
from perenne.rules.hours import DoubtCode, HourKind
from perenne.values import Hours
from perenne.web.design.forms import Form, HoursField, Look, refuse_nir

MOST = 744
"""Hours in the longest month."""
LONGEST_ANSWER = 500
CODES = frozenset(code.value for code in DoubtCode)


class CrewHours(HoursField):
    """A box that may stay empty without being called optional: nobody has to work."""

    look = Look(suffix="h")

    def validate(self, value: Any) -> None:
        """Any duration, and none."""


class Answer(forms.CharField):
    """The doubt says that it waits for an answer, not the empty box."""

    def __init__(self, **kwargs: Any) -> None:
        box = forms.Textarea(attrs={"rows": 2})
        super().__init__(label="Votre explication", max_length=LONGEST_ANSWER, widget=box, **kwargs)
        self.validators.append(refuse_nir)

    def validate(self, value: Any) -> None:
        """Any text, and none."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its box (none where its days make its total) and what is asked about it."""

    card: LineCard
    box: BoundField | None
    answers: tuple[BoundField, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet that may be typed, with what is wrong of the whole."""

    sheet: SheetCard
    rows: tuple[Row, ...]
    errors: tuple[str, ...]

    @property
    def absent(self) -> tuple[AbsentCard, ...]:
        return self.sheet.absent


class StatementForm(Form):
    def __init__(self, typed: Mapping[str, str] | None = None, *, card: StatementCard) -> None:
        super().__init__(typed)
        self.card = card
        self.of_sheets: dict[int, list[str]] = {}
        for line in card.lines:
            if not line.days:
                self._add_box(line)
            self._add_answers(line)

    def _add_box(self, line: LineCard) -> None:
        self.fields[box_of(line)] = CrewHours(
            label=line.title,
            help_text=line.facts,
            max_value=MOST,
            initial=line.typed,
        )

    def _add_answers(self, line: LineCard) -> None:
        """Those already given, or typed on the page that is sent."""
        if line.kind is not HourKind.WORK:
            return
        start = answer_to(line.hiring_id, "")
        typed = {name.removeprefix(start) for name in self.data if name.startswith(start)}
        for code in sorted(CODES & (typed | set(line.explained))):
            self._ask(line.hiring_id, code, line.explained.get(code, ""))

    def _ask(self, hiring_id: int, code: str, initial: str = "") -> str:
        name = answer_to(hiring_id, code)
        if name not in self.fields:
            self.fields[name] = Answer(initial=initial)
        return name

    def tell(self, faults: Iterable[Fault]) -> None:
        """Each beside its line; a doubt with the box in which it is answered."""
        names = {line.hiring_id: line.name for line in self.card.lines}
        for fault in faults:
            if fault.code is not None:
                name = self._ask(fault.hiring_id, fault.code.value)
                self.add_error(name, f"{names[fault.hiring_id]} : {fault.sentence}")
            elif (box := f"h-{fault.hiring_id}-{slug_of(HourKind.WORK)}") in self.fields:
                self.add_error(box, f"{names[fault.hiring_id]} : {fault.sentence}")
            else:
                self.of_sheets.setdefault(fault.sheet_id, []).append(fault.sentence)
                self.add_error(None, str(fault))

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(
            Part(
                sheet,
                tuple(self._row(line) for line in sheet.lines),
                tuple(self.of_sheets.get(sheet.id, ())),
            )
            for sheet in self.card.open_sheets
        )

    def _row(self, line: LineCard) -> Row:
        start = answer_to(line.hiring_id, "")
        is_first = line.kind is HourKind.WORK
        answers = [self[name] for name in self.fields if is_first and name.startswith(start)]
        box = self[box_of(line)] if box_of(line) in self.fields else None
        return Row(line, box, tuple(answers))

    def typed(self) -> tuple[TypedLine, ...]:
        """As it was sent, right or wrong; a social security number is not kept. Of a box that
        was not sent, nothing is known."""
        return tuple(
            TypedLine(
                line.hiring_id,
                line.kind,
                as_typed(line.minutes_by_day) if line.days else self._said(box_of(line)),
                self._answers(line.hiring_id),
            )
            for line in self.card.lines
            if line.days or box_of(line) in self.data
        )

    def said(self) -> dict[int, list[Line]]:
        """What is declared, by sheet: who has no hour is not on it."""
        return {
            sheet.id: [
                Line(
                    line.hiring_id,
                    minutes,
                    line.kind,
                    days=line.days,
                    explained={
                        DoubtCode(code): said
                        for code, said in self._answers(line.hiring_id).items()
                    },
                )
                for line in sheet.lines
                if (minutes := self._minutes(line))
            ]
            for sheet in self.card.open_sheets
        }

    @property
    def total(self) -> Hours:
        """Of what can be read in the boxes."""
        return Hours(sum(self._minutes(line) for line in self.card.lines))

    def _minutes(self, line: LineCard) -> int:
        if line.days:
            return line.minutes_by_day
        name = box_of(line)
        if self.is_bound and not self.errors.get(name):
            hours = self.cleaned_data.get(name)
        else:
            hours = None if self.is_bound else _read(self.fields[name], line.typed)
        return hours.minutes if hours else 0

    def _said(self, name: str) -> str:
        said = str(self.data.get(name, ""))
        return "" if has_nir(said) else said

    def _answers(self, hiring_id: int) -> dict[str, str]:
        start = answer_to(hiring_id, "")
        names = [name for name in self.fields if name.startswith(start)]
        answers = {name.removeprefix(start): self._said(name).strip() for name in names}
        return {code: said for code, said in answers.items() if said}


def box_of(line: LineCard) -> str:
    return f"h-{line.hiring_id}-{line.slug}"


def answer_to(hiring_id: int, code: str) -> str:
    return f"why-{hiring_id}-{code}"


def _read(field: Any, typed: str) -> Hours | None:
    try:
        hours: Hours | None = field.clean(typed)
    except forms.ValidationError:
        return None
    return hours
