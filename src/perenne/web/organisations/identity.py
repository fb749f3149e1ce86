"""What an organisation says of itself, filled in from its SIRET where the register answers."""

from collections.abc import Mapping
from typing import Any, Self

from django import forms
from django.forms.utils import ErrorDict
from django.urls import reverse_lazy

from perenne.domain.organisations.actions import Identity
from perenne.domain.organisations.queries import Proposal, proposal_for
from perenne.kit.sirene import NATURES, nature_label
from perenne.values import Siret
from perenne.web.design.forms import Form, Look
from perenne.web.organisations.whereabouts import Whereabouts

FILLED = ("name", "address", "commune")
"""What the register may fill; what somebody typed is left to them."""
ASKING: Mapping[str, object] = {
    "inputmode": "numeric",
    "autocomplete": "off",
    "hx-post": reverse_lazy("organisations:complete"),
    "hx-trigger": "input changed delay:500ms",
    "hx-target": "#identite",
    "hx-params": "siret,name,address,commune,found_name,found_address,found_commune",
}


class IdentityForm(Whereabouts, Form):
    siret = forms.CharField(
        label="Numéro SIRET",
        max_length=20,
        help_text="14 chiffres : le nom, l’adresse et la commune se complètent d’eux-mêmes.",
        widget=forms.TextInput(attrs=dict(ASKING)),
    )
    name = forms.CharField(label="Nom de l’organisme", max_length=200)
    address = forms.CharField(label="Adresse postale", max_length=200, required=False)
    commune = forms.CharField(
        label="Commune",
        max_length=100,
        required=False,
        help_text="Son nom ou son code postal ; rien si elle est hors du département.",
    )
    legal_nature = forms.CharField(required=False, widget=forms.HiddenInput)
    found_name = forms.CharField(required=False, widget=forms.HiddenInput)
    found_address = forms.CharField(required=False, widget=forms.HiddenInput)
    found_commune = forms.CharField(required=False, widget=forms.HiddenInput)
    missing = {
        "siret": "Indiquez le numéro SIRET : il est sur vos factures et vos bulletins de paie.",
        "name": "Indiquez le nom de votre organisme.",
    }
    looks = {"siret": Look(width="medium"), "phone": Look(width="medium")}

    proposal: Proposal | None = None

    def clean_legal_nature(self) -> str:
        """As the register gave it; nobody types it."""
        code = str(self.cleaned_data["legal_nature"])
        return code if code in NATURES else ""

    @property
    def nature_label(self) -> str:
        return nature_label(str(self["legal_nature"].value() or ""))

    def identity(self) -> Identity:
        said: dict[str, Any] = self.cleaned_data
        return Identity(
            name=said["name"],
            siret=said["siret"],
            commune=said["commune"],
            address=said["address"],
            legal_nature=said["legal_nature"],
            email=said.get("office_email", ""),
            phone=said.get("office_phone", ""),
        )

    def completed(self) -> Self:
        """The same form, not judged yet, with what the register says; only the SIRET is judged."""
        typed = {name: self[name].value() or "" for name in self.fields}
        try:
            proposal = proposal_for(Siret.read(str(typed["siret"])))
        except ValueError as wrong:
            return self._wrong(typed, str(wrong))
        form = type(self)(initial=typed | filled(typed, proposal), **self.made_with())
        form.proposal = proposal
        return form

    def _wrong(self, typed: Mapping[str, Any], sentence: str) -> Self:
        form = type(self)(typed, **self.made_with())
        vars(form).update(_errors=ErrorDict(), cleaned_data={})  # judged, on this alone
        form.add_error("siret", sentence)
        return form

    def made_with(self) -> dict[str, Any]:
        """What this form was made with, besides its answers."""
        return {}


def filled(typed: Mapping[str, Any], proposal: Proposal) -> dict[str, str]:
    """The register’s words where nothing was typed, or where they were the register’s already."""
    new: dict[str, str] = {"legal_nature": proposal.legal_nature}
    for name in FILLED:
        before, known = str(typed.get(name, "")), str(typed.get(f"found_{name}", ""))
        if before.strip() in {"", known}:
            new[name] = new[f"found_{name}"] = getattr(proposal, name)
    return new
