"""The form of the house: French sentences, our components, checks made by the server."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import DjangoTemplates
from django.forms.utils import flatatt
from django.template.loader import get_template
from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

from perenne.kit.privacy.nir import has_nir
from perenne.web.design.fields import (
    EurosField,
    FilesField,
    FrenchDateField,
    FrenchDecimalField,
    HoursField,
    PercentField,
)
from perenne.web.design.looks import Look
from perenne.web.design.sentences import speak_french

__all__ = [
    "EurosField",
    "FilesField",
    "Form",
    "FrenchDateField",
    "FrenchDecimalField",
    "HoursField",
    "Look",
    "PercentField",
]


NO_NIR = (
    "Ne saisissez pas de numéro de sécurité sociale : retirez-le de ce texte. "
    "La plateforme n’a pas le droit de le garder."
)


SELECT = "django/forms/widgets/select.html"


def select_html(widget: Mapping[str, Any]) -> SafeString:
    """What Django's own template says of a `<select>`, from the same context."""
    groups = "".join(_group(name, options) for name, options, _ in widget["optgroups"])
    attributes = flatatt(widget["attrs"])
    return mark_safe(  # noqa: S308 - every word is escaped
        f'<select name="{conditional_escape(widget["name"])}"{attributes}>{groups}\n</select>'
    )


def _group(name: str | None, options: list[dict[str, Any]]) -> str:
    lines = "".join(
        f'\n  <option value="{escape(str(it["value"]))}"{flatatt(it["attrs"])}>'
        f"{conditional_escape(it['label'])}</option>"
        for it in options
    )
    if not name:
        return lines
    return f'\n  <optgroup label="{conditional_escape(name)}">{lines}\n  </optgroup>'


def refuse_nir(text: str) -> None:
    """Nobody's social security number enters by a form."""
    if isinstance(text, str) and has_nir(text):
        raise ValidationError(NO_NIR, code="nir")


class HouseRenderer(DjangoTemplates):
    """`{{ form }}` gives our components; the widgets inside them stay those of Django.

    Lists to choose from are written without a template for each of their lines: some have sixty.
    """

    form_template_name = "design/components/form_as_text.html"

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        if template_name == SELECT:
            return select_html(context["widget"])
        return super().render(template_name, context, request)

    def get_template(self, template_name: str) -> Any:
        if template_name.startswith("design/"):
            return get_template(template_name)
        return super().get_template(template_name)


RENDERER = HouseRenderer()
"""One for all forms: each would otherwise read the templates of widgets again."""


class Form(forms.Form):
    """What every form of the house extends.

    `missing` gives the sentence for an empty answer, by field name:
    `missing = {"subject": "Indiquez l’objet du marché."}`.
    `looks` gives units and widths: `looks = {"months": Look(suffix="mois", width="figure")}`.
    """

    use_required_attribute = False
    default_renderer = RENDERER
    missing: ClassVar[Mapping[str, str]] = {}
    looks: Mapping[str, Look] = {}
    doubts: Mapping[str, Any] = {}
    """A question and its answer shown under a field (`title`, `html`), by field name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            speak_french(field, name, missing=self.missing.get(name))
            if isinstance(field, forms.CharField) and not _is_secret(field):
                field.validators = [*field.validators, refuse_nir]


def _is_secret(field: forms.Field) -> bool:
    """A password may be any digits: nobody reads it."""
    return isinstance(field.widget, forms.PasswordInput)
