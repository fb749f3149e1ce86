"""What somebody wants to be told of, and where."""

from typing import Any

from django import forms

from perenne.domain.assessments.actions import Wish
from perenne.domain.territories.queries import EpciCard
from perenne.rules.segments import Segment
from perenne.web.design.fields import offer
from perenne.web.design.forms import Form


class SubscribeForm(Form):
    email = forms.EmailField(
        label="Adresse électronique",
        max_length=254,
        help_text="Un lien y est envoyé : rien d’autre ne part avant que vous l’ayez suivi.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    segments = forms.MultipleChoiceField(
        label="Segments d’achats",
        choices=[(one.value, one.label) for one in Segment],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Aucun choix : tous.",
    )
    epcis = forms.MultipleChoiceField(
        label="Intercommunalités",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Aucun choix : toutes.",
    )
    missing = {"email": "Indiquez l’adresse où envoyer les prévisions."}

    def __init__(
        self, *arguments: Any, epcis: tuple[EpciCard, ...], known: bool, **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        offer(self, "epcis", [(one.code, one.name) for one in epcis])
        if known:
            del self.fields["email"]

    def wish(self) -> Wish:
        said = self.cleaned_data
        return Wish(tuple(said["segments"]), tuple(said["epcis"]))
