"""Text made plain for the readers, its punctuation kept; and French words for the user."""

from __future__ import annotations

import re
import unicodedata

SIGNS = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "→": "-",
        "œ": "oe",
        "æ": "ae",
    }
)
SPACES = re.compile(r"\s+")
LONGEST = 400
NOTHING = re.compile(
    r"[\W_]*(?:(?:montants?|dates?|duree|budget|a|en cours|de|non|pas)\s+)*"
    r"(?:definir|preciser|determiner|venir|completer|estimer|confirmer|calculer|chiffrer"
    r"|n\.?\s?[cdr]\.?|n/[acdr]|s\.?o\.?|rien|neant|inconnue?|tbd|tbc|xxx+|aucune?"
    r"|sans|sans objet|sans montant|sans limite|sans mini(?:mum)? ni maxi(?:mum)?"
    r"|(?:sans )?objet|definie?s?|connue?s?|precisee?s?|renseignee?s?|communiquee?s?"
    r"|(?:en cours|definition|estimation|chiffrage|evaluation|d'etude|etude)(?: en cours)?"
    r"|confidentiel(?:le)?|(?:cf|voir|selon)\b.*)[\W_]*"
)


def plain(text: str) -> str:
    """Lower case, no accent, one kind of space, dash and apostrophe; signs stay."""
    even = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    bare = "".join(letter for letter in even if not unicodedata.combining(letter))
    return SPACES.sub(" ", bare.translate(SIGNS)).strip()


def says_nothing(text: str) -> bool:
    """Is this plain text a way of leaving the cell empty? « à définir », « NC », « - »."""
    return not re.search(r"[a-z0-9]", text) or NOTHING.fullmatch(text) is not None


def quoted(raw: str) -> str:
    """The cell as the user wrote it, between French quotes, cut when it is long."""
    short = raw if len(raw) <= 60 else f"{raw[:57]}..."
    return f"«\u00a0{' '.join(short.split())}\u00a0»"
