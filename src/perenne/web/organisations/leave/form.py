"""The last administrator says who takes over."""

from typing import Any

from django import forms

from perenne.domain.organisations.queries import Colleague
from perenne.web.design.forms import Form


class LeaveForm(Form):
    successor = forms.ChoiceField(label="Qui prend la suite comme administrateur ?")
    missing = {"successor": "Choisissez le collègue qui prend la suite."}

    def __init__(self, *answers: Any, others: tuple[Colleague, ...], is_last: bool) -> None:
        super().__init__(*answers)
        if is_last and others:
            field = self.fields["successor"]
            field.choices = [  # type: ignore[attr-defined]
                ("", "Choisissez"),
                *((str(one.seat_id), one.name) for one in others),
            ]
        else:
            del self.fields["successor"]

    @property
    def successor_id(self) -> int | None:
        chosen = self.cleaned_data.get("successor")
        return int(chosen) if chosen else None
