"""The lines of a file become purchases with their verdict, batch after batch."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from uuid import UUID

from django.db import transaction

from perenne.domain.programming.actions.rows import screening_for, write
from perenne.domain.programming.models import PlannedPurchase, Programme, SourceLine
from perenne.domain.programming.policy import PROGRAMMES
from perenne.domain.programming.queries.files import reading_of
from perenne.domain.programming.queries.screening import ScreenedLine
from perenne.domain.programming.states import PROGRAMME_LIFE, ProgrammeState
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused

LINES_IN_A_BATCH = 250


def screen_programme(*, programme_id: UUID, by: Actor, today: date) -> None:
    """Each batch is committed, so that progress is seen; a run that died is simply run again.

    Refused when the programme is forgotten, or screened again by another run, meanwhile.
    """
    with transaction.atomic():
        programme = PROGRAMMES.take("programme.screen", by, programme_id)
        programme.lines.all().delete()
        read = reading_of(programme)
        programme.lines_total, programme.lines_read = read.lines_total, 0
        programme.notes = list(read.notes)  # what the answers left unused included
        programme.save(update_fields=["lines_total", "lines_read", "notes"])
    screened = screening_for(programme, today).lines_of(read)
    while batch := list(islice(screened, LINES_IN_A_BATCH)):
        _keep(programme, batch, by)
    with transaction.atomic():
        programme = PROGRAMMES.take("programme.screen", by, programme_id)
        programme.state = PROGRAMME_LIFE.after("programme.screen", ProgrammeState(programme.state))
        programme.save(update_fields=["state"])
        record("programme.screen", programme, by=by, lines=programme.lines_read)


def screen_left_behind(*, by: Actor, today: date) -> int:
    """Files that a request which died left unread, of a day before; how many are read now."""
    waiting = PROGRAMMES.rows("programme.screen", by).filter(received_on__lt=today)
    keys = list(waiting.order_by("received_on").values_list("pk", flat=True))
    for key in keys:
        screen_programme(programme_id=key, by=by, today=today)
    return len(keys)


@transaction.atomic
def _keep(programme: Programme, batch: list[ScreenedLine], by: Actor) -> None:
    if PROGRAMMES.take("programme.screen", by, programme.pk).lines_read != programme.lines_read:
        raise Refused("L’analyse de ce fichier a été reprise : rechargez la page.")
    lines = SourceLine.objects.bulk_create(_line_of(programme, screened) for screened in batch)
    PlannedPurchase.objects.bulk_create(_purchases_of(programme, batch, lines))
    programme.lines_read += len(batch)
    programme.save(update_fields=["lines_read"])


def _line_of(programme: Programme, screened: ScreenedLine) -> SourceLine:
    line = screened.line
    return SourceLine(
        programme=programme,
        sheet=screened.sheet[:100],
        number=line.number,
        cells=list(line.cells),
        fate=line.fate,
        kind=line.kind,
        reason=line.reason[:500],
    )


def _purchases_of(
    programme: Programme, batch: list[ScreenedLine], lines: list[SourceLine]
) -> Iterator[PlannedPurchase]:
    for screened, line in zip(batch, lines, strict=True):
        if screened.purchase:
            yield write(PlannedPurchase(programme=programme, line=line), screened.purchase)
