"""The work is seasonal: the months in which hours are expected, as the parties said them."""

from collections.abc import Iterable

from django.db import transaction

from perenne.domain.clauses.policy import COMMITMENTS
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.targets import MONTHS_A_YEAR


@transaction.atomic
def schedule_commitment(*, commitment_id: int, months: Iterable[int], by: Actor) -> None:
    """`months`: from 1 to 12; all of them, or none, is the whole year."""
    row = COMMITMENTS.take("commitment.schedule", by, commitment_id)
    named = sorted(set(months))
    if not set(named) <= set(range(1, MONTHS_A_YEAR + 1)):
        raise Refused("Choisissez des mois de janvier à décembre.")
    row.worked_months = named if len(named) < MONTHS_A_YEAR else []
    row.save()
    record("commitment.schedule", row, by=by)
