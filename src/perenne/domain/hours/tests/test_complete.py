"""A month awaits nobody once each company that carries hours has had its statement validated."""

from datetime import date

import pytest

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.clauses.models import CommitmentShare
from perenne.domain.clauses.states import ACCEPTED, WITHDRAWN
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.factories import declare, give_share, new_sheet, validate
from perenne.domain.hours.models import Sheet, Statement
from perenne.domain.hours.queries.complete import months_on
from perenne.domain.procurement.factories import new_party

pytestmark = pytest.mark.django_db
AUGUST, SEPTEMBER, OCTOBER = (date(2026, month, 1) for month in (8, 9, 10))


def complete(commitment):
    return months_on([commitment.pk], since=SEPTEMBER)[commitment.pk].complete


def sheet_for(party, commitment, month):
    statement, _ = Statement.objects.get_or_create(siret=party.siret, month=month)
    facilitator = commitment.contract.facilitator_id
    return Sheet.objects.create(
        statement=statement, commitment=commitment, facilitator_id=facilitator, month=month
    )


def test_one_company_does_not_make_the_month_of_the_others_known(django_assert_num_queries):
    hiring = new_hiring()
    commitment = hiring.commitment
    lead = new_sheet(hiring, month=OCTOBER)
    assert complete(commitment) == set()
    declare(lead)
    assert complete(commitment) == set()
    validate(lead)
    assert complete(commitment) == {OCTOBER}

    other = new_party(commitment.contract, under=whole_of(commitment).party)
    give_share(commitment, other, minutes=600, on=OCTOBER)
    assert complete(commitment) == set()  # its sheet is not even opened
    theirs = sheet_for(other, commitment, OCTOBER)
    assert complete(commitment) == set()
    validate(theirs)
    with django_assert_num_queries(1):
        assert complete(commitment) == {OCTOBER}


def test_who_carries_nothing_any_more_is_not_waited_for():
    hiring = new_hiring()
    commitment = hiring.commitment
    validate(new_sheet(hiring, month=OCTOBER))
    other = new_party(commitment.contract, under=whole_of(commitment).party)
    give_share(commitment, other, minutes=600, on=OCTOBER)
    CommitmentShare.objects.filter(party=other, state=ACCEPTED).update(
        state=WITHDRAWN, reason="Repris par le titulaire."
    )
    assert complete(commitment) == {OCTOBER}


def test_months_long_gone_and_other_commitments_are_left_out():
    hiring = new_hiring()
    for month in (AUGUST, SEPTEMBER):
        validate(new_sheet(hiring, month=month))
    assert complete(hiring.commitment) == {SEPTEMBER}
    assert complete(new_commitment()) == set()
