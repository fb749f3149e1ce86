"""A hiring that is only thought of: its address can be sent to somebody."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from perenne.domain.hours.queries.imagining import Company, Hypothesis
from perenne.web.design.forms import Form, FrenchDateField, HoursField, Look

LONGEST = 36  # months


class HiringForm(Form):
    """The names of the fields are those of the address."""

    entreprise = forms.ChoiceField(label="Entreprise")
    debut = FrenchDateField(label="Embauche le")
    mois = forms.IntegerField(
        label="Durée du contrat", min_value=1, max_value=LONGEST,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    semaine = HoursField(
        label="Durée hebdomadaire",
        help_text="Avec le centre de formation, si votre comité compte ces heures.",
    )
    marche = forms.TypedChoiceField(
        label="Marché où cette personne travaillera", coerce=int, empty_value=None, required=False
    )
    quartier = forms.BooleanField(label="Habite un quartier prioritaire (QPV)", required=False)
    missing = {
        "entreprise": "Choisissez l’entreprise.",
        "debut": "Indiquez le premier jour du contrat.",
        "mois": "Indiquez la durée du contrat, en mois.",
        "semaine": "Indiquez la durée hebdomadaire.",
    }
    looks = {"mois": Look(suffix="mois", width="figure")}

    def __init__(
        self,
        *args: Any,
        companies: Sequence[Company],
        homes: Sequence[tuple[int, str]],
        **said: Any,
    ) -> None:
        super().__init__(*args, **said)
        fields: Mapping[str, Any] = self.fields
        named = [(one.siren, one.name) for one in companies]
        fields["entreprise"].choices = named if len(named) == 1 else [("", "Choisissez"), *named]
        fields["marche"].choices = [("", "Celui qui doit le plus d’heures"), *homes]

    def hypothesis(self) -> Hypothesis:
        said = self.cleaned_data
        starts_on: date = said["debut"]
        return Hypothesis(
            said["entreprise"], starts_on, said["mois"], said["semaine"], said["marche"],
            said["quartier"],
        )  # fmt: skip
