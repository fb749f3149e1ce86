"""The facilitator sees that hours lack: the party is told, before anything else."""

from datetime import date, datetime

from django.db import transaction

from perenne.domain.compliance.actions.sending import send_letter
from perenne.domain.compliance.actions.steps import standing_now
from perenne.domain.compliance.models import Shortfall
from perenne.domain.compliance.policy import COMMITMENTS, SHORTFALLS
from perenne.domain.compliance.states import SHORTFALL_LIFE, LetterKind, ShortfallState
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import WITHOUT_REASON, record
from perenne.kit.last_line import telling
from perenne.kit.refusals import Refused
from perenne.rules.french import in_full

NOTHING_LACKS = (
    "Les heures comptées ({}) atteignent celles attendues au {} ({}) : il n’y a pas de "
    "manquement, poursuivez le suivi."
)
SETTLED = (
    "Les heures qui manquaient ont été réglées par une décision, ou attestées à la fin du marché : "
    "il n’y a plus rien à demander à l’entreprise."
)
SHORTEST = 5  # signs, as PostgreSQL asks of a reason
ALREADY = "Un manquement est déjà suivi pour cet engagement : reprenez-le."


@transaction.atomic
def open_shortfall(*, commitment_id: int, by: Actor, on: date) -> int:
    """The id of the shortfall; the alert is its first letter, sent that day."""
    commitment = COMMITMENTS.take("shortfall.open", by, commitment_id)
    standing = standing_now(commitment.pk, on)
    if not standing.lacking:
        measured = in_full(standing.on)
        raise Refused(NOTHING_LACKS.format(standing.counted, measured, standing.expected))
    if standing.is_settled:
        raise Refused(SETTLED)
    row = Shortfall(
        commitment=commitment,
        opened_on=on,
        expected_minutes=standing.expected.minutes,
        counted_minutes=standing.counted.minutes,
        measured_on=standing.on,
    )
    with telling({"commitment_has_one_shortfall_at_a_time": ALREADY}):
        row.save()
    send_letter(row, LetterKind.ALERT, standing, by=by, on=on)
    record("shortfall.open", row, by=by)
    return row.pk


@transaction.atomic
def close_shortfall(
    *, shortfall_id: int, reason: str, by: Actor, tell_at: datetime | None = None
) -> None:
    """The hours came, or nobody pursues: nothing is decided against anyone."""
    row = SHORTFALLS.take("shortfall.close", by, shortfall_id)
    row.state = SHORTFALL_LIFE.after("shortfall.close", ShortfallState(row.state))
    row.reason = reason.strip()[:500]
    if len(row.reason) < SHORTEST:
        raise Refused(WITHOUT_REASON)
    record("shortfall.close", row, by=by, reason=reason)
    row.save()
    enqueue("compliance.tell_closed", at=tell_at, shortfall_id=row.pk)
