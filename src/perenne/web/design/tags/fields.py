"""Forms: fields with their label, hint and error; the summary of what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms import BaseForm, BoundField
from django.template import Context, Library
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from perenne.web.design.looks import Width, look_of

register = Library()

AREAS = (forms.Textarea,)
CHOICES = (forms.RadioSelect, forms.CheckboxSelectMultiple)


def kind_of(bound: BoundField) -> str:
    """Which of the six shapes of the template draws this field."""
    widget = bound.field.widget
    shapes: tuple[tuple[Any, str], ...] = (
        (forms.CheckboxInput, "checkbox"),
        (CHOICES, "choices"),
        (forms.FileInput, "file"),
        (forms.Select, "select"),
        (AREAS, "area"),
    )
    return next((shape for kind, shape in shapes if isinstance(widget, kind)), "box")


def target_of(bound: BoundField) -> str:
    """The id that a link to this field must lead to: for a group, its first choice."""
    if kind_of(bound) == "choices" and len(bound):
        return str(bound[0].id_for_label)
    return str(bound.id_for_label or bound.auto_id)


@register.inclusion_tag("design/components/field.html")
def field(
    bound: BoundField,
    label: object = "",
    hint: object = "",
    suffix: str = "",
    width: Width = "",
    autocomplete: str = "",
) -> dict[str, Any]:
    return field_context(
        bound, label=label, hint=hint, suffix=suffix, width=width, autocomplete=autocomplete
    )


def field_context(
    bound: BoundField,
    *,
    label: object = "",
    hint: object = "",
    suffix: str = "",
    width: Width = "",
    autocomplete: str = "",
) -> dict[str, Any]:
    look, kind = look_of(bound, suffix=suffix, width=width), kind_of(bound)
    hint = hint or bound.help_text
    ids = _described_by(bound, hint=bool(hint), unit=bool(look.prefix or look.suffix))
    return {
        "kind": kind,
        "id": bound.auto_id,
        "label": label or bound.label,
        "hint": hint,
        "errors": list(bound.errors),
        "required": bound.field.required,
        "several": getattr(bound.field.widget, "allow_multiple_selected", False),
        "look": look,
        "described_by": ids,
        "doubt": getattr(bound.form, "doubts", {}).get(bound.name),
        "control": _control(bound, kind, ids, autocomplete),
        "options": _options(bound, look.choice_hints) if kind == "choices" else (),
    }


def _described_by(bound: BoundField, *, hint: bool, unit: bool) -> str:
    parts = (("helptext", hint), ("unit", unit), ("error", bool(bound.errors)))
    return " ".join(f"{bound.auto_id}_{name}" for name, present in parts if present)


def _control(bound: BoundField, kind: str, ids: str, autocomplete: str) -> str:
    if kind == "choices":
        return ""
    attrs: dict[str, Any] = {}
    if ids:
        attrs["aria-describedby"] = ids
    if bound.field.required and kind not in ("checkbox", "file"):
        attrs["aria-required"] = "true"
    if autocomplete:
        attrs["autocomplete"] = autocomplete
    return bound.as_widget(attrs=attrs)


def _options(bound: BoundField, hints: Any) -> list[dict[str, Any]]:
    options = []
    for option in bound:
        value = str(option.data["value"])
        hint_id = f"{option.id_for_label}_helptext" if value in hints else ""
        if hint_id:
            option.data["attrs"]["aria-describedby"] = hint_id
        options.append(
            {
                "control": option.tag(),
                "id": option.id_for_label,
                "label": option.choice_label,
                "hint": hints.get(value, ""),
                "hint_id": hint_id,
            }
        )
    return options


def _wrong(bundle: Iterable[BaseForm]) -> list[dict[str, str]]:
    """Every error of these forms in the order of the page, with the field to go to."""
    found = []
    for one in bundle:
        found += [{"text": str(text), "target": ""} for text in one.non_field_errors()]
        for bound in one:
            found += [{"text": str(text), "target": target_of(bound)} for text in bound.errors]
    return found


@register.inclusion_tag("design/components/error_summary.html")
def error_summary(*bundle: BaseForm) -> dict[str, Any]:
    """One form or several; nothing at all when nothing is wrong."""
    return {"wrong": _wrong(bundle)}


@register.inclusion_tag("design/components/form_fields.html")
def form_fields(form: BaseForm) -> dict[str, Any]:
    """The summary of errors, then every field in the order of the form."""
    visible = form.visible_fields()
    return {
        "wrong": _wrong([form]),
        "hidden": form.hidden_fields(),
        "fields": [field_context(bound) for bound in visible],
        "tells_required": any(bound.field.required for bound in visible),
    }


@register.simple_block_tag(takes_context=True)
def form(context: Context, content: str, form: BaseForm, action: str = "") -> SafeString:
    """A whole form that posts to this page; the block holds its buttons."""
    return render_to_string(
        "design/components/form.html",
        {
            "content": content,
            "form": form,
            "action": action,
            "csrf_token": context.get("csrf_token", ""),
        },
    )


@register.simple_block_tag
def fieldset(content: str, legend: object, hint: object = "") -> SafeString:
    return render_to_string(
        "design/components/fieldset.html", {"content": content, "legend": legend, "hint": hint}
    )
