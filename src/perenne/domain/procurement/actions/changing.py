"""What changes a contract from a day on: amendments, renewals, suspensions, phases.

Each takes the contract first, and so waits for whoever is changing it.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Max

from perenne.domain.procurement.models import Amendment, Contract, Phase, Renewal, Suspension
from perenne.domain.procurement.policy import CONTRACTS
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.values import Euros, Hours, add_months


@dataclass(frozen=True, slots=True)
class AmendmentFacts:
    """`amount` and `months` are those of the whole contract from `effective_on` on."""

    subject: str
    signed_on: date
    effective_on: date
    amount: Euros | None = None
    months: int | None = None
    due: Hours | None = None


@dataclass(frozen=True, slots=True)
class PhaseFacts:
    """`lapses_on`: last day to affirm an optional phase (*tranche optionnelle*)."""

    label: str
    amount: Euros
    is_firm: bool = False
    lapses_on: date | None = None


@transaction.atomic
def amend_contract(*, contract_id: int, said: AmendmentFacts, by: Actor) -> int:
    """The number of the amendment; what was signed first is kept as it was."""
    contract = CONTRACTS.take("contract.amend", by, contract_id)
    if not said.subject.strip():
        raise Refused("Dites en une phrase ce que change l’avenant.")
    if contract.signed_on and said.signed_on < contract.signed_on:
        raise Refused("Un avenant se signe après le marché : corrigez la date.")
    number = _next(contract, Amendment)
    row = Amendment.objects.create(
        contract=contract,
        number=number,
        signed_on=said.signed_on,
        effective_on=said.effective_on,
        amount_cents=said.amount.cents if said.amount else None,
        months=said.months,
        due_minutes=said.due.minutes if said.due else None,
        subject=said.subject.strip()[:500],
    )
    record(
        "contract.amend", contract, by=by, number=number, effective_on=row.effective_on,
        amount_cents=row.amount_cents, months=row.months, due_minutes=row.due_minutes,
    )  # fmt: skip
    return number


@transaction.atomic
def renew_contract(*, contract_id: int, takes_place: bool, decided_on: date, by: Actor) -> int:
    """The next renewal, decided one way or the other; it starts where the period before ends."""
    contract = CONTRACTS.take("contract.renew", by, contract_id)
    number = _next(contract, Renewal)
    if number > contract.renewals:
        raise Refused(f"Ce marché se reconduit {contract.renewals} fois au plus : c’est déjà fait.")
    if contract.renewed.filter(takes_place=False).exists():
        raise Refused("Une reconduction a déjà été écartée : le marché ne se reconduit plus.")
    starts_on = start_of_renewal(contract, number)
    Renewal.objects.create(
        contract=contract,
        number=number,
        decided_on=decided_on,
        starts_on=starts_on,
        takes_place=takes_place,
    )
    record(
        "contract.renew", contract, by=by, number=number, takes_place=takes_place,
        starts_on=starts_on,
    )  # fmt: skip
    return number


def start_of_renewal(contract: Contract, number: int) -> date:
    """The day after the firm period, as amended, and the renewals before it."""
    longer = contract.amendments.exclude(months=None).last()
    firm = contract.months if longer is None or longer.months is None else longer.months
    if contract.starts_on is None:
        raise Refused("Ce marché n’a pas commencé : notifiez-le d’abord.")
    return add_months(contract.starts_on, firm + (number - 1) * contract.renewal_months)


@transaction.atomic
def suspend_contract(
    *, contract_id: int, since: date, reason: str, by: Actor, until: date | None = None
) -> None:
    """Without an end while nobody knows it: `resume_contract` says it."""
    contract = CONTRACTS.take("contract.suspend", by, contract_id)
    if contract.starts_on and since < contract.starts_on:
        raise Refused("Une suspension commence après le début du marché : corrigez la date.")
    if until and until < since:
        raise Refused("La suspension finit avant de commencer : corrigez les dates.")
    if _overlaps(contract, since, until):
        raise Refused("Une suspension couvre déjà ces jours : corrigez les dates, ou reprenez-la.")
    why = reason.strip()[:500]
    if not why:
        raise Refused("Dites pourquoi : le motif reste dans le dossier du marché.")
    Suspension.objects.create(contract=contract, since=since, until=until, reason=why)
    record("contract.suspend", contract, by=by, reason=why, since=since, until=until)


@transaction.atomic
def resume_contract(*, contract_id: int, resumed_on: date, by: Actor) -> None:
    """The suspension that lasts ends the day before; taken back whole when it never began."""
    contract = CONTRACTS.take("contract.resume", by, contract_id)
    row = contract.suspensions.filter(until=None).first()
    if row is None:
        raise Refused("Ce marché n’est pas suspendu : il n’y a rien à reprendre.")
    until = resumed_on - timedelta(1)
    if until < row.since:
        raise Refused("La reprise vient après le premier jour suspendu : corrigez la date.")
    row.until = until
    row.save(update_fields=["until"])
    record("contract.resume", contract, by=by, until=until)


@transaction.atomic
def declare_phase(*, contract_id: int, said: PhaseFacts, by: Actor) -> int:
    """One firm phase, then optional ones (R2113-4); their amounts stay within the contract."""
    contract = CONTRACTS.take("contract.declare_phase", by, contract_id)
    if not said.label.strip():
        raise Refused("Donnez un intitulé à la tranche.")
    if said.is_firm and contract.phases.filter(is_firm=True).exists():
        raise Refused("Ce marché a déjà une tranche ferme : déclarez celle-ci optionnelle.")
    row = Phase.objects.create(
        contract=contract,
        number=_next(contract, Phase),
        label=said.label.strip()[:200],
        amount_cents=said.amount.cents,
        is_firm=said.is_firm,
        lapses_on=None if said.is_firm else said.lapses_on,
    )
    record(
        "contract.declare_phase", contract, by=by, number=row.number, label=row.label,
        amount_cents=row.amount_cents, is_firm=row.is_firm, lapses_on=row.lapses_on,
    )  # fmt: skip
    return row.pk


@transaction.atomic
def affirm_phase(*, contract_id: int, phase_id: int, on: date, by: Actor) -> None:
    """The buyer decides that an optional phase is carried out (R2113-6)."""
    contract = CONTRACTS.take("contract.affirm_phase", by, contract_id)
    row = contract.phases.filter(pk=phase_id, is_firm=False, affirmed_on=None).first()
    if row is None:
        raise Refused("Choisissez une tranche optionnelle qui n’est pas encore affermie.")
    if row.lapses_on and on > row.lapses_on:
        raise Refused(
            f"Cette tranche devait être affermie au plus tard le {row.lapses_on:%d/%m/%Y} : il "
            "faut un avenant."
        )
    row.affirmed_on = on
    row.save(update_fields=["affirmed_on"])
    record("contract.affirm_phase", contract, by=by, number=row.number, affirmed_on=on)


def _next(contract: Contract, model: type[Amendment] | type[Renewal] | type[Phase]) -> int:
    """The number that follows, while the contract is locked."""
    rows = model._default_manager.filter(contract=contract)
    return int(rows.aggregate(last=Max("number"))["last"] or 0) + 1


def _overlaps(contract: Contract, since: date, until: date | None) -> bool:
    rows = contract.suspensions.exclude(until__lt=since)
    return (rows if until is None else rows.filter(since__lte=until)).exists()
