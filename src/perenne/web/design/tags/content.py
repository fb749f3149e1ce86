"""What one reads: states, notices, figures, progress, things folded away."""

from __future__ import annotations

from typing import Any, Literal

from django.template import Library
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = Library()

Tone = Literal["neutral", "info", "success", "warning", "error"]
TONES = ("neutral", "info", "success", "warning", "error")
NAMES = {"info": "À savoir", "success": "C’est fait", "warning": "Attention", "error": "Erreur"}


def checked(tone: str) -> str:
    """The same tone; ValueError when the charter has no such tone."""
    if tone not in TONES:
        raise ValueError(f"A tone is one of {', '.join(TONES)}, not {tone!r}.")
    return tone


@register.simple_tag
def tag(label: object, tone: Tone = "neutral") -> SafeString:
    """The state of a thing, in words: {% tag "Validée" tone="success" %}"""
    return format_html('<span class="tag tag--{}">{}</span>', checked(tone), label)


@register.simple_block_tag
def notice(content: str, tone: Tone = "info", title: object = "", live: bool = False) -> SafeString:
    context = {
        "content": content,
        "tone": checked(tone),
        "title": title or NAMES.get(tone, ""),
        "role": ("alert" if tone == "error" else "status") if live else "",
    }
    return render_to_string("design/components/notice.html", context)


@register.simple_block_tag
def inset(content: str) -> SafeString:
    """A word of warning or an excerpt, set apart: {% inset %}…{% endinset %}"""
    return format_html('<div class="inset">{}</div>', content)


@register.simple_block_tag
def disclosure(content: str, summary: object, is_open: bool = False) -> SafeString:
    return render_to_string(
        "design/components/disclosure.html",
        {"content": content, "summary": summary, "is_open": is_open},
    )


@register.inclusion_tag("design/components/progress.html")
def progress(value: int, total: int, label: object, unit: object = "") -> dict[str, Any]:
    """A job under way. To refresh it, wrap it in an element that htmx polls."""
    return {"value": value, "total": total, "label": label, "unit": unit}


@register.inclusion_tag("design/components/level.html")
def level(value: int, target: int, label: object, said: object = "") -> dict[str, Any]:
    """How much of what was promised is there; `said` writes it, else the two numbers do."""
    return {"value": value, "target": target, "label": label, "said": said}


@register.inclusion_tag("design/components/tile.html")
def tile(
    value: object, label: object, unit: object = "", hint: object = "", url: str = ""
) -> dict[str, Any]:
    return {"value": value, "label": label, "unit": unit, "hint": hint, "url": url}


@register.simple_block_tag
def tiles(content: str) -> SafeString:
    """A row of figures: {% tiles %}{% tile … %}{% tile … %}{% endtiles %}"""
    return format_html('<dl class="tiles">{}</dl>', content)


@register.simple_tag
def facts(*items: object) -> SafeString:
    """Short facts on one line, the empty ones left out: {% facts "Lot 3" place "48 mois" %}"""
    told = format_html_join("", "<li>{}</li>", ((item,) for item in items if item))
    return format_html('<ul class="facts" role="list">{}</ul>', told)


@register.simple_block_tag
def empty_state(content: str, title: object) -> SafeString:
    return render_to_string(
        "design/components/empty_state.html", {"content": content, "title": title}
    )
