"""The number of an establishment in the Sirene register."""

from __future__ import annotations

from dataclasses import dataclass

from stdnum.exceptions import ValidationError
from stdnum.fr import siret


@dataclass(frozen=True, slots=True)
class Siret:
    """Fourteen digits whose key is right (La Poste's exception included)."""

    digits: str

    @classmethod
    def read(cls, text: str) -> Siret:
        """Spaces and dots are forgiven; ValueError, in French, otherwise."""
        try:
            return cls(str(siret.validate(text)))
        except ValidationError:
            raise ValueError(
                "Ce numéro SIRET n’est pas valable : vérifiez ses 14 chiffres."
            ) from None

    @property
    def siren(self) -> str:
        return self.digits[:9]

    def __str__(self) -> str:
        d = self.digits
        return f"{d[:3]} {d[3:6]} {d[6:9]} {d[9:]}"
