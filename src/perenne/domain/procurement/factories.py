from datetime import date
from itertools import count
from typing import Any

from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement.models import CallOff, Consultation, Contract, Lot, Operation, Party
from perenne.domain.procurement.states import (
    AWARDED,
    NOTIFIED,
    PREPARED,
    PUBLISHED,
    SIGNED,
    ContractForm,
    ContractState,
    Liability,
    LotState,
    PartyRole,
)
from perenne.kit.actors import Actor, Role

TODAY = date(2026, 11, 23)
SIGNED_ON, NOTIFIED_ON, STARTS_ON = date(2026, 9, 1), date(2026, 9, 15), date(2026, 10, 1)
_number = count(1)


def new_siret(number: int | None = None) -> str:
    """Fourteen digits with a right key."""
    stem = f"{next(_number) if number is None else number:08d}"
    siren = stem + _key(stem)
    return siren + "0001" + _key(siren + "0001")


def _key(stem: str) -> str:
    """Luhn's: the last digit doubles nothing."""
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(reversed(stem))]
    return str(-sum(sum(divmod(digit, 10)) for digit in doubled) % 10)


def _people(buyer: Actor | None, facilitator: Actor | None) -> dict[str, Any]:
    return {
        "buyer_id": (buyer or new_actor(Role.BUYER)).organisation_id,
        "facilitator_id": (facilitator or new_actor(Role.FACILITATOR)).organisation_id,
    }


def new_operation(
    *, buyer: Actor | None = None, facilitator: Actor | None = None, **facts: object
) -> Operation:
    usual = {"title": f"Opération {next(_number)}", **_people(buyer, facilitator)}
    return Operation.objects.create(**{**usual, **facts})


def new_consultation(
    *, buyer: Actor | None = None, facilitator: Actor | None = None, **facts: object
) -> Consultation:
    """Without a lot: `new_lot` gives it one."""
    usual = {"object": f"Consultation {next(_number)}", **_people(buyer, facilitator)}
    return Consultation.objects.create(**{**usual, **facts})


def new_lot(
    consultation: Consultation | None = None, *, state: LotState = PREPARED, **facts: object
) -> Lot:
    """In any state, with what the state asks for."""
    usual: dict[str, Any] = {
        "consultation": consultation or new_consultation(),
        "number": str(next(_number)),
        "object": "Gros œuvre",
        "state": state,
    }
    if state in {PUBLISHED, AWARDED}:
        usual["published_on"] = date(2026, 6, 1)
    if state in {LotState.UNSUCCESSFUL, LotState.DROPPED}:
        usual["reason"] = "Aucune offre reçue."
    return Lot.objects.create(**{**usual, **facts})


def new_contract(
    *,
    buyer: Actor | None = None,
    facilitator: Actor | None = None,
    lot: Lot | None = None,
    state: ContractState = NOTIFIED,
    **facts: object,
) -> Contract:
    """Four years and 1 M€ unless said otherwise, without a party: `new_party` gives it one.

    Its buyer and facilitator are those of its lot, when it has one.
    """
    usual: dict[str, Any] = {
        "lot": lot,
        "reference": f"2026-{next(_number):05d}",
        "object": "Gros œuvre",
        "form": ContractForm.ORDINARY,
        "state": state,
        "amount_cents": 100_000_000,
        "months": 48,
        "signed_on": SIGNED_ON,
    }
    if lot:
        at = lot.consultation
        usual |= {"buyer_id": at.buyer_id, "facilitator_id": at.facilitator_id}
    else:
        usual |= _people(buyer, facilitator)
    if state is not SIGNED:
        usual |= {"notified_on": NOTIFIED_ON, "starts_on": STARTS_ON}
    if state in {ContractState.ENDED, ContractState.TERMINATED}:
        usual["ended_on"] = date(2026, 11, 1)
    if state is ContractState.TERMINATED:
        usual["reason"] = "Faute du titulaire."
    return Contract.objects.create(**{**usual, **facts})


def new_party(
    contract: Contract,
    *,
    company: Actor | None = None,
    under: Party | None = None,
    role: PartyRole | None = None,
    **facts: object,
) -> Party:
    """The lead, else the subcontractor of `under`; `company` is the space it is linked to.

    A contract that is over takes none: give it its parties, then end it.
    """
    if role is PartyRole.CO_CONTRACTOR and contract.liability == Liability.NONE:
        contract.liability = Liability.SEVERAL
        contract.save(update_fields=["liability"])
    usual: dict[str, Any] = {
        "contract": contract,
        "role": role or (PartyRole.SUBCONTRACTOR if under else PartyRole.LEAD),
        "principal": under,
        "organisation_id": company.organisation_id if company else None,
        "name": f"Entreprise {next(_number)}",
        "siret": new_siret(),
        "since": contract.starts_on,
    }
    return Party.objects.create(**{**usual, **facts})


def new_call_off(contract: Contract, **facts: object) -> CallOff:
    """An order of 10 000 € under a framework agreement."""
    usual: dict[str, Any] = {
        "contract": contract,
        "reference": f"BC-{next(_number)}",
        "ordered_cents": 1_000_000,
        "issued_on": TODAY,
    }
    return CallOff.objects.create(**{**usual, **facts})
