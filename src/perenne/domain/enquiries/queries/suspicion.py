"""What makes a message look like the work of a machine: pure, and it only ever sets aside.

Practice of the house, not law: a message that is suspected is read by the coordination before it
is handed on; none is dropped.
"""

import re
from dataclasses import dataclass
from hashlib import sha256

from perenne.values import fold

LEAST_SECONDS = 3
"""Nobody reads a form and fills it in faster."""
MOST_LINKS = 3
MOST_TWINS = 1
LINK = re.compile(r"https?://|www\.|\[url|<a\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known of how a message was written."""

    text: str
    trap: str = ""
    """What stands in a field that no person sees."""
    seconds: float | None = None
    """Between the page being shown and the message being sent; None: the mark was forged."""
    twins: int = 0
    """The same words received from others, the same day."""


def suspicions(signs: Signs) -> tuple[str, ...]:
    """Each reason in French; none for an ordinary message."""
    links = len(LINK.findall(signs.text))
    found = (
        (bool(signs.trap), "un champ invisible a été rempli"),
        (signs.seconds is None, "la marque du formulaire manque ou a été changée"),
        (
            signs.seconds is not None and signs.seconds < LEAST_SECONDS,
            f"rempli en moins de {LEAST_SECONDS} secondes",
        ),
        (links > MOST_LINKS, f"{links} liens dans le texte"),
        (signs.twins > MOST_TWINS, f"le même texte reçu {signs.twins + 1} fois ce jour"),
    )
    return tuple(reason for holds, reason in found if holds)


def fingerprint_of(kind: str, *words: str) -> str:
    """The same for the same words, whatever their case, accents and spaces."""
    told = " ".join(fold(word) for word in words)
    return sha256(f"{kind} {told}".encode(errors="replace")).hexdigest()
