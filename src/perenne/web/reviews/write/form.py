"""What was said and decided: one text, and as many decisions as there are lines."""

from collections.abc import Sequence
from typing import Any

from django import forms

from perenne.domain.compliance.actions import Task
from perenne.domain.compliance.queries import Attendee, ReviewCard
from perenne.kit.files.uses import Use
from perenne.web.design.forms import FilesField, Form, FrenchDateField

SPARE, MOST = 3, 30
"""Empty lines offered, and lines in all."""
PARTS = [(one.value, one.label) for one in Attendee]
NOBODY_SAID = "Dites qui doit le faire."
NOTHING_SAID = "Écrivez ce qui a été décidé, ou videz la ligne."


class MinutesForm(Form):
    """`lines`: how many decisions may be typed."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    held_on = FrenchDateField(label="Réunion tenue le")
    attendees = forms.MultipleChoiceField(
        label="Présents", choices=PARTS, widget=forms.CheckboxSelectMultiple,
        help_text="Par fonction : un compte rendu ne nomme personne.",
    )  # fmt: skip
    text = forms.CharField(
        label="Compte rendu",
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "true"}),
        help_text="« ## » commence un titre, « - » une liste. Ne nommez pas les salariés.",
    )
    joined = FilesField(
        label="Fichiers à joindre", required=False, allow_empty_file=True,
        help_text=f"5 au plus : {Use.DOCUMENT.accepted}.",
    )  # fmt: skip
    missing = {
        "held_on": "Indiquez le jour de la réunion.",
        "attendees": "Cochez qui était présent.",
    }

    def __init__(self, *args: Any, lines: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = min(MOST, lines)
        for line in range(self.lines):
            self.fields[f"what_{line}"] = forms.CharField(
                label="Ce qui est décidé", max_length=300, required=False
            )
            self.fields[f"who_{line}"] = forms.ChoiceField(
                label="Qui", choices=[("", "Choisir"), *PARTS], required=False
            )
            self.fields[f"until_{line}"] = FrenchDateField(
                label="Pour le", required=False, help_text=""
            )

    def rows(self) -> list[tuple[str, Any, Any, Any]]:
        """The fields of each decision, numbered from one."""
        return [
            (str(line + 1), self[f"what_{line}"], self[f"who_{line}"], self[f"until_{line}"])
            for line in range(self.lines)
        ]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        for line in range(self.lines):
            what, who, until = (said.get(f"{name}_{line}") for name in ("what", "who", "until"))
            if what and not who:
                self.add_error(f"who_{line}", NOBODY_SAID)
            if (who or until) and not what and f"what_{line}" not in self.errors:
                self.add_error(f"what_{line}", NOTHING_SAID)
        return said

    def decisions(self) -> Sequence[Task]:
        """Once valid."""
        said = self.cleaned_data
        return [
            Task(Attendee(said[f"who_{line}"]), said[f"what_{line}"], said[f"until_{line}"])
            for line in range(self.lines)
            if said[f"what_{line}"]
        ]


def initial_of(card: ReviewCard) -> dict[str, Any]:
    """What is written already."""
    lines = {
        f"{name}_{place}": value
        for place, one in enumerate(card.decisions)
        for name, value in (("what", one.what), ("who", one.who.value), ("until", one.until))
    }
    return {
        "version": card.version,
        "attendees": [one.value for one in card.attendees],
        "text": card.minutes,
        **lines,
    }
