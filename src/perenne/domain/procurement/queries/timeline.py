"""What happened to a contract, day by day, as people are told."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from perenne.domain.procurement.queries.facts import AmendmentFact, CallOffFact, ContractFacts
from perenne.domain.procurement.states import ContractState, PartyRole
from perenne.rules.french import in_full
from perenne.values import Euros


@dataclass(frozen=True, slots=True)
class Moment:
    on: date
    title: str
    detail: str = ""

    @property
    def day(self) -> str:
        return in_full(self.on)


def timeline_of(facts: ContractFacts, *, shows_amounts: bool) -> tuple[Moment, ...]:
    """The first day first; amounts for those who may read them."""
    moments = [
        *_life(facts),
        *(_amendment(one, shows_amounts) for one in facts.amendments),
        *_decided(facts),
        *_suspended(facts),
        *_affirmed(facts, shows_amounts),
        *_ordered(facts, shows_amounts),
        *_parties(facts),
    ]
    return tuple(sorted(moments, key=lambda moment: moment.on))


def _life(facts: ContractFacts) -> Iterator[Moment]:
    if facts.signed_on:
        yield Moment(facts.signed_on, "Signature")
    if facts.notified_on:
        yield Moment(facts.notified_on, "Notification")
    if facts.starts_on and facts.starts_on != facts.notified_on:
        yield Moment(facts.starts_on, "Début d’exécution")
    if facts.ended_on:
        is_over_before = facts.state is ContractState.TERMINATED
        yield Moment(facts.ended_on, "Résiliation" if is_over_before else "Fin", facts.reason)


def _amendment(said: AmendmentFact, shows_amounts: bool) -> Moment:
    parts = [said.subject]
    if said.amount is not None and shows_amounts:
        parts.append(f"nouveau montant {said.amount} HT")
    if said.months is not None:
        parts.append(f"nouvelle durée {said.months} mois")
    if said.due is not None:
        parts.append(f"nouveau volume {said.due}")
    return Moment(said.effective_on, f"Avenant n° {said.number}", " · ".join(parts))


def _decided(facts: ContractFacts) -> Iterator[Moment]:
    for one in facts.decided:
        said = "décidée" if one.takes_place else "écartée"
        detail = f"à compter du {one.starts_on:%d/%m/%Y}" if one.takes_place else ""
        yield Moment(one.decided_on, f"Reconduction n° {one.number} {said}", detail)


def _suspended(facts: ContractFacts) -> Iterator[Moment]:
    for one in facts.suspensions:
        until = f" · jusqu’au {one.until:%d/%m/%Y}" if one.until else " · en cours"
        yield Moment(one.since, "Suspension", one.reason.rstrip(".") + until)


def _affirmed(facts: ContractFacts, shows_amounts: bool) -> Iterator[Moment]:
    for one in facts.phases:
        if one.affirmed_on:
            amount = f"{one.amount} HT" if shows_amounts else ""
            yield Moment(one.affirmed_on, f"Affermissement : {one.label}", amount)


def _ordered(facts: ContractFacts, shows_amounts: bool) -> Iterator[Moment]:
    if not shows_amounts:
        return
    for one in facts.call_offs:
        yield Moment(one.issued_on, f"Bon de commande {one.reference}", f"{one.ordered} HT")
        yield from _invoiced(one)
        if one.closed_on:
            yield Moment(one.closed_on, f"Bon de commande {one.reference} soldé")


def _invoiced(order: CallOffFact) -> Iterator[Moment]:
    for invoice in order.invoices:
        kind = "Avoir" if invoice.amount < Euros(0) else "Facture"
        said = f"{invoice.amount} HT · bon {order.reference}"
        yield Moment(invoice.invoiced_on, f"{kind} {invoice.reference}", said)


def _parties(facts: ContractFacts) -> Iterator[Moment]:
    for party in facts.parties:
        if party.since and party.since != facts.starts_on and party.role is not PartyRole.LEAD:
            yield Moment(party.since, f"{party.role.label} : {party.name}")
        if party.until:
            yield Moment(party.until, f"{party.name} quitte le marché")
