"""A ground of eligibility as the public reads it, and the search among them."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from perenne.rules.eligibility import PROOFS, PUBLICS, Ground
from perenne.values import fold

SAME = {
    "chomeur": "demandeur emploi longue duree",
    "chomage": "demandeur emploi longue duree",
    "pole": "france travail",
    "handicape": "handicape boeth aah adapte adaptee esat obligation invalidite",
    "handicap": "boeth aah adapte adaptee esat obligation invalidite",
    "prison": "justice detention penitentiaire",
    "detenu": "justice detention penitentiaire",
    "senior": "plus de 50 ans",
    "quartier": "quartier prioritaire qpv",
    "migrant": "refugie protection",
    "etranger": "refugie protection sejour",
    "minima": "rsa ass aah allocation",
    "26": "jeune qualification diplome",
    "interim": "travail temporaire etti",
}
"""Words that people use, and those of the list that they mean."""
EMPTY = {"de", "du", "des", "la", "le", "les", "un", "une", "l", "d", "en", "ou", "et", "a", "au"}
CLOSE = 0.8


@dataclass(frozen=True, slots=True)
class PublicRow:
    """`proofs`: each is a choice, in words. `if_open`: only where the clause leaves it open."""

    code: str
    label: str
    group: str
    proofs: tuple[str, ...]
    if_open: bool
    confidence: str


def row_of(ground: Ground) -> PublicRow:
    return PublicRow(
        code=ground.code.value,
        label=ground.label,
        group=ground.group.label,
        proofs=tuple(
            " ou ".join(PROOFS[proof].label for proof in choice) for choice in ground.proofs
        ),
        if_open=ground.opening is not None,
        confidence=ground.confidence.label,
    )


def publics_like(asked: str) -> list[PublicRow]:
    """Those in which every word asked is found, a misspelt one taken for its nearest; else all."""
    rows = [row_of(ground) for ground in PUBLICS]
    words = [word for word in fold(asked[:200]).split() if word not in EMPTY]
    if not words:
        return rows
    said = {
        row.code: fold(f"{row.label} {row.code} {' '.join(row.proofs)}").split() for row in rows
    }
    known = sorted({word for text in said.values() for word in text} | set(SAME))
    meant = [_meanings(word, known) for word in words]
    return [row for row in rows if all(_is_in(choice, said[row.code]) for choice in meant)]


def _meanings(word: str, known: list[str]) -> list[str]:
    """What the word may stand for in the list: any of these will do."""
    near = [it for it in known if it.startswith(word)] if len(word) > 2 else []
    near = near or get_close_matches(word, known, n=3, cutoff=CLOSE)
    return [*[word], *near, *(SAME[it] for it in [word, *near] if it in SAME)]


def _is_in(choice: list[str], text: list[str]) -> bool:
    return any(_holds(meaning, text) for meaning in choice)


def _holds(meaning: str, text: list[str]) -> bool:
    """A single word as a beginning of a word; of several that are the same thing, any one."""
    parts = meaning.split()
    if len(parts) == 1:
        return meaning in text
    return any(part in text for part in parts if len(part) > 2 and part not in VAGUE)


VAGUE = {"emploi", "plus", "ans", "travail", "longue", "duree"}
