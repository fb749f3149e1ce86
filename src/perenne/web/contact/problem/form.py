"""What went wrong, and where."""

from typing import Any

from django import forms

from perenne.web.contact.letters import LetterForm

NATURES = (
    ("Une panne ou une erreur", "Une panne ou une erreur"),
    ("Un problème d’accessibilité", "Un problème d’accessibilité"),
    ("Une information fausse", "Une information fausse ou dépassée"),
    ("Autre chose", "Autre chose"),
)


class ProblemForm(LetterForm):
    """Nobody has to say who they are."""

    object = forms.ChoiceField(label="Que signalez-vous ?", choices=[("", "Choisissez"), *NATURES])
    page = forms.CharField(
        label="Adresse de la page",
        max_length=500,
        required=False,
        help_text="Copiez-la depuis la barre du navigateur.",
    )
    field_order = ("object", "page", "message")
    missing = {
        "object": "Choisissez ce que vous signalez.",
        "message": "Écrivez ce qui s’est passé.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["message"].label = "Ce qui s’est passé"
        self.fields["message"].help_text = "Ce que vous vouliez faire, et ce qui est arrivé."
