"""The form of the house: French sentences, our components, checks made by the server."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.forms.renderers import DjangoTemplates
from django.template.loader import get_template

from perenne.web.design.fields import (
    EurosField,
    FrenchDateField,
    FrenchDecimalField,
    HoursField,
    PercentField,
)
from perenne.web.design.looks import Look
from perenne.web.design.sentences import speak_french

__all__ = [
    "EurosField",
    "Form",
    "FrenchDateField",
    "FrenchDecimalField",
    "HoursField",
    "Look",
    "PercentField",
]


class HouseRenderer(DjangoTemplates):
    """`{{ form }}` gives our components; the widgets inside them stay those of Django."""

    form_template_name = "design/components/form_as_text.html"

    def get_template(self, template_name: str) -> Any:
        if template_name.startswith("design/"):
            return get_template(template_name)
        return super().get_template(template_name)


class Form(forms.Form):
    """What every form of the house extends.

    `missing` gives the sentence for an empty answer, by field name:
    `missing = {"subject": "Indiquez l’objet du marché."}`.
    `looks` gives units and widths: `looks = {"months": Look(suffix="mois", width="figure")}`.
    """

    use_required_attribute = False
    default_renderer = HouseRenderer
    missing: ClassVar[Mapping[str, str]] = {}
    looks: Mapping[str, Look] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            speak_french(field, name, missing=self.missing.get(name))
