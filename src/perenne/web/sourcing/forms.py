"""What a structure can do for a need, or why it cannot."""

from typing import Any

from django import forms

from perenne.domain.sourcing.actions import Declining, Offering
from perenne.domain.sourcing.queries import ReplyCard
from perenne.domain.sourcing.states import DeclineReason
from perenne.web.design.forms import Form, FrenchDateField, HoursField, Look

MOST_PERSONS = 99
QUIET = DeclineReason.QUIET
PEACE = {0: "Pour ce besoin seulement", 3: "Pendant trois mois", 6: "Pendant six mois",
         12: "Pendant un an"}  # fmt: skip


class OfferForm(Form):
    """Begins with one person, at the rhythm of the need; who refers people says no hours."""

    persons = forms.IntegerField(
        label="Personnes que vous pouvez proposer", min_value=1, max_value=MOST_PERSONS,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    monthly = HoursField(label="Heures par mois, en tout", min_value=1, max_value=10_000)
    starts_on = FrenchDateField(label="À partir du")
    note = forms.CharField(
        label="Un mot pour l’entreprise", required=False, max_length=500,
        help_text="Sans nom de personne",
    )  # fmt: skip
    missing = {
        "persons": "Indiquez combien de personnes vous pouvez proposer.",
        "monthly": "Indiquez combien d’heures par mois.",
        "starts_on": "Indiquez à partir de quel jour.",
    }
    looks = {"persons": Look(width="figure")}

    def __init__(self, *args: Any, card: ReplyCard, **kwargs: Any) -> None:
        first = card.need.starts_on if card.need else None
        begun = {"persons": 1, "monthly": card.monthly, "starts_on": first}
        super().__init__(*args, initial=begun, **kwargs)
        if card.is_prescriber:
            del self.fields["monthly"]

    def answer(self) -> Offering:
        return Offering(**self.cleaned_data)


class DeclineForm(Form):
    reason = forms.ChoiceField(
        label="Pourquoi ?", widget=forms.RadioSelect,
        choices=[(one.value, one.label) for one in DeclineReason if one is not QUIET],
    )  # fmt: skip
    words = forms.CharField(
        label="Un mot de plus", required=False, max_length=500,
        help_text="L’entreprise et le facilitateur le lisent. Sans nom de personne",
    )  # fmt: skip
    missing = {"reason": "Choisissez pourquoi : cela aide à mieux demander la prochaine fois."}

    def answer(self) -> Declining:
        said = self.cleaned_data
        return Declining(DeclineReason(said["reason"]), said["words"])


class QuietForm(Form):
    """One click says for how long: 0 months, this need alone."""

    months = forms.TypedChoiceField(
        coerce=int, choices=list(PEACE.items()),
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choisissez pour combien."),
    )  # fmt: skip

    def answer(self) -> Declining:
        return Declining(QUIET, quiet_months=self.cleaned_data["months"])
