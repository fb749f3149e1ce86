"""A message goes with its files: a draft given up, a consent taken back, a time that is up."""

from django.db import transaction

from perenne.domain.enquiries.models import Enquiry
from perenne.domain.enquiries.policy import ENQUIRIES
from perenne.kit.actors import Actor
from perenne.kit.files.keeping import forget
from perenne.kit.journal.writing import record
from perenne.kit.privacy.classes import Rows


@transaction.atomic
def forget_draft(*, draft_id: int, by: Actor) -> None:
    row = ENQUIRIES.take("enquiry.forget", by, draft_id)
    record("enquiry.forget", row, by=by)
    drop_enquiry(row)


@transaction.atomic
def withdraw_enquiry(*, enquiry_id: int, by: Actor) -> None:
    """By whoever holds its key: the consent is taken back, and what stood on it goes."""
    row = ENQUIRIES.take("enquiry.withdraw", by, enquiry_id)
    record("enquiry.withdraw", row, by=by)
    drop_enquiry(row)


@transaction.atomic
def forget_enquiries(rows: Rows, *, by: Actor) -> int:
    """Those past their last day, or those of somebody who is erased."""
    gone = list(rows.select_for_update(of=("self",), skip_locked=True))
    for row in gone:
        record("enquiry.forget", row, by=by)
        drop_enquiry(row)
    return len(gone)


def drop_enquiry(row: Enquiry) -> None:
    held = list(row.files.values_list("file_id", flat=True))
    row.delete()
    for file_id in held:
        forget(file_id)
