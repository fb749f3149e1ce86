"""What the builders of this app make is what the database accepts, in every state."""

import pytest

from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement.factories import (
    new_call_off,
    new_contract,
    new_lot,
    new_party,
    new_siret,
)
from perenne.domain.procurement.policy import CONTRACTS
from perenne.domain.procurement.states import ContractForm, ContractState, LotState
from perenne.kit.actors import Role
from perenne.values import Siret

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", LotState)
def test_a_lot_stands_in_any_state(state):
    assert new_lot(state=state).state == state


@pytest.mark.parametrize("state", ContractState)
def test_a_contract_stands_in_any_state(state):
    assert new_contract(state=state).state == state


def test_numbers_of_establishments_have_their_keys():
    assert all(str(Siret.read(new_siret()).digits) for _ in range(50))


def test_a_linked_party_sees_its_contract_once_notified():
    company = new_actor(Role.COMPANY)
    lot = new_lot(state=LotState.AWARDED)
    for state, sees in ((ContractState.SIGNED, False), (ContractState.NOTIFIED, True)):
        contract = new_contract(lot=lot, state=state, form=ContractForm.FRAMEWORK)
        lead = new_party(contract)
        assert not CONTRACTS.allows("contract.view", company, contract.pk)
        new_party(contract, under=lead, company=company)
        assert CONTRACTS.allows("contract.view", company, contract.pk) is sees
    assert new_call_off(contract).contract == contract
