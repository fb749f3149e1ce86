"""The party answers, as often as it wishes until the decision, with files where it has some."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from perenne.domain.compliance.models import Observation, ObservationFile
from perenne.domain.compliance.models.shortfalls import MOST_FILES
from perenne.domain.compliance.policy import SHORTFALLS
from perenne.kit.actors import Actor
from perenne.kit.files.giving import GivenFile, give
from perenne.kit.files.keeping import store
from perenne.kit.files.receiving import receive
from perenne.kit.files.uses import Use
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import NotFound, Refused

EMPTY = "Écrivez vos observations avant de les envoyer."
TOO_MANY = f"Joignez {MOST_FILES} fichiers au plus : envoyez une seconde réponse avec les autres."
SHORTEST, LONGEST = 5, 5_000  # signs


@dataclass(frozen=True, slots=True)
class SentFile:
    content: bytes
    name: str
    declared: str = ""
    """The type that the browser gave: told when it lies, never believed."""


def answer_shortfall(
    *, shortfall_id: int, text: str, by: Actor, files: Sequence[SentFile] = ()
) -> None:
    """Early observations shorten no delay: they may be completed.

    Files are looked at outside of any transaction; one that is not accepted refuses the whole.
    """
    if not SHORTFALLS.allows("shortfall.answer", by, shortfall_id):
        raise NotFound(shortfall_id)
    said = text.strip()
    if len(said) < SHORTEST:
        raise Refused(EMPTY)
    if len(said) > LONGEST:
        raise Refused(f"Vos observations dépassent {LONGEST} signes : résumez-les.")
    if len(files) > MOST_FILES:
        raise Refused(TOO_MANY)
    received = [receive(one.content, one.name, Use.DOCUMENT, one.declared) for one in files]
    with transaction.atomic():
        row = SHORTFALLS.take("shortfall.answer", by, shortfall_id)
        answer = Observation.objects.create(
            shortfall=row, organisation_id=by.organisation_id or 0, text=said
        )
        for position, one in enumerate(received, start=1):
            ObservationFile.objects.create(observation=answer, file=store(one), position=position)
        record("shortfall.answer", row, by=by, files=len(received))
        enqueue("compliance.tell_answer", observation_id=answer.pk)


def give_file(*, shortfall_id: int, file_id: UUID, by: Actor) -> GivenFile:
    """NotFound unless the shortfall is theirs to read; Refused when it is not to be served."""
    seen = SHORTFALLS.rows("shortfall.view", by).filter(pk=shortfall_id)
    if not ObservationFile.objects.filter(
        observation__shortfall__in=seen, file_id=file_id
    ).exists():
        raise NotFound(file_id)
    return give(file_id, by=by)
