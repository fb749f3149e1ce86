"""What is settled asks for nothing any more: its alert ends, and so does a shortfall."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from perenne.domain.clauses.models import Commitment
from perenne.domain.compliance.actions.alerting import close_shortfall
from perenne.domain.compliance.models import PaceAlert, Shortfall
from perenne.domain.compliance.policy.paces import ALERTS
from perenne.domain.compliance.queries.pace import pace_rows
from perenne.domain.compliance.states import OPEN
from perenne.domain.hours.actions.counting import lock_commitments
from perenne.kit.actors import HOUSE, Actor
from perenne.kit.journal.changes import remember
from perenne.kit.journal.writing import record
from perenne.rules.pace import AlertCode

SETTLED = {AlertCode.REACHED, AlertCode.SETTLED}
WHY = "Les heures dues sont toutes comptées, ou réglées : il n’en manque plus aucune."


@transaction.atomic
def end_settled(*, by: Actor, on: date, tell_at: datetime) -> int:
    """How many alerts and shortfalls ended. A proposal stays: the buyer reads what it claims."""
    ALERTS.admit("alert.note", by)
    followed = Shortfall.objects.filter(state=OPEN)
    alerted = PaceAlert.objects.filter(ended_on=None)
    settled = _settled(
        {
            *followed.values_list("commitment_id", flat=True),
            *alerted.values_list("commitment_id", flat=True),
        },
        on,
    )
    over = list(followed.filter(commitment__in=settled).order_by("pk").values_list("pk", flat=True))
    for pk in over:
        close_shortfall(shortfall_id=pk, reason=WHY, by=by, tell_at=tell_at)
    return len(over) + _end_alerts(settled, on)


def end_alert_of(commitment_id: int, *, on: date) -> None:
    """Within the act that settles it: nobody is asked for it until the night."""
    _end_alerts(_settled([commitment_id], on), on)


def _settled(commitments: Collection[int], on: date) -> set[int]:
    """Of these, once they are locked: no hour is counted on them meanwhile."""
    lock_commitments(commitments)
    rows = pace_rows(Commitment.objects.filter(pk__in=commitments), on=on)
    return {row.id for row in rows if row.pace.alert.row.code in SETTLED}


def _end_alerts(commitments: Collection[int], on: date) -> int:
    ended = list(PaceAlert.objects.filter(commitment__in=commitments, ended_on=None))
    for alert in ended:
        remember(alert)
        alert.ended_on = on
        alert.save()
        record("alert.note", alert, by=HOUSE)
    return len(ended)
