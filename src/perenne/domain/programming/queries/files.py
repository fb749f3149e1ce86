"""The file of a programme, read again: its bytes are the only truth about its lines."""

from collections.abc import Mapping
from uuid import UUID

from perenne.domain.programming.models import HeadingMemory, Programme
from perenne.domain.programming.policy import PROGRAMMES
from perenne.domain.programming.queries.reading import ReadProgramme, programme_in
from perenne.kit.actors import Actor
from perenne.kit.files.keeping import content_of
from perenne.kit.french import Column
from perenne.kit.refusals import NotFound
from perenne.kit.sheets import read


def reading_of(programme: Programme) -> ReadProgramme:
    """The file of this row, with what the user has already said of its columns."""
    workbook = read(content_of(programme.file_id), programme.file.name)
    remembered = remembered_by(programme.buyer_id)
    return programme_in(workbook, remembered=remembered, answers=programme.answers)


def remembered_by(buyer_id: int | None) -> Mapping[str, Column | None]:
    """What this buyer said, in the past, of headings that were doubtful; None: of no use."""
    if buyer_id is None:
        return {}
    said = HeadingMemory.objects.filter(buyer_id=buyer_id).values_list("heading", "column")
    return {heading: Column(column) if column else None for heading, column in said}


def headings_to_match(programme_id: UUID, *, seen_by: Actor) -> ReadProgramme:
    """What the page asks about; NotFound unless it is theirs and still to be asked."""
    row = (
        PROGRAMMES.rows("programme.match_headings", seen_by)
        .select_related("file")
        .filter(pk=programme_id)
        .first()
    )
    if row is None:
        raise NotFound(programme_id)
    return reading_of(row)
