"""What the look inside found, as plain values that cross a pipe."""

from __future__ import annotations

from dataclasses import dataclass, field

from perenne.kit.files.uses import Kind

CORRUPTED = (
    "Ce fichier est abîmé ou incomplet. Ouvrez-le avec le logiciel qui l’a fait, "
    "enregistrez-le sous un autre nom, puis renvoyez-le."
)
LOCKED = "Ce fichier est protégé par un mot de passe : retirez le mot de passe, puis renvoyez-le."
ACTIVE = (
    "Ce fichier contient {what} : il n’est pas reçu, par précaution. {remedy}, puis renvoyez-le."
)


@dataclass(frozen=True, slots=True)
class Finding:
    """`pieces`: what is kept of the bytes, a slice (two places) or new bytes in hexadecimal."""

    kind: Kind
    pieces: list[tuple[int, int] | str] = field(default_factory=list)


class Stranger(Exception):  # noqa: N818 - an answer, not an error
    """It is no kind that anybody may send; its text says in French what it is."""
