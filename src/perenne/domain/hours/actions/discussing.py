"""Both sides speak of a month: questions, answers, and the end of a discussion."""

from django.db import transaction

from perenne.domain.hours.models import Sheet, SheetMessage
from perenne.domain.hours.policy import SHEETS
from perenne.domain.hours.states import SHEET_LIFE, SheetState
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused

EMPTY = "Écrivez votre message."
LONGEST = 2_000


@transaction.atomic
def comment_sheet(*, sheet_id: int, text: str, by: Actor) -> int:
    """Read by the company, its facilitator and the coordination; the number of the message."""
    sheet = SHEETS.take("sheet.comment", by, sheet_id)
    said = write_message(sheet, text, by)
    record("sheet.comment", sheet, by=by, message=said)
    return said


@transaction.atomic
def settle_sheet(*, sheet_id: int, text: str = "", by: Actor) -> None:
    """The explanation is enough: the month waits to be validated again, as it was declared."""
    sheet = SHEETS.take("sheet.settle", by, sheet_id)
    sheet.state = SHEET_LIFE.after("sheet.settle", SheetState(sheet.state))
    sheet.reason = ""
    sheet.save()
    if text.strip():
        write_message(sheet, text, by)
    record("sheet.settle", sheet, by=by)


def write_message(sheet: Sheet, text: str, by: Actor) -> int:
    said = text.strip()[:LONGEST]
    if not said:
        raise Refused(EMPTY)
    assert by.organisation_id is not None
    row = SheetMessage.objects.create(sheet=sheet, organisation_id=by.organisation_id, text=said)
    return row.pk
