"""The Sirene register, through the API « Recherche d’entreprises », where there is one."""

from perenne.kit.sirene.choosing import register
from perenne.kit.sirene.natures import NATURES, nature_label
from perenne.kit.sirene.port import Answer, Establishment, Register, Said

__all__ = [
    "NATURES",
    "Answer",
    "Establishment",
    "Register",
    "Said",
    "nature_label",
    "register",
]
