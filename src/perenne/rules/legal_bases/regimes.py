"""The law that governs a contract: each possibility exists under some regimes only.

Source: L1211-1 and L1212-1 of the Code de la commande publique; a private buyer is outside it.
"""

from __future__ import annotations

from enum import StrEnum

from perenne.rules.law import Confidence, cites
from perenne.rules.needs import BuyerKind, ContractKind
from perenne.rules.texts import BUYERS, PRIVATE_CONTRACT


class Regime(StrEnum):
    """The law that governs the contract."""

    PUBLIC_CONTRACT = "public_contract"
    CONCESSION = "concession"
    PRIVATE = "private"


@cites(
    BUYERS,
    PRIVATE_CONTRACT,
    says="Marché public, concession ou contrat privé ?",
    confidence=Confidence.SURE,
)
def regime_of(buyer: BuyerKind, kind: ContractKind | None) -> Regime:
    """A contract of unknown kind is read as a public contract."""
    if buyer is BuyerKind.PRIVATE:
        return Regime.PRIVATE
    if kind is ContractKind.CONCESSION:
        return Regime.CONCESSION
    return Regime.PUBLIC_CONTRACT
