"""What one can press: buttons, links that look like them, copying, dialogs."""

from __future__ import annotations

from typing import Any

from django.forms.utils import flatatt
from django.template import Library
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = Library()
KINDS = ("primary", "secondary", "warning", "quiet")


def html_attributes(kind: str, attributes: dict[str, Any]) -> str:
    """`hx_post=url` becomes hx-post="…"; True is a bare attribute, False and None nothing."""
    if kind not in KINDS:
        raise ValueError(f"A button is one of {', '.join(KINDS)}, not {kind!r}.")
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    look = "button" if kind == "primary" else f"button button--{kind}"
    return flatatt({"class": look, **named})


@register.simple_tag
def button(label: object, kind: str = "primary", **attributes: Any) -> SafeString:
    """{% button "Enregistrer" %} {% button "Supprimer" kind="warning" name="act" value="drop" %}

    Sends its form, unless type="button" is given.
    """
    return format_html("<button{}>{}</button>", html_attributes(kind, attributes), label)


@register.simple_tag
def button_link(label: object, url: object, kind: str = "primary", **attributes: Any) -> SafeString:
    """{% button_link "Nouveau contrat" url %}: goes to a page, changes nothing."""
    return format_html('<a href="{}"{}>{}</a>', str(url), html_attributes(kind, attributes), label)


@register.inclusion_tag("design/components/copy_button.html")
def copy_button(target: str, label: object = "Copier le texte") -> dict[str, Any]:
    return {"target": target, "label": label}


@register.simple_block_tag
def dialog(content: str, id: str, title: object) -> SafeString:
    return render_to_string(
        "design/components/dialog.html", {"content": content, "id": id, "title": title}
    )


@register.simple_tag
def dialog_button(label: object, opens: str, kind: str = "secondary") -> SafeString:
    """{% dialog_button "Retirer le lot" opens="retirer" %}: without script, a link to it."""
    return format_html(
        '<a href="#{}" data-opens-dialog{}>{}</a>', opens, html_attributes(kind, {}), label
    )
