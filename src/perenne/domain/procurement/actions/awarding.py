"""A contract begins: a lot is awarded, a contract is recorded, or called from a framework."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from perenne.domain.procurement.actions.people import People, people_for
from perenne.domain.procurement.models import Contract, Lot, Party
from perenne.domain.procurement.policy import CONTRACTS, LOTS
from perenne.domain.procurement.states import (
    LOT_LIFE,
    ContractForm,
    Liability,
    LotState,
    PartyRole,
)
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.values import Euros, Siret


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """A company, and where it is reached; `amount` HT is what it carries out, when it is known."""

    name: str
    siret: Siret
    email: str = ""
    amount: Euros | None = None


@dataclass(frozen=True, slots=True)
class ContractTerms:
    """As signed; durations in months, before tax. `reference`: what the buyer publishes."""

    reference: str
    object: str
    amount: Euros
    months: int
    form: ContractForm = ContractForm.ORDINARY
    renewals: int = 0
    renewal_months: int = 0
    signed_on: date | None = None
    cpv: str = ""


@dataclass(frozen=True, slots=True)
class Award:
    """A contract and who won it: the lead, and its co-contractors when it is a consortium."""

    terms: ContractTerms
    lead: PartyFacts
    co_contractors: tuple[PartyFacts, ...] = ()
    liability: Liability = Liability.NONE


@transaction.atomic
def award_lot(*, lot_id: int, awards: Sequence[Award], by: Actor) -> list[int]:
    """The contracts, one for each awardee (several share a framework agreement)."""
    lot = LOTS.take("lot.award", by, lot_id)
    if not awards:
        raise Refused("Indiquez au moins un attributaire.")
    lot.state = LOT_LIFE.after("lot.award", LotState(lot.state))
    lot.save(update_fields=["state"])
    record("lot.award", lot, by=by, contracts=len(awards))
    return [_contract_of(lot, award, by) for award in awards]


@transaction.atomic
def add_awardee(*, lot_id: int, award: Award, by: Actor) -> int:
    """Another contract on a lot that has one: a framework with several awardees."""
    lot = LOTS.take("lot.add_awardee", by, lot_id)
    return _contract_of(lot, award, by)


@transaction.atomic
def record_contract(*, award: Award, people: People, by: Actor) -> int:
    """One that was never followed as a lot."""
    CONTRACTS.admit("contract.record", by)
    return _record(Contract(**people_for(people, by)), award, by)


@transaction.atomic
def call_contract(*, contract_id: int, award: Award, by: Actor) -> int:
    """A *marché subséquent*, called from this framework agreement."""
    framework = CONTRACTS.take("contract.call_from", by, contract_id)
    called = Contract(
        framework=framework, buyer_id=framework.buyer_id, facilitator_id=framework.facilitator_id
    )
    called_id = _record(called, award, by, form=ContractForm.CALLED_FROM)
    record("contract.call_from", framework, by=by, contract=award.terms.reference)
    return called_id


def _contract_of(lot: Lot, award: Award, by: Actor) -> int:
    at = lot.consultation
    row = Contract(lot=lot, buyer_id=at.buyer_id, facilitator_id=at.facilitator_id)
    return _record(row, award, by)


def _record(row: Contract, award: Award, by: Actor, form: ContractForm | None = None) -> int:
    terms = award.terms
    kept_form = form or terms.form
    if kept_form is ContractForm.CALLED_FROM and row.framework is None:
        raise Refused("Un marché subséquent s’enregistre depuis la page de son accord-cadre.")
    shares = _shares(award)
    row.reference, row.object = terms.reference.strip(), terms.object.strip()
    row.cpv, row.form, row.liability = terms.cpv, kept_form, award.liability
    row.amount_cents, row.months = terms.amount.cents, terms.months
    row.renewals, row.renewal_months = terms.renewals, terms.renewal_months
    row.signed_on = terms.signed_on
    _save(row)
    for place, (party, amount) in enumerate(shares):
        Party.objects.create(
            contract=row,
            role=PartyRole.CO_CONTRACTOR if place else PartyRole.LEAD,
            name=party.name.strip()[:200],
            siret=party.siret.digits,
            email=party.email.strip().lower(),
            amount_cents=amount,
        )
    record("contract.record", row, by=by)
    return row.pk


def _save(row: Contract) -> None:
    if not row.reference or not row.object:
        raise Refused("Donnez la référence et l’objet du marché.")
    if bool(row.renewals) != bool(row.renewal_months):
        raise Refused(
            "Indiquez le nombre de reconductions et la durée de chacune, ou aucune des deux."
        )
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as twin:
        if "contract_reference_is_one" not in str(twin):
            raise
        raise Refused(
            "Cet acheteur a déjà un marché sous cette référence : vérifiez-la, ou retrouvez-le "
            "dans la liste."
        ) from twin


def _shares(award: Award) -> list[tuple[PartyFacts, int | None]]:
    """Each member and its part: none left out, adding up to the contract; Refused otherwise."""
    members = [award.lead, *award.co_contractors]
    is_consortium = award.liability is not Liability.NONE
    if is_consortium != (len(members) > 1):
        raise Refused(
            "Un groupement a un mandataire et au moins un cotraitant : ajoutez-le, ou choisissez "
            "« Pas de groupement »."
        )
    if len({member.siret for member in members}) < len(members):
        raise Refused("Le même SIRET est donné deux fois : corrigez-le.")
    total = award.terms.amount
    if not is_consortium:
        return [(award.lead, total.cents)]
    known = [member.amount.cents for member in members if member.amount is not None]
    if not known and award.liability is Liability.JOINT:
        return [(member, None) for member in members]
    if len(known) < len(members) or sum(known) != total.cents:
        raise Refused(
            f"Les parts du groupement font {Euros(sum(known))} et le marché {total} : donnez la "
            "part de chaque membre, jusqu’à retrouver le montant du marché."
        )
    return list(zip(members, known, strict=True))
