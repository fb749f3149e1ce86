"""Markdown written by people, shown as HTML that cannot harm and whose headings fit the page."""

from perenne.kit.markdown.printing import printed
from perenne.kit.markdown.reading import objections, plain_of, with_words
from perenne.kit.markdown.showing import Part, html_of, parts_of
from perenne.kit.markdown.spaces import with_french_spaces

__all__ = [
    "Part",
    "html_of",
    "objections",
    "parts_of",
    "plain_of",
    "printed",
    "with_french_spaces",
    "with_words",
]
