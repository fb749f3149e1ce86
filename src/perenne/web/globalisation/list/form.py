"""For which company to propose; why hours that fit no more are taken back."""

from collections.abc import Sequence
from typing import Any

from django import forms

from perenne.domain.hours.queries.plan_lists import Waiting
from perenne.web.design.fields import offer
from perenne.web.design.forms import Form

ALL = "toutes"


class ProposeForm(Form):
    siret = forms.ChoiceField(label="Entreprise")

    def __init__(self, *args: Any, waiting: Sequence[Waiting], **said: Any) -> None:
        super().__init__(*args, **said)
        named = [(one.siret, f"{one.name} ({one.hours} en attente)") for one in waiting]
        offer(self, "siret", [(ALL, "Toutes les entreprises"), *named])

    def clean_siret(self) -> str:
        """Nothing stands for all of them."""
        said: str = self.cleaned_data["siret"]
        return "" if said == ALL else said


class RedoForm(Form):
    reason = forms.CharField(
        label="Motif",
        max_length=500,
        help_text="Il reste dans l’historique de chaque globalisation reprise.",
    )
    missing = {"reason": "Dites pourquoi ces heures sont reprises."}
