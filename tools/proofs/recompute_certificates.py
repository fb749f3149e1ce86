"""Certificates for `prove_recompute.py`: drawn at random, then everything they stand on changes."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from django.db import transaction
from django.utils.timezone import localdate
from recompute_world import WHY, People

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.states import RUNNING
from perenne.domain.compliance.factories import hours_done, new_certificate
from perenne.domain.compliance.models import Certificate
from perenne.domain.hours.models import Allocation, Balance
from perenne.domain.procurement.models import Amendment

BY_SQL = """
SELECT c.id, c.counted_minutes, c.total_minutes,
       coalesce(sum(a.minutes) FILTER (WHERE a.id <= c.ledger_line
           AND w.month >= date_trunc('month', c.since)), 0) AS counted,
       coalesce(sum(a.minutes) FILTER (WHERE a.id <= c.ledger_line), 0) AS total,
       coalesce(sum(a.minutes), 0) AS today
FROM compliance_certificate c
JOIN hours_allocation a ON a.commitment_id = c.commitment_id
JOIN hours_work w ON w.id = a.work_id AND w.month <= c.until
GROUP BY c.id ORDER BY c.id
"""
"""What each says, what its lines add up to, and what all lines add up to today."""


@transaction.atomic
def certify(who: People, chance: Random) -> Certificate:
    """Of last year: its months counted, certified, then corrected; its volume amended tomorrow."""
    year, today = localdate().year - 1, localdate()
    begun = date(year, 1, 1)
    commitment = new_commitment(
        who.facilitator, buyer=who.buyer, company=who.company, months=36, signed_on=begun,
        notified_on=begun, starts_on=begun,
    )  # fmt: skip
    Commitment.objects.filter(pk=commitment.pk).update(state=RUNNING, kicked_off_on=begun)
    months = chance.sample(range(1, 12), chance.randrange(1, 4))
    works = [hours_done(commitment, chance.randrange(1, 120), date(year, m, 1)) for m in months]
    made = new_certificate(commitment, by=who.facilitator, year=year, on=today)
    for work in works:
        there = Balance.objects.get(work=work, commitment=commitment).minutes
        Allocation.objects.create(
            work=work, commitment=commitment, minutes=-chance.randrange(1, there + 1), reason=WHY
        )
    hours_done(commitment, chance.randrange(1, 50), date(year, 12, 1))
    Amendment.objects.create(
        contract=commitment.contract, number=1, signed_on=begun, effective_on=begun,
        due_minutes=chance.randrange(10**3, 10**5), subject="Volume",
    )  # fmt: skip
    Amendment.objects.filter(contract=commitment.contract_id).update(
        recorded_at=f"{today + timedelta(1)}T09:00:00Z"
    )
    return made
