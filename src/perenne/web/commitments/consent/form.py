"""What a buyer answers on the globalisation of one contract."""

from typing import Any

from django import forms

from perenne.domain.clauses.actions import Answer
from perenne.rules.globalisation import Consent
from perenne.web.design.forms import Form, FrenchDateField, PercentField

CHOICES = (
    (Consent.OPEN.value, "Accepter"),
    (Consent.CAPPED.value, "Accepter dans une limite"),
    (Consent.REFUSED.value, "Refuser"),
)


class AnswerForm(Form):
    """The day of a letter is asked of the facilitator alone, who answers for the buyer."""

    consent = forms.ChoiceField(label="Réponse", choices=CHOICES, widget=forms.RadioSelect)
    cap = PercentField(
        label="Si vous fixez une limite, part des heures qui peut venir d’autres marchés",
        required=False,
    )
    since = FrenchDateField(
        label="Pour les heures travaillées depuis le",
        required=False,
        help_text="Vide : depuis le premier jour du marché.",
    )
    letter_on = FrenchDateField(label="Lettre de l’acheteur datée du")
    reason = forms.CharField(
        label="Motif",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Nécessaire pour un refus.",
    )
    missing = {
        "consent": "Choisissez la réponse.",
        "letter_on": "Indiquez la date de la lettre de l’acheteur.",
    }

    def __init__(self, *args: Any, by_letter: bool, **said: Any) -> None:
        super().__init__(*args, **said)
        if not by_letter:
            del self.fields["letter_on"]

    def answer(self) -> Answer:
        said = self.cleaned_data
        return Answer(
            Consent(said["consent"]), said["cap"], said["since"], said.get("letter_on"),
            said["reason"],
        )  # fmt: skip


class AskForm(forms.Form):
    """The hours that wait for the accord, as the page that asks has counted them."""

    minutes = forms.IntegerField(min_value=0, max_value=10**9, required=False)
