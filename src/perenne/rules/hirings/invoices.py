"""What a structure invoices, and what the clause says of its conversion into hours."""

from __future__ import annotations

from dataclasses import dataclass

from perenne.rules.eligibility import Structure
from perenne.rules.french import typeset
from perenne.values import Euros, Hours, Share

WHOLE = Share.percent(100)


@dataclass(frozen=True, slots=True)
class Invoice:
    """Before tax. `supplier` is the SIREN of the structure; `attested`, the hours that it attests.

    ValueError, in French, when a figure is negative.
    """

    number: str
    supplier: str
    structure: Structure
    amount: Euros
    attested: Hours | None = None

    def __post_init__(self) -> None:
        if self.amount < Euros(0):
            raise ValueError(typeset("Le montant est négatif : déduisez l'avoir de la facture."))
        if self.attested is not None and self.attested < Hours(0):
            raise ValueError(typeset("La durée attestée est négative : corrigez-la."))


@dataclass(frozen=True, slots=True)
class ConversionTerms:
    """`labour_share` and `hourly_cost` are those of the calibration; `flat_rate`, of the clause.

    A flat rate is written in the clause: `article` says where. ValueError, in French, otherwise.
    """

    labour_share: Share | None = None
    hourly_cost: Euros | None = None
    flat_rate: Euros | None = None
    article: str = ""

    def __post_init__(self) -> None:
        for name, price in (("coût horaire", self.hourly_cost), ("taux", self.flat_rate)):
            if price is not None and price <= Euros(0):
                raise ValueError(typeset(f"Le {name} doit être supérieur à zéro : corrigez-le."))
        if self.labour_share is not None and not Share(0) <= self.labour_share <= WHOLE:
            raise ValueError(
                typeset("La part de main-d'œuvre va de 0 à 100 % : corrigez la valeur saisie.")
            )
        if self.flat_rate is not None and not self.article.strip():
            raise ValueError(
                typeset("Un taux forfaitaire s'écrit dans la clause : indiquez l'article.")
            )
