"""Where commitments stand is read again when the day or anything of theirs changes."""

from collections.abc import Collection
from datetime import date

from django.db import connection, transaction

from perenne.domain.assessments.models import Footing
from perenne.domain.assessments.policy import BILANS
from perenne.domain.assessments.queries.footings import UNDER_WAY, footing_of
from perenne.domain.assessments.queries.lines_sql import NEVER
from perenne.domain.clauses.models import Commitment
from perenne.domain.compliance.queries.pace import pace_rows
from perenne.kit.actors import Actor

BATCH = 500
ALONE = "SELECT pg_advisory_xact_lock(hashtext('assessments.fold'), hashtext(current_committee()))"
"""Nobody folds meanwhile: what changes while it is read stays touched, and is read again."""
MISSING = """
INSERT INTO assessments_footing (commitment_id, "on", buyer_id, facilitator_id, epci, told, level,
                                 gap, is_late)
SELECT m.id, %(never)s, 0, 0, '', '', 0, 0, false FROM clauses_commitment m
WHERE m.state = ANY(%(states)s)
  AND NOT EXISTS (SELECT FROM assessments_footing f WHERE f.commitment_id = m.id)
"""
"""Those that were there before footings were kept."""


def keep_footings(*, by: Actor, on: date) -> int:
    """How many were read again: all of them on a new day, those that changed otherwise."""
    BILANS.admit("bilan.fold", by)
    with connection.cursor() as cursor:
        cursor.execute(MISSING, {"never": NEVER, "states": [str(state) for state in UNDER_WAY]})
    done = 0
    while kept := _keep(on):
        done += kept
    return done


@transaction.atomic
def _keep(on: date) -> int:
    with connection.cursor() as cursor:
        cursor.execute(ALONE)
    waiting = Footing.objects.exclude(on=on).order_by("on", "pk")
    numbers = list(waiting.values_list("commitment_id", flat=True)[:BATCH])
    rows = pace_rows(Commitment.objects.filter(pk__in=numbers, state__in=UNDER_WAY), on=on)
    Footing.objects.filter(commitment__in=numbers).delete()
    Footing.objects.bulk_create(footing_of(row, on) for row in rows)
    return len(numbers)


def forget_footings(commitments: Collection[int]) -> None:
    """Inside of a folding: they wait to be read again, and those that are over are no more."""
    Footing.objects.filter(commitment__in=commitments).delete()
    left = Commitment.objects.filter(pk__in=commitments, state__in=UNDER_WAY)
    Footing.objects.bulk_create(
        Footing(commitment_id=pk, on=NEVER) for pk in left.values_list("pk", flat=True)
    )
