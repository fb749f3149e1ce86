"""Two answers that every form on an organisation asks for."""

from typing import Any

from django import forms

from perenne.domain.organisations.queries import commune_named
from perenne.values import Siret


class Whereabouts:
    """For a form that has the fields `siret` and `commune`."""

    cleaned_data: dict[str, Any]

    def clean_siret(self) -> Siret | None:
        typed = self.cleaned_data["siret"].strip()
        try:
            return Siret.read(typed) if typed else None
        except ValueError as wrong:
            raise forms.ValidationError(str(wrong)) from wrong

    def clean_commune(self) -> str | None:
        """Its INSEE code."""
        typed = self.cleaned_data["commune"]
        found = commune_named(typed)
        if typed.strip() and found is None:
            raise forms.ValidationError(
                "Cette commune n’est pas reconnue : écrivez son nom entier ou son code postal, "
                "ou laissez vide si elle est hors du département."
            )
        return found.insee_code if found else None
