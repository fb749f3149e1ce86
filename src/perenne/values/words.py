"""French text brought to a form in which two spellings of one thing are equal."""

import re
import unicodedata
from functools import lru_cache

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'", "ʼ": "'", "‐": "-", "–": "-", "—": "-"})
NOT_A_WORD = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Lower case, no accent, one space between words: « Œuvre – Bâti » → "oeuvre bati"."""
    lowered = unicodedata.normalize("NFKD", text.casefold().translate(LIGATURES))
    bare = "".join(letter for letter in lowered if not unicodedata.combining(letter))
    return NOT_A_WORD.sub(" ", bare).strip()
