"""Tables that stay tables for those who listen, and become cards on a phone."""

from __future__ import annotations

import re

from django.template import Context, Library
from django.template.loader import render_to_string
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe

from perenne.web.design.tags.lists import with_query

register = Library()

HEADING = re.compile(r"<th\b[^>]*\bscope=\"?col\b[^>]*>(.*?)</th>", re.DOTALL)
OPENING = re.compile(r"<(thead|tbody|tfoot|tr|td|th)\b([^>]*)>")
SPAN = re.compile(r"\bcolspan=\"?(\d+)")
ROLES = {"thead": "rowgroup", "tbody": "rowgroup", "tfoot": "rowgroup", "tr": "row", "td": "cell"}


def labelled(rows: str) -> SafeString:
    """The same rows; each cell told its role, and the heading of its column.

    A phone shows cells as blocks, and blocks lose the role that tables give them. The rows
    come rendered from a template: what users wrote in them is already escaped.
    """
    headings = [" ".join(strip_tags(text).split()) for text in HEADING.findall(rows)]
    column = 0

    def told(found: re.Match[str]) -> str:
        nonlocal column
        name, attributes = found[1], found[2]
        if name not in ("td", "th"):
            column = 0
            return f'<{name} role="{ROLES[name]}"{attributes}>'
        place, span = column, SPAN.search(attributes)
        column += int(span[1]) if span else 1
        if name == "th":
            role = "rowheader" if "row" in attributes else "columnheader"
            return f'<th role="{role}"{attributes}>'
        label = headings[place] if place < len(headings) and not span else ""
        return f'<td role="cell" data-label="{label}"{attributes}>'

    return mark_safe(OPENING.sub(told, rows))  # noqa: S308 - only roles and labels were added


@register.simple_block_tag
def table(content: str, caption: object, scroll: bool = False, quiet: bool = False) -> SafeString:
    """`scroll` keeps a wide matrix a table on phones; `quiet` hides the caption from the eye."""
    return render_to_string(
        "design/components/table.html",
        {"rows": labelled(content), "caption": caption, "scroll": scroll, "quiet": quiet},
    )


@register.simple_tag(takes_context=True)
def sort_header(context: Context, label: object, key: str, number: bool = False) -> SafeString:
    """A heading that sorts by `?tri=key`, then by `?tri=-key`; says the order aloud.

    {% sort_header "Montant" "montant" number=True %}
    """
    request = context.get("request")
    now = request.GET.get("tri", "") if request is not None else ""
    order = {key: "ascending", f"-{key}": "descending"}.get(now, "")
    url = with_query(context, tri=f"-{key}" if order == "ascending" else key)
    return format_html(
        '<th scope="col"{}{}><a class="sort" href="{}">{}</a></th>',
        mark_safe(' class="number"') if number else "",
        format_html(' aria-sort="{}"', order) if order else "",
        url,
        label,
    )
