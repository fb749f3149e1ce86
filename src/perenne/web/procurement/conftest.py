import pytest

from perenne.domain.procurement.factories import (
    new_consultation,
    new_contract,
    new_lot,
    new_party,
)
from perenne.domain.procurement.states import ContractForm, LotState


@pytest.fixture
def people(committee):
    return {"buyer": committee.buyer, "facilitator": committee.facilitator}


@pytest.fixture
def browser(client_of, committee):
    """Of the facilitator."""
    return client_of(committee.facilitator)


@pytest.fixture
def consultation(people):
    return new_consultation(object="Réhabilitation du gymnase", **people)


@pytest.fixture
def prepared(consultation):
    return new_lot(consultation, number="1")


@pytest.fixture
def published(consultation):
    return new_lot(consultation, number="2", state=LotState.PUBLISHED)


@pytest.fixture
def framework(people):
    """A framework agreement, notified, of which nobody's space is linked."""
    row = new_contract(form=ContractForm.FRAMEWORK, renewals=2, renewal_months=12, **people)
    new_party(row, amount_cents=row.amount_cents)
    return row
