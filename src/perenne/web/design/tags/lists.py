"""Rows of facts about one thing, and pages of a long list."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict
from django.template import Context, Library
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = Library()
NEIGHBOURS = 1


def with_query(context: Context, **changes: object) -> str:
    """The query of this page with these parameters changed: « ?tri=nom&page=2 »."""
    request = context.get("request")
    query = request.GET.copy() if request is not None else None
    if query is None:
        return "?" + "&".join(f"{name}={value}" for name, value in changes.items())
    for name, value in changes.items():
        query[name] = str(value)
    return f"?{query.urlencode()}"


@register.inclusion_tag("design/components/downloads.html", takes_context=True)
def downloads(context: Context, total: int) -> dict[str, Any]:
    """The whole list as a file, filters kept: `total` is its number of rows.

    The view is `listed` (`perenne.web.lists`). Nothing where there is no row.
    """
    request = context.get("request")
    query = request.GET.copy() if request is not None else QueryDict(mutable=True)
    query.pop("page", None)
    links = []
    for code, name in (("xlsx", "Excel"), ("ods", "LibreOffice"), ("csv", "texte")):
        query["fichier"] = code
        links.append((f"?{query.urlencode()}", name, code))
    return {"links": links, "total": total}


def pages_shown(number: int, last: int) -> list[int | None]:
    """The first, the last, and those around `number`; None where some are left out."""
    kept = {1, last, *range(number - NEIGHBOURS, number + NEIGHBOURS + 1)}
    shown: list[int | None] = []
    for page in sorted(page for page in kept if 1 <= page <= last):
        before = shown[-1] if shown else None
        if before is not None and page - before > 1:
            shown.append(page - 1 if page - before == 2 else None)
        shown.append(page)
    return shown


@register.inclusion_tag("design/components/pagination.html", takes_context=True)
def pagination(context: Context, number: int, last: int, name: str = "page") -> dict[str, Any]:
    """Nothing when there is only one page."""
    links = [
        (page, page and with_query(context, **{name: page})) for page in pages_shown(number, last)
    ]
    return {
        "links": links,
        "number": number,
        "last": last,
        "before": with_query(context, **{name: number - 1}) if number > 1 else "",
        "after": with_query(context, **{name: number + 1}) if number < last else "",
    }


@register.simple_block_tag
def doors(content: str) -> SafeString:
    """The ways into the site, one under the other: {% doors %}{% door … %}{% enddoors %}"""
    return format_html('<ul class="doors" role="list">{}</ul>', content)


@register.inclusion_tag("design/components/door.html")
def door(label: object, url: object, text: object = "") -> dict[str, Any]:
    return {"label": label, "url": url, "text": text}


@register.simple_block_tag
def summary_list(content: str) -> SafeString:
    """What is known of one thing: {% summary_list %}{% summary_row … %}{% endsummary_list %}"""
    return format_html('<dl class="summary">{}</dl>', content)


@register.inclusion_tag("design/components/summary_row.html")
def summary_row(
    label: object, value: object, url: str = "", action: object = "Modifier", hint: object = ""
) -> dict[str, Any]:
    return {"label": label, "value": value, "url": url, "action": action, "hint": hint}
