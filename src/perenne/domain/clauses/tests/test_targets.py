"""Which commitments may be expected to do other hours than those signed: SQL says it as the law."""

import pytest

from perenne.domain.clauses.factories import TODAY, new_clause, new_commitment
from perenne.domain.clauses.models import Clause, Commitment
from perenne.domain.clauses.queries.targets import facts_of, not_as_signed
from perenne.domain.clauses.states import VolumeKind
from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement.factories import new_call_off
from perenne.domain.procurement.models import Amendment, Contract, Phase, Suspension
from perenne.domain.procurement.states import ContractForm, ContractState
from perenne.kit.actors import Role
from perenne.rules.targets import stays_as_signed

pytestmark = pytest.mark.django_db


def written(contract, **terms):
    """In a clause of its own: the terms of one that is published are frozen."""
    clause = new_clause(new_actor(Role.FACILITATOR))
    Clause.objects.filter(pk=clause.pk).update(**terms)
    Commitment.objects.filter(contract=contract).update(clause=clause)


def amended(contract):
    Amendment.objects.create(
        contract=contract, number=1, signed_on=TODAY, effective_on=TODAY, due_minutes=600,
        subject="Volume",
    )  # fmt: skip


def phased(contract):
    Contract.objects.filter(pk=contract.pk).update(form=ContractForm.PHASED)
    Phase.objects.create(contract=contract, number=1, label="Option", amount_cents=1)


def renewable(contract):
    Contract.objects.filter(pk=contract.pk).update(renewals=2, renewal_months=12)


def covered_by_the_first_period_alone(contract):
    renewable(contract)
    written(contract, covers_renewals=False)


def terminated(contract):
    Contract.objects.filter(pk=contract.pk).update(
        state=ContractState.TERMINATED, ended_on=TODAY, reason="Faute du titulaire."
    )


def ended(contract):
    Contract.objects.filter(pk=contract.pk).update(state=ContractState.ENDED, ended_on=TODAY)


def paused(contract):
    Suspension.objects.create(contract=contract, since=TODAY, until=TODAY, reason="Gel.")


def ordered(contract):
    Contract.objects.filter(pk=contract.pk).update(form=ContractForm.FRAMEWORK)
    new_call_off(contract)


def by_invoices(contract):
    kind = VolumeKind.PER_INVOICE
    written(contract, volume_kind=kind, step_cents=100_000, step_minutes=600)


@pytest.mark.parametrize(
    ("happens", "may_differ"),
    [
        (lambda contract: None, False),
        (amended, True),
        (phased, True),
        (renewable, True),
        (covered_by_the_first_period_alone, False),
        (terminated, True),
        (ended, False),
        (paused, False),
        (ordered, False),
        (by_invoices, True),
    ],
)
def test_sql_finds_what_the_rules_would_not_leave_as_signed(happens, may_differ):
    commitment = new_commitment()
    happens(commitment.contract)
    rows = Commitment.objects.select_related("clause")
    (facts,) = facts_of(rows).values()
    assert stays_as_signed(facts) is not may_differ
    assert rows.filter(not_as_signed()).exists() is may_differ
