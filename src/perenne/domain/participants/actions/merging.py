"""Two records of one person become one, by a human; both histories stay."""

from django.db import transaction

from perenne.domain.participants.models import EligibilityFile, Participant
from perenne.domain.participants.policy import PARTICIPANTS
from perenne.domain.participants.queries.duplicates import duplicates_of
from perenne.domain.participants.queries.verdicts import has_standing
from perenne.domain.participants.states import WAITING
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused

NOT_ALIKE = (
    "Ces deux fiches ne se ressemblent pas, ou l’une d’elles a déjà été réunie : relisez-les."
)
KEEP_THE_OTHER = (
    "La fiche à réunir porte un avis en cours : retirez-le d’abord, ou gardez cette fiche-là."
)


@transaction.atomic
def merge_participants(*, dropped_id: int, kept_id: int, by: Actor) -> None:
    """What waits goes over to the one that is kept, and what was answered stays where it was.

    Both are locked, the lowest number first. Names and contact of the kept one rule; what it
    lacks is taken from the other.
    """
    rows = Participant.objects.filter(pk__in=[dropped_id, kept_id]).order_by("pk")
    locked = {row.pk: row for row in rows.select_for_update(of=("self",), no_key=True)}
    dropped = PARTICIPANTS.take("participant.merge", by, dropped_id)
    kept = locked.get(kept_id)
    if kept is None or kept_id not in {one.id for one in duplicates_of(dropped)}:
        raise Refused(NOT_ALIKE)
    if has_standing(dropped.pk):
        raise Refused(KEEP_THE_OTHER)
    for name in ("sex", "email", "phone", "commune_id", "prescriber_id"):
        setattr(kept, name, getattr(kept, name) or getattr(dropped, name))
    kept.save()
    dropped.merged_into = kept
    dropped.save()
    Participant.objects.filter(merged_into=dropped).update(merged_into=kept)
    waiting = EligibilityFile.objects.filter(participant=dropped, state__in=WAITING)
    waiting.update(participant=kept)
    record("participant.merge", dropped, by=by, kept=kept.code)
