"""Fields of consultations and contracts that several pages ask for."""

from typing import Any

from django import forms

from perenne.domain.organisations.queries import proposal_for
from perenne.domain.procurement.actions import PartyFacts
from perenne.rules.segments import Segment
from perenne.values import Siret

NUMERIC = {"inputmode": "numeric", "autocomplete": "off"}
SEGMENTS = (("", "Je ne sais pas"), *((segment.value, segment.label) for segment in Segment))
NAME_IT = "Écrivez le nom de l’entreprise : le répertoire Sirene ne le donne pas sous ce numéro."


class SiretField(forms.CharField):
    """Fourteen digits, however they are spaced, as a `Siret`."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "Numéro SIRET")
        kwargs.setdefault("widget", forms.TextInput(attrs=dict(NUMERIC)))
        super().__init__(max_length=20, **kwargs)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            return Siret.read(text)
        except ValueError as wrong:
            raise forms.ValidationError(str(wrong)) from None


class CpvField(forms.CharField):
    """Eight digits; the key after the dash is forgiven."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "Code CPV")
        kwargs.setdefault("widget", forms.TextInput(attrs=dict(NUMERIC)))
        super().__init__(max_length=10, required=False, **kwargs)

    def clean(self, value: Any) -> str:
        text = str(super().clean(value)).replace(" ", "").partition("-")[0]
        if text and not (text.isdecimal() and len(text) == 8):
            raise forms.ValidationError("Un code CPV a huit chiffres, par exemple 45223220.")
        return text


def party_in(form: forms.Form, prefix: str = "") -> PartyFacts | None:
    """The company that these fields name; the register gives the name that nobody typed."""
    said = form.cleaned_data
    siret: Siret | None = said.get(f"{prefix}siret")
    if siret is None:
        return None
    name = said.get(f"{prefix}name") or proposal_for(siret).name
    if not name:
        form.add_error(f"{prefix}name", NAME_IT)
        return None
    return PartyFacts(
        name=name,
        siret=siret,
        email=said.get(f"{prefix}email") or "",
        amount=said.get(f"{prefix}amount"),
    )
