"""Drafts that nobody sent do not stay."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from perenne.domain.programming.actions.bundling import forget_bundles
from perenne.domain.programming.models import Programme
from perenne.domain.programming.policy import PROGRAMMES
from perenne.kit.actors import Actor
from perenne.kit.files.keeping import forget
from perenne.kit.journal.writing import record
from perenne.rules.practice import USUAL
from perenne.rules.retention.spans import DRAFT_DAYS

DAYS_KEPT = USUAL.of(DRAFT_DAYS)


@transaction.atomic
def forget_programme(*, programme_id: UUID, by: Actor) -> None:
    """Delete a draft and its file for good."""
    _forget(PROGRAMMES.take("programme.forget", by, programme_id), by)


@transaction.atomic
def forget_abandoned(*, by: Actor, today: date) -> int:
    """Delete visitors' drafts past the days that they are kept; how many there were."""
    old = PROGRAMMES.rows("programme.forget", by).filter(
        received_on__lt=today - timedelta(days=DAYS_KEPT)
    )
    rows = list(old.select_for_update(of=("self",), skip_locked=True))
    for row in rows:
        _forget(row, by)
    forget_bundles(by=by, before=today - timedelta(days=DAYS_KEPT))
    return len(rows)


def _forget(programme: Programme, by: Actor) -> None:
    record("programme.forget", programme, by=by)
    file_id = programme.file_id
    programme.delete()
    forget(file_id)
