"""Penalties of any formula, on days of three years; and what was written after them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from unittest.mock import patch

from django.db import transaction
from django.utils.timezone import localdate

from perenne.domain.clauses import factories as clauses
from perenne.domain.clauses.models import Commitment
from perenne.domain.compliance.actions import (
    Verdict,
    answer_shortfall,
    decide_shortfall,
    open_shortfall,
    propose_penalty,
    withdraw_proposal,
)
from perenne.domain.compliance.factories import heard, hours_done
from perenne.domain.compliance.models import Proposal, Shortfall
from perenne.domain.compliance.queries.computing import Asked
from perenne.domain.compliance.states import Outcome
from perenne.domain.hours.models import Allocation, Balance, Work
from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement.actions import AmendmentFacts, amend_contract
from perenne.kit.actors import Actor, Role
from perenne.kit.refusals import Refused
from perenne.rules.penalties import Bracket, Formula, Tariff
from perenne.values import Euros, Hours, Share

FIRST, DAYS = date(2023, 9, 4), 780
"""The last proposal comes before today: what is written later is not known on its day."""
PROPOSED = 45
"""Days after the alert. The month before that day is declared: known at once, or in its time."""
WHY = "Tiré au sort par la preuve."
FORMULAS = (
    Formula.PER_HOUR, Formula.PER_HOUR_CEILING, Formula.PER_HOUR_WAGE, Formula.PER_HOUR_COST,
    Formula.SHARE_OF_AMOUNT, Formula.PROGRESSIVE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class People:
    facilitator: Actor
    buyer: Actor
    company: Actor


@dataclass(frozen=True, slots=True)
class Case:
    commitment: Commitment
    work: Work


def people() -> People:
    return People(new_actor(Role.FACILITATOR), new_actor(Role.BUYER), new_actor(Role.COMPANY))


@transaction.atomic
def new_case(who: People, formula: Formula, chance: Random) -> Case | None:
    """A proposal, decided or not; None where the rules refuse one (nothing lacks)."""
    begins = FIRST + timedelta(chance.randrange(DAYS))
    commitment = _commitment(who, _tariff(formula, chance), begins, chance)
    alerted = begins + timedelta(chance.randrange(100, 300))
    before = (alerted + timedelta(PROPOSED)).replace(day=1) - timedelta(1)
    work = _worked(commitment, before.replace(day=1), chance)
    with transaction.atomic():
        try:
            pk = open_shortfall(commitment_id=commitment.pk, by=who.facilitator, on=alerted)
        except Refused:
            return None
    row = heard(Shortfall.objects.get(pk=pk), buyer=who.buyer, on=alerted + timedelta(20))
    _proposed(row, who, alerted + timedelta(PROPOSED), chance)
    return Case(commitment, work)


def write_later(case: Case, who: People, chance: Random) -> str:
    """Hours that come, that are taken back, a contract that changes: all of it after."""
    commitment = case.commitment
    what = chance.choice(("more", "fewer", "amended"))
    if what == "amended":
        longer = AmendmentFacts(
            "Prolongé", amount=Euros(chance.randrange(10**6, 10**8)),
            signed_on=localdate(), effective_on=commitment.contract.starts_on or FIRST,
            months=commitment.contract.months + chance.randrange(1, 12),
        )  # fmt: skip
        amend_contract(contract_id=commitment.contract_id, said=longer, by=who.facilitator)
        return what
    minutes = chance.randrange(1, 60)
    counted = Balance.objects.get(work=case.work, commitment=commitment).minutes
    minutes = -min(minutes, counted) if what == "fewer" else minutes
    Allocation.objects.create(
        work=case.work, commitment=commitment, minutes=minutes, reason=WHY if minutes < 0 else ""
    )
    return what


def _tariff(formula: Formula, chance: Random) -> Tariff:
    bounds = sorted(chance.sample(range(100, 6_000), 2))
    return Tariff(
        formula=formula,
        rate=Euros(chance.randrange(1, 30_000)),
        times=Share(chance.randrange(1, 60_000)),
        part=Share(chance.randrange(1, 2_000)),
        brackets=tuple(
            Bracket(None if bound is None else Share(bound), Share(chance.randrange(1, 40_000)))
            for bound in (*bounds, None)
        )
        if formula is Formula.PROGRESSIVE
        else (),
        cap=Share(chance.randrange(1, 1_000)) if chance.random() < 0.4 else None,
    )


def _commitment(who: People, tariff: Tariff, begins: date, chance: Random) -> Commitment:
    with patch.object(clauses, "TERMS", replace(clauses.TERMS, penalty=tariff)):
        return clauses.new_commitment(
            who.facilitator, buyer=who.buyer, company=who.company,
            hours=chance.randrange(50, 5_000), months=chance.randrange(9, 36),
            amount_cents=chance.randrange(10**6, 10**9), signed_on=begins, notified_on=begins,
            starts_on=begins,
        )  # fmt: skip


def _worked(commitment: Commitment, month: date, chance: Random) -> Work:
    """Of one person; not all that was worked is counted: the rest may be, later."""
    counted = chance.randrange(100, min(8_000, commitment.due_minutes * 3 // 4))
    return hours_done(commitment, 150, month, counted=counted)


def _proposed(row: Shortfall, who: People, on: date, chance: Random) -> None:
    said = {"shortfall_id": row.pk, "by": who.facilitator, "on": on}
    if chance.random() < 0.3:
        answer_shortfall(shortfall_id=row.pk, text=WHY, by=who.company)
        said["asked"] = Asked(Hours(chance.randrange(1, 2_000)), WHY)
    try:
        amount = propose_penalty(**said)
    except Refused:  # all of it was without a solution
        return
    if chance.random() < 0.2:
        withdraw_proposal(shortfall_id=row.pk, reason=WHY, by=who.facilitator)
        amount = propose_penalty(**said)
    if chance.random() < 0.6:
        decide_shortfall(
            shortfall_id=row.pk, verdict=_verdict(amount, on, chance), by=who.buyer, on=on
        )


def _verdict(amount: Euros, on: date, chance: Random) -> Verdict:
    outcome = chance.choice(list(Outcome))
    if outcome is Outcome.REDUCED and amount.cents < 2:
        outcome = Outcome.WAIVED
    less = Euros(chance.randrange(1, amount.cents)) if outcome is Outcome.REDUCED else Euros(0)
    return Verdict(outcome, WHY, less, on + timedelta(60))


def proposals() -> int:
    return Proposal.objects.count()
