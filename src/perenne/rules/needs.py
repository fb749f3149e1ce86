"""The facts of a planned purchase, as a buyer gives them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from perenne.values import Euros


class BuyerKind(StrEnum):
    STATE = "state"
    LOCAL_AUTHORITY = "local_authority"
    PUBLIC_BODY = "public_body"
    HOSPITAL = "hospital"
    SOCIAL_LANDLORD = "social_landlord"
    NETWORK_OPERATOR = "network_operator"
    PRIVATE = "private"

    @property
    def label(self) -> str:
        return BUYER_LABELS[self]


BUYER_LABELS = {
    BuyerKind.STATE: "État, service de l’État",
    BuyerKind.LOCAL_AUTHORITY: "Collectivité territoriale, intercommunalité",
    BuyerKind.PUBLIC_BODY: "Établissement public",
    BuyerKind.HOSPITAL: "Hôpital, établissement public de santé",
    BuyerKind.SOCIAL_LANDLORD: "Bailleur social",
    BuyerKind.NETWORK_OPERATOR: "Opérateur de réseaux (eau, énergie, transports)",
    BuyerKind.PRIVATE: "Acheteur privé",
}


class ContractKind(StrEnum):
    WORKS = "works"
    SERVICES = "services"
    SUPPLIES = "supplies"
    CONCESSION = "concession"

    @property
    def label(self) -> str:
        return CONTRACT_LABELS[self]


CONTRACT_LABELS = {
    ContractKind.WORKS: "Travaux",
    ContractKind.SERVICES: "Services",
    ContractKind.SUPPLIES: "Fournitures",
    ContractKind.CONCESSION: "Concession, délégation de service public",
}


@dataclass(frozen=True, slots=True)
class Need:
    """A planned contract or lot. Amounts before tax; None says that the fact is not known."""

    object: str
    cpv: str | None
    amount: Euros | None
    amount_high: Euros | None
    whole_amount: Euros | None
    months: int | None
    consulted_on: date | None
    buyer: BuyerKind
    kind: ContractKind | None
    defence: bool = False

    @property
    def priced(self) -> Euros | None:
        """The amount to calibrate on; one that is nil or negative is no amount."""
        return _positive(self.amount)

    @property
    def compared(self) -> Euros | None:
        """The amount that thresholds look at: the greatest known of lot, range and whole."""
        known = [
            amount
            for amount in map(_positive, (self.whole_amount, self.amount_high, self.amount))
            if amount is not None
        ]
        return max(known, default=None)

    @property
    def lasting(self) -> int | None:
        """Months of performance; a duration that is nil or negative is no duration."""
        return self.months if self.months is not None and self.months > 0 else None


def _positive(amount: Euros | None) -> Euros | None:
    return amount if amount is not None and amount.cents > 0 else None
