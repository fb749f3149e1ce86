"""Of what a bilan speaks: one contract, one buyer, one company… up to the whole département."""

from dataclasses import dataclass
from enum import StrEnum


class ScopeKind(StrEnum):
    CONTRACT = "contract"
    BUYER = "buyer"
    COMPANY = "company"
    FACILITATOR = "facilitator"
    EPCI = "epci"
    DEPARTMENT = "department"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    ScopeKind.CONTRACT: "Marché",
    ScopeKind.BUYER: "Acheteur",
    ScopeKind.COMPANY: "Entreprise",
    ScopeKind.FACILITATOR: "Facilitateur",
    ScopeKind.EPCI: "Intercommunalité",
    ScopeKind.DEPARTMENT: "Département",
}
BY_NUMBER = frozenset({ScopeKind.CONTRACT, ScopeKind.BUYER, ScopeKind.FACILITATOR})


@dataclass(frozen=True, slots=True)
class Scope:
    """`key`: the number of the contract or organisation, the SIREN of a company, the code of an
    EPCI; of the département, that of its committee (« 77 »)."""

    kind: ScopeKind
    key: str

    @property
    def number(self) -> int | None:
        """Of the contract or organisation; None where the key is a code."""
        return int(self.key) if self.kind in BY_NUMBER else None
