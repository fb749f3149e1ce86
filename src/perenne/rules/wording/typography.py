"""French typography, applied once, at the end."""

import re

NARROW, FIXED = "\u202f", "\u00a0"
RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r" +([;!?])"), rf"{NARROW}\1"),
    (re.compile(r" +(:)"), rf"{FIXED}\1"),
    (re.compile(rf"«[ {FIXED}]*"), f"«{FIXED}"),
    (re.compile(rf"[ {FIXED}]*»"), f"{FIXED}»"),
    (re.compile(r"(?<=\d) (?=(mois|jours|heures?|minutes?|ans|€|%))"), FIXED),
    (re.compile(r"\b([Aa]rticles?|n°|[LRD]\.|annexe|lot|Lot) (?=\d)"), rf"\1{FIXED}"),
)
APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
WORD = re.compile(r"\S+")


def typeset(text: str) -> str:
    """No-break spaces and curly apostrophes; addresses (e-mail, web) are left as they are."""
    for wrong, right in RULES:
        text = wrong.sub(right, text)
    return WORD.sub(_curled, text)


def _curled(word: re.Match[str]) -> str:
    is_address = "@" in word[0] or "://" in word[0]
    return word[0] if is_address else APOSTROPHE.sub("’", word[0])
