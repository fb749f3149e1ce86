"""A file of hours is not kept: what it wrote stands on the sheets."""

from django.db import transaction
from django.db.models import QuerySet

from perenne.domain.hours.models import HoursImport
from perenne.domain.hours.policy import IMPORTS
from perenne.kit.actors import HOUSE, Actor
from perenne.kit.files.keeping import forget
from perenne.kit.journal.writing import record


@transaction.atomic
def forget_import(*, import_id: int, by: Actor) -> None:
    """With its file, for good."""
    _forget(IMPORTS.take("import.forget", by, import_id), by)


@transaction.atomic
def forget_rows(rows: "QuerySet[HoursImport, HoursImport]") -> int:
    """Past their last day, or because of somebody who asks; how many there were."""
    those = list(rows.order_by("pk").select_for_update(of=("self",)))
    for row in those:
        _forget(row, HOUSE)
    return len(those)


def _forget(row: HoursImport, by: Actor) -> None:
    record("import.forget", row, by=by)
    file_id = row.file_id
    row.delete()
    forget(file_id)
