"""Each night the pace of every commitment is looked at; a facilitator takes note of an alert."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.states import PENDING, RUNNING
from perenne.domain.compliance.models import PaceAlert
from perenne.domain.compliance.policy.paces import ALERTS
from perenne.domain.compliance.queries.pace import PaceRow, pace_rows
from perenne.kit.actors import Actor
from perenne.kit.journal.changes import remember
from perenne.kit.journal.writing import record
from perenne.rules.pace import Level


@transaction.atomic
def watch_paces(*, by: Actor, on: date) -> int:
    """How many alerts were opened. One whose level changes ends, and another one begins."""
    ALERTS.admit("alert.note", by)
    rows = Commitment.objects.filter(state__in=[PENDING, RUNNING])
    found = {row.id: row for row in pace_rows(rows, on=on)}
    standing = _standing(row.id for row in found.values() if row.level > Level.ON_PACE)
    _end(standing.values(), found, by=by, on=on)
    opened = [row for row in found.values() if _begins(row, standing.get(row.id))]
    for row in opened:
        alert = _opened(row, on)
        alert.save()
        record("alert.note", alert, by=by)
    return len(opened)


@transaction.atomic
def look_at_alert(*, alert_id: int, by: Actor, on: date) -> int:
    """The commitment whose alert it is: the facilitator has read it and follows it."""
    row = ALERTS.take("alert.look", by, alert_id)
    row.looked_on = on
    row.save()
    record("alert.look", row, by=by)
    return row.commitment_id


def _standing(late: Iterable[int]) -> dict[int, PaceAlert]:
    """The alerts not ended, once their commitments are locked: two nights never alert twice."""
    alerts = PaceAlert.objects.filter(ended_on=None)
    touched = {*late, *alerts.values_list("commitment_id", flat=True)}
    locked = Commitment.objects.filter(pk__in=touched).select_for_update(no_key=True)
    list(locked.order_by("pk").values_list("pk", flat=True))
    return {alert.commitment_id: alert for alert in alerts.all()}


def _end(standing: Iterable[PaceAlert], found: dict[int, PaceRow], *, by: Actor, on: date) -> None:
    for alert in standing:
        row = found.get(alert.commitment_id)
        if row is None or row.level != alert.level:
            remember(alert)
            alert.ended_on = on
            alert.save()
            record("alert.note", alert, by=by)


def _begins(row: PaceRow, alert: PaceAlert | None) -> bool:
    told = row.pace.alert.row
    return told.level > Level.ON_PACE and (alert is None or alert.level != told.level)


def _opened(row: PaceRow, on: date) -> PaceAlert:
    reading, told = row.pace.reading, row.pace.alert.row
    return PaceAlert(
        commitment_id=row.id,
        level=told.level,
        code=told.code,
        opened_on=on,
        expected_minutes=reading.expected.minutes,
        counted_minutes=reading.counted.minutes,
        exposed_cents=row.exposure.cents if row.exposure else None,
    )
