"""Passwords that anybody who knows the platform or the person would try first."""

import re
from collections.abc import Collection, Iterable

from django.core.exceptions import ValidationError

from perenne.kit.french.plain import plain

CONTEXT = (
    "initiatives77", "initiatives", "seineetmarne", "departement", "facilitateur", "facilitatrice",
    "insertion", "coordination", "comite", "clauses", "clause", "sociales", "sociale", "perenne",
    "acheteur", "motdepasse", "password", "77",
)  # fmt: skip
OWN = 8
"""Letters and digits that must remain once the words that everybody knows are taken away."""
VARIETY = 5
TOO_KNOWN = (
    "Choisissez un mot de passe moins attendu : sans le nom de la plateforme, du métier, "
    "du territoire, ni le vôtre, il ne reste presque rien de celui-ci."
)
TOO_REGULAR = "Choisissez un mot de passe plus varié : celui-ci répète les mêmes signes."


class ContextValidator:
    """Refuses what is made of the words of the place and of the person; no rule of composition."""

    def validate(self, password: str, user: object | None = None) -> None:
        rest = letters(password)
        if len(set(rest)) < VARIETY:
            raise ValidationError(TOO_REGULAR, code="password_too_regular")
        if own_letters(rest, {*CONTEXT, *words_of(user)}) < OWN:
            raise ValidationError(TOO_KNOWN, code="password_too_known")

    def get_help_text(self) -> str:
        return "Évitez le nom de la plateforme, du métier, du territoire, et le vôtre."


def own_letters(text: str, known: Collection[str]) -> int:
    """How many remain when it is cut into known words as well as it can be.

    Not the longest word first: « sociale sociale » glued together holds « sociales » too.
    """
    left = [0]
    for end in range(1, len(text) + 1):
        whole = (left[end - len(word)] for word in known if word and text.endswith(word, 0, end))
        left.append(min([left[-1] + 1, *whole]))
    return left[-1]


def words_of(user: object | None) -> Iterable[str]:
    said = f"{getattr(user, 'full_name', '')} {getattr(user, 'email', '')}"
    return {letters(word) for word in re.split(r"[\s@.\-_]+", said) if len(word) >= 3}


def letters(text: str) -> str:
    """Letters and digits only, without case nor accents."""
    return re.sub(r"[^a-z0-9]", "", plain(text))
