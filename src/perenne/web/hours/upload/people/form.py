"""One question for each person whom the file names and nobody knows."""

from typing import Any

from django import forms

from perenne.domain.hours.queries.importing import NOT_OURS, People
from perenne.web.design.forms import Form, Look

LATER = ("", "Répondre plus tard")
OTHERS = (str(NOT_OURS), "Pas de notre équipe : laisser ses lignes de côté")
MOST_ASKED = 30


class PeopleForm(Form):
    def __init__(self, *args: Any, people: People, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = people.asked[:MOST_ASKED]
        labels = {
            str(one.id): f"{one.name}, {one.born or 'né le ?'} ({one.code})"
            for one in people.members
        }
        self.looks: dict[str, Look] = {}
        for number, one in enumerate(self.asked):
            likely = [(str(it), labels[str(it)]) for it in one.candidates]
            field = forms.ChoiceField(
                label=f"Qui est « {one.label} » ?",
                choices=[LATER, *likely, OTHERS, ("Toute l’équipe", list(labels.items()))],
                help_text=f"{one.rows} ligne{'s' if one.rows > 1 else ''} du fichier",
                required=False,
            )
            self.fields[f"person{number}"] = field
            self.looks[f"person{number}"] = Look(width="medium")

    def people(self) -> dict[str, int]:
        """Print → participant; who is left for later is not there."""
        answers = (
            (one.print, self.cleaned_data[f"person{number}"])
            for number, one in enumerate(self.asked)
        )
        return {mark: int(answer) for mark, answer in answers if answer}
