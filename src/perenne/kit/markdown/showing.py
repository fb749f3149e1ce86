"""The HTML of a text in Markdown: few elements, each allowed by name, headings under the page's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it.token import Token

from perenne.kit.markdown.reading import BLOCK, READER
from perenne.kit.markdown.spaces import with_french_spaces

DEEPEST = 6
TABLE = '<div class="table table--scroll" role="region" tabindex="0" aria-label="Tableau">'
ELEMENTS = {
    "p", "a", "ul", "ol", "li", "strong", "em", "s", "blockquote", "hr", "br", "code", "pre",
    "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "img", "div",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "th": {"scope"},
    "div": {"class", "role", "tabindex", "aria-label"},
}
SCHEMES = {"http", "https", "mailto", "tel"}


NOTHING = SafeString()


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text: its HTML, or the name of the live block that stands there."""

    html: SafeString = NOTHING
    block: str = ""


@lru_cache(maxsize=1024)
def parts_of(text: str, *, under: int = 1) -> tuple[Part, ...]:
    """The pieces in their order; `under` is the level of the heading that stands above."""
    found, last = [], 0
    level = under
    for block in BLOCK.finditer(text):
        html, level = _shown(text[last : block.start()], under, level)
        found += [Part(html=html), Part(block=block[1])]
        last = block.end()
    html, _ = _shown(text[last:], under, level)
    return tuple(part for part in [*found, Part(html=html)] if part.html or part.block)


def html_of(text: str, *, under: int = 1) -> SafeString:
    """The whole text, its live blocks left out."""
    return mark_safe("".join(part.html for part in parts_of(text, under=under)))  # noqa: S308 - cleaned


def _shown(text: str, under: int, level: int) -> tuple[SafeString, int]:
    """The HTML, and the level of its last heading: the next piece goes on from there."""
    tokens = READER.parse(text)
    level = _fit_headings(tokens, under, level)
    for token in tokens:
        _dress(token)
    raw = READER.renderer.render(tokens, READER.options, {})
    raw = raw.replace("<table>", f"{TABLE}<table>").replace("</table>", "</table></div>")
    clean = nh3.clean(
        raw, tags=ELEMENTS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener"
    )
    return mark_safe(clean.strip()), level  # noqa: S308 - cleaned by name of element and attribute


def _dress(token: Token) -> None:
    """French spaces in its words; cells without alignment (a style), headings with scope."""
    for word in token.children or ():
        if word.type == "text":
            word.content = with_french_spaces(word.content)
    if token.type in {"th_open", "td_open"}:
        token.attrs = {"scope": "col"} if token.type == "th_open" else {}


def _fit_headings(tokens: list[Token], under: int, level: int) -> int:
    """The first level of the text comes right below `under`, and none is skipped on the way."""
    written = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    top = min(written, default=1)
    for token in tokens:
        if token.type == "heading_open":
            level = min(int(token.tag[1]) - top + under + 1, level + 1, DEEPEST)
            token.tag = f"h{level}"
        elif token.type == "heading_close":
            token.tag = f"h{level}"
    return level
