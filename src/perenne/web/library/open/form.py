"""Where a new text stands, and what it says."""

from django import forms

from perenne.domain.library.queries import Kind, Section
from perenne.web.library.writing import TextForm


class OpenForm(TextForm):
    kind = forms.ChoiceField(label="Sorte de texte", choices=[(k.value, k.label) for k in Kind])
    section = forms.ChoiceField(
        label="Pour qui", choices=[(section.value, section.label) for section in Section]
    )
    slug = forms.RegexField(
        regex=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        max_length=80,
        label="Fin de l’adresse",
        help_text="En minuscules, sans accent, avec des tirets : clause-et-energie.",
        error_messages={
            "invalid": "Écrivez l’adresse en minuscules, sans accent ni espace, par exemple "
            "clause-et-energie."
        },
    )
    field_order = ["kind", "section", "slug"]
    missing = {**TextForm.missing, "slug": "Indiquez la fin de l’adresse."}
