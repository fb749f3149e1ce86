"""What each column of the file is, by set of headings; and the month of a tab that does not say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms

from perenne.domain.hours.queries.importing import HourColumn, Layout, ReadFile, month_in
from perenne.kit.french.hours import HourUnit
from perenne.rules.french import MONTHS
from perenne.web.design.forms import Form, Look

NO_USE = "-"
COLUMNS = [(NO_USE, "Ne sert pas"), *((column.value, column.label) for column in HourColumn)]
UNITS = [(unit.value, unit.label) for unit in HourUnit]
SAMPLES = 3


class ColumnsForm(Form):
    """`groups`: tabs that have the same headings are asked about once."""

    def __init__(self, *args: Any, asked: ReadFile, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.layouts = {layout.signature: layout for layout in reversed(asked.layouts)}
        self.tabs = [it for it in asked.layouts if it.needs_month or it.month]
        self.looks: dict[str, Look] = {}
        for group, layout in enumerate(self.layouts.values()):
            self._ask_columns(group, layout)
        for number, layout in enumerate(self.tabs):
            self._ask_month(number, layout)

    def _ask_columns(self, group: int, layout: Layout) -> None:
        for at, text in _columns(layout):
            shown = ", ".join(f"« {it[:40]} »" for it in layout.samples.get(at, ())[:SAMPLES])
            said = layout.meanings.get(at, NO_USE)
            self.fields[f"c{group}_{at}"] = forms.ChoiceField(
                label=f"Colonne « {text} »" if text else f"Colonne {at + 1}, sans titre",
                choices=COLUMNS, initial=said, help_text=shown,
            )  # fmt: skip
            self.looks[f"c{group}_{at}"] = Look(width="medium")
        self.fields[f"unit{group}"] = forms.ChoiceField(
            label="Les nombres seuls sont", choices=UNITS, initial=layout.unit.value
        )
        self.looks[f"unit{group}"] = Look(width="medium")

    def _ask_month(self, number: int, layout: Layout) -> None:
        month = layout.month
        self.fields[f"month{number}"] = forms.CharField(
            label=f"Mois de la feuille « {layout.tab} »",
            initial=f"{MONTHS[month.month - 1]} {month.year}" if month else "",
            required=layout.needs_month, max_length=40, help_text="Par exemple octobre 2026",
        )  # fmt: skip
        self.looks[f"month{number}"] = Look(width="medium")

    @property
    def groups(self) -> Iterator[tuple[str, str, list[forms.BoundField]]]:
        """Title, what is said of the days of a calendar, fields."""
        for group, layout in enumerate(self.layouts.values()):
            names = [f"c{group}_{at}" for at, _ in _columns(layout)] + [f"unit{group}"]
            days = len(layout.grid)
            note = f"Calendrier reconnu : {days} colonnes de jours ou de mois." if days else ""
            yield f"Feuille « {layout.tab} »", note, [self[name] for name in names]

    @property
    def months(self) -> list[forms.BoundField]:
        return [self[f"month{number}"] for number in range(len(self.tabs))]

    def clean(self) -> dict[str, Any]:
        for group, layout in enumerate(self.layouts.values()):
            taken: set[str] = set()
            for at, _ in _columns(layout):
                answer = self.cleaned_data.get(f"c{group}_{at}", NO_USE)
                if answer != NO_USE and answer in taken:
                    label = HourColumn(answer).label
                    self.add_error(
                        f"c{group}_{at}", f"« {label} » est déjà une autre colonne : choisissez."
                    )
                taken.add(answer)
        for number in range(len(self.tabs)):
            typed = self.cleaned_data.get(f"month{number}", "")
            if typed and month_in(typed) is None:
                self.add_error(f"month{number}", "Écrivez un mois, par exemple octobre 2026.")
        return self.cleaned_data

    def said(self) -> dict[str, dict[str, str]]:
        """Signature → index → meaning and « unit »; « tab:Name » → « month »."""
        found: dict[str, dict[str, str]] = {}
        for group, (signature, layout) in enumerate(self.layouts.items()):
            answers = {at: self.cleaned_data[f"c{group}_{at}"] for at, _ in _columns(layout)}
            its = {str(at): "" if it == NO_USE else it for at, it in answers.items()}
            found[signature] = its | {"unit": self.cleaned_data[f"unit{group}"]}
        for number, layout in enumerate(self.tabs):
            month: date | None = month_in(self.cleaned_data[f"month{number}"])
            if month:
                found[f"tab:{layout.tab}"] = {"month": month.isoformat()}
        return found


def _columns(layout: Layout) -> list[tuple[int, str]]:
    """Those that say something, days of a calendar apart."""
    return [
        (at, text)
        for at, text in enumerate(layout.texts)
        if (text or layout.samples.get(at)) and at not in layout.grid
    ]
