"""The spaces that French typography wants unbroken, put where people typed ordinary ones."""

import re

BEFORE = re.compile(r" (?=[:;?!»%€])")
AFTER = re.compile(r"(?<=«) ")
NUMBER = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
NAMED = re.compile(r"(?<=\bn°) (?=\d)")


def with_french_spaces(text: str) -> str:
    """« Pourquoi ? » does not leave its question mark alone at the start of a line."""
    text = NUMBER.sub("\u202f", text)
    for place in (BEFORE, AFTER, NAMED):
        text = place.sub("\u00a0", text)
    return text
