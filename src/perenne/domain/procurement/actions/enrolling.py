"""Who carries out a contract: co-contractors, subcontractors, and the spaces they are linked to."""

from datetime import date

from django.db import transaction
from django.db.models import Sum

from perenne.domain.organisations.models import Kind, Organisation
from perenne.domain.procurement.actions.awarding import PartyFacts
from perenne.domain.procurement.models import Contract, Party
from perenne.domain.procurement.policy import CONTRACTS
from perenne.domain.procurement.queries.parties import KEPT_OUT
from perenne.domain.procurement.states import ContractState, Liability, PartyRole
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.values import Euros


@transaction.atomic
def enrol_subcontractor(
    *, contract_id: int, principal_id: int, party: PartyFacts, since: date | None, by: Actor
) -> int:
    """Declared by an act that the buyer accepted (*DC4*), under the party that entrusts it."""
    contract = CONTRACTS.take("contract.enrol", by, contract_id)
    principal = _party_of(contract, principal_id)
    _refuse_more_than_its_principal(principal, party.amount)
    return _enrol(contract, PartyRole.SUBCONTRACTOR, party, since, by, principal)


@transaction.atomic
def enrol_co_contractor(
    *, contract_id: int, party: PartyFacts, since: date | None, by: Actor
) -> int:
    """A member that joins a consortium; its part stays within the amount of the contract."""
    contract = CONTRACTS.take("contract.enrol", by, contract_id)
    if contract.liability == Liability.NONE:
        raise Refused("Ce marché n’a pas été attribué à un groupement : ajoutez un sous-traitant.")
    members = contract.parties.filter(until=None).exclude(role=PartyRole.SUBCONTRACTOR)
    shared = members.aggregate(total=Sum("amount_cents"))["total"] or 0
    highest = max([contract.amount_cents, *_amounts_amended(contract)])
    if party.amount and shared + party.amount.cents > highest:
        raise Refused(
            f"Les membres du groupement se partagent déjà {Euros(shared)} sur {Euros(highest)} : "
            "corrigez le montant, ou retirez d’abord un membre."
        )
    return _enrol(contract, PartyRole.CO_CONTRACTOR, party, since, by)


@transaction.atomic
def remove_party(*, contract_id: int, party_id: int, until: date, by: Actor) -> None:
    """From this day on it carries out nothing more; its past stays in the contract."""
    contract = CONTRACTS.take("contract.remove_party", by, contract_id)
    row = _party_of(contract, party_id)
    if row.role == PartyRole.LEAD:
        raise Refused("Le titulaire reste celui du marché : un transfert passe par un avenant.")
    if Party.objects.filter(principal=row, until=None).exists():
        raise Refused("Cette entreprise a des sous-traitants : retirez-les d’abord.")
    if row.since and until < row.since:
        raise Refused("Elle n’avait pas commencé ce jour-là : corrigez la date.")
    row.until = until
    row.save(update_fields=["until"])
    record("contract.remove_party", contract, by=by, party=row.siret, role=row.role, until=until)


@transaction.atomic
def link_party(*, contract_id: int, party_id: int, by: Actor) -> None:
    """The facilitator answers for it: this space is that of this company."""
    contract = CONTRACTS.take("contract.link_party", by, contract_id)
    row = contract.parties.filter(pk=party_id, organisation=None).first()
    if row is None:
        raise Refused("Cette entreprise est déjà reliée à son espace.")
    space = space_of(row.siret)
    if space is None:
        raise Refused(
            "Aucun espace d’entreprise ne porte ce SIRET : invitez l’entreprise à ouvrir le sien."
        )
    row.organisation = space
    row.save(update_fields=["organisation"])
    record("contract.link_party", contract, by=by, party=row.siret)


@transaction.atomic
def invite_party(*, contract_id: int, party_id: int, email: str, by: Actor) -> None:
    """A mail to the person in charge: open your space, then ask the facilitator to link it."""
    contract = CONTRACTS.take("contract.invite_party", by, contract_id)
    row = contract.parties.filter(pk=party_id, organisation=None).first()
    if row is None:
        raise Refused("Cette entreprise est déjà reliée à son espace.")
    address = email.strip().lower()
    if not address:
        raise Refused("Indiquez l’adresse de la personne chargée de la clause.")
    row.email = address
    row.save(update_fields=["email"])
    enqueue("procurement.invite_party", party_id=row.pk)
    record("contract.invite_party", contract, by=by, party=row.siret)


def space_of(siret: str) -> Organisation | None:
    """A space that may carry out contracts, under this number."""
    kinds = [Kind.COMPANY, Kind.INCLUSION_STRUCTURE]
    rows = Organisation.objects.filter(siret=siret, kind__in=kinds).exclude(state__in=KEPT_OUT)
    return rows.first()


def _enrol(
    contract: Contract,
    role: PartyRole,
    party: PartyFacts,
    since: date | None,
    by: Actor,
    principal: Party | None = None,
) -> int:
    siret = party.siret.digits
    if contract.parties.filter(siret=siret, principal=principal).exists():
        raise Refused("Cette entreprise est déjà dans ce marché, à cette place.")
    begins = since or contract.starts_on
    row = Party.objects.create(
        contract=contract,
        role=role,
        principal=principal,
        name=party.name.strip()[:200],
        siret=siret,
        email=party.email.strip().lower(),
        amount_cents=party.amount.cents if party.amount else None,
        since=begins if contract.state == ContractState.NOTIFIED else since,
    )
    record(
        "contract.enrol", contract, by=by, party=siret, role=role,
        principal=principal.siret if principal else "", amount_cents=row.amount_cents,
    )  # fmt: skip
    return row.pk


def _party_of(contract: Contract, party_id: int) -> Party:
    row = contract.parties.filter(pk=party_id, until=None).first()
    if row is None:
        raise Refused("Choisissez une entreprise qui est encore dans ce marché.")
    return row


def _refuse_more_than_its_principal(principal: Party, asked: Euros | None) -> None:
    if principal.amount_cents is None or asked is None:
        return
    given = Party.objects.filter(principal=principal, until=None).aggregate(
        total=Sum("amount_cents")
    )["total"]
    left = principal.amount_cents - (given or 0)
    if asked.cents > left:
        raise Refused(
            f"{principal.name} n’a plus que {Euros(left)} à confier : corrigez le montant."
        )


def _amounts_amended(contract: Contract) -> list[int]:
    rows = contract.amendments.exclude(amount_cents=None)
    return [cents for cents in rows.values_list("amount_cents", flat=True) if cents is not None]
