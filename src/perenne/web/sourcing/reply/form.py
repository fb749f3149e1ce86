"""What one can do for a need, or why one cannot."""

from typing import Any

from django import forms

from perenne.web.design.fields import offer
from perenne.web.design.forms import Form, FrenchDateField, HoursField, Look

MOST_PERSONS = 50


class OfferForm(Form):
    """`with_hours`: a structure says what it can do each month; who refers people names how many."""

    persons = forms.IntegerField(
        label="Personnes que vous pouvez proposer", min_value=1, max_value=MOST_PERSONS,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    monthly = HoursField(label="Heures par mois, en tout", min_value=1, max_value=10_000)
    starts_on = FrenchDateField(label="À partir du")
    note = forms.CharField(
        label="Un mot pour l’entreprise", required=False, max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}), help_text="Sans nom de personne.",
    )  # fmt: skip
    missing = {
        "persons": "Indiquez combien de personnes vous pouvez proposer.",
        "monthly": "Indiquez combien d’heures par mois.",
        "starts_on": "Indiquez à partir de quel jour.",
    }
    looks = {"persons": Look(width="figure")}

    def __init__(self, *args: Any, with_hours: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not with_hours:
            del self.fields["monthly"]


class DeclineForm(Form):
    reason = forms.ChoiceField(label="Pourquoi ?", widget=forms.RadioSelect)
    words = forms.CharField(
        label="Précisez, si vous voulez", required=False, max_length=300,
        help_text="L’entreprise et le facilitateur le liront. Sans nom de personne.",
    )  # fmt: skip
    missing = {"reason": "Choisissez pourquoi : cela aide à mieux demander la prochaine fois."}

    def __init__(self, *args: Any, reasons: tuple[tuple[str, str], ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "reason", reasons)
