"""The file that a programme came from, given to somebody who may see all of it."""

from uuid import UUID

from perenne.domain.programming.policy import PROGRAMMES
from perenne.kit.actors import Actor
from perenne.kit.files.giving import GivenFile, give
from perenne.kit.refusals import NotFound


def give_source(*, programme_id: UUID, by: Actor) -> GivenFile:
    """NotFound unless they may see all of it; Refused when it is not to be served, or damaged."""
    seen = PROGRAMMES.rows("programme.take_source", by).filter(pk=programme_id)
    file_id = seen.values_list("file_id", flat=True).first()
    if file_id is None:
        raise NotFound(programme_id)
    return give(file_id, by=by)
