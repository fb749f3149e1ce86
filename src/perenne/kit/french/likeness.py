"""How much a heading looks like the known names of each column: from 0 to 1."""

from __future__ import annotations

from perenne.kit.french.aliases import EXACT, KEYS, USELESS, key, without_units
from perenne.kit.french.columns import Column


def trigrams(text: str) -> frozenset[str]:
    padded = f"  {text} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))


SIGNATURES = {
    column: tuple((name, name.split(), trigrams(name)) for name in names)
    for column, names in KEYS.items()
}
CONTAINED = 0.70
WEIGHT_OF_COVER = 0.18
LEADS = 0.08
LONGEST_HEADING = 200


def exact(text: str) -> Column | None:
    """The column whose name this is, to the plural, the accents and the units."""
    known = key(text[:LONGEST_HEADING])
    return EXACT.get(known) or EXACT.get(without_units(known))


def likenesses(text: str) -> dict[Column, float]:
    """Every column that this heading resembles at all."""
    known = without_units(key(text[:LONGEST_HEADING]))
    column = exact(text)
    if column:
        return {column: 1.0}
    if not known or known in USELESS:
        return {}
    words, signature = known.split(), trigrams(known)
    found = {
        column: max(likeness(words, signature, name) for name in names)
        for column, names in SIGNATURES.items()
    }
    return {column: score for column, score in found.items() if score > 0.4}


def likeness(
    words: list[str], signature: frozenset[str], name: tuple[str, list[str], frozenset[str]]
) -> float:
    """A name wholly contained counts the more as it covers, and as it comes first."""
    _, name_words, name_signature = name
    shared = 2 * len(signature & name_signature) / (len(signature) + len(name_signature))
    if not set(name_words) <= set(words):
        return shared * 0.98
    cover = len(name_words) / len(words)
    leads = LEADS if words[: len(name_words)] == name_words else 0
    return max(shared * 0.98, CONTAINED + WEIGHT_OF_COVER * cover + leads)
