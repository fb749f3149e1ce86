"""What was ever said of a contract, with its days: what a target at any past day is made of."""

from dataclasses import dataclass
from datetime import date

from perenne.domain.procurement.states import ContractForm, ContractState, Liability, PartyRole
from perenne.values import Euros, Hours, Siret, add_months


@dataclass(frozen=True, slots=True)
class PartyFact:
    """`organisation_id` once its space is linked; `until`: the day from which it is out."""

    id: int
    role: PartyRole
    principal_id: int | None
    organisation_id: int | None
    name: str
    siret: Siret
    amount: Euros | None
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class AmendmentFact:
    """`amount` and `months`: of the whole contract from `effective_on` on; `due`: its hours."""

    number: int
    signed_on: date
    effective_on: date
    amount: Euros | None
    months: int | None
    due: Hours | None
    subject: str
    recorded_on: date


@dataclass(frozen=True, slots=True)
class RenewalFact:
    number: int
    decided_on: date
    starts_on: date
    takes_place: bool
    recorded_on: date


@dataclass(frozen=True, slots=True)
class SuspensionFact:
    """Both days included; without an end while it lasts."""

    since: date
    until: date | None
    reason: str
    recorded_on: date

    def covers(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class PhaseFact:
    id: int
    number: int
    label: str
    amount: Euros
    is_firm: bool
    affirmed_on: date | None
    lapses_on: date | None

    @property
    def may_be_affirmed(self) -> bool:
        return not self.is_firm and self.affirmed_on is None


@dataclass(frozen=True, slots=True)
class InvoiceFact:
    """A credit note is negative."""

    reference: str
    amount: Euros
    invoiced_on: date
    recorded_on: date


@dataclass(frozen=True, slots=True)
class CallOffFact:
    id: int
    reference: str
    ordered: Euros
    issued_on: date
    closed_on: date | None
    invoices: tuple[InvoiceFact, ...]
    recorded_on: date

    @property
    def invoiced(self) -> Euros:
        return sum((invoice.amount for invoice in self.invoices), Euros(0))


@dataclass(frozen=True, slots=True)
class ContractFacts:
    """As signed, and what changed it; every list in the order of its days."""

    id: int
    reference: str
    object: str
    cpv: str
    form: ContractForm
    liability: Liability
    state: ContractState
    buyer_id: int
    facilitator_id: int
    lot_id: int | None
    framework_id: int | None
    amount: Euros
    months: int
    renewals: int
    renewal_months: int
    signed_on: date | None
    notified_on: date | None
    starts_on: date | None
    ended_on: date | None
    reason: str
    parties: tuple[PartyFact, ...]
    amendments: tuple[AmendmentFact, ...]
    decided: tuple[RenewalFact, ...]
    suspensions: tuple[SuspensionFact, ...]
    phases: tuple[PhaseFact, ...]
    call_offs: tuple[CallOffFact, ...]

    def amount_on(self, on: date) -> Euros:
        """As amended that day."""
        known = [a.amount for a in self.amendments if a.effective_on <= on and a.amount is not None]
        return known[-1] if known else self.amount

    def months_on(self, on: date) -> int:
        """The firm duration, as amended that day."""
        known = [a.months for a in self.amendments if a.effective_on <= on and a.months is not None]
        return known[-1] if known else self.months

    def renewed_on(self, on: date) -> int:
        """How many renewals have been decided that day."""
        return sum(one.takes_place for one in self.decided if one.decided_on <= on)

    def ends_on(self, on: date) -> date | None:
        """The day after its last one, as known that day; suspensions push nothing back here."""
        if self.starts_on is None:
            return None
        renewed = self.renewed_on(on) * self.renewal_months
        return add_months(self.starts_on, self.months_on(on) + renewed)

    def is_suspended(self, on: date) -> bool:
        return any(one.covers(on) for one in self.suspensions)

    @property
    def lead(self) -> PartyFact | None:
        return next((party for party in self.parties if party.role is PartyRole.LEAD), None)
