"""Two records of one person become one, by a human; both histories stay.

Nothing that was answered or worked moves: the record that is dropped points to the one that is
kept, and both are one person wherever something is counted. Planned hirings follow (migration
0005 of hirings); hours of a day and of a month are added up, and refused beyond what one person
can work (migration 0006 of hours).
"""

from django.db import transaction
from django.db.models import Q

from perenne.domain.participants.models import EligibilityFile, Participant
from perenne.domain.participants.policy import PARTICIPANTS
from perenne.domain.participants.queries.duplicates import duplicates_of
from perenne.domain.participants.queries.verdicts import has_standing
from perenne.domain.participants.states import WAITING
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.last_line import telling
from perenne.kit.refusals import Refused

NOT_ALIKE = (
    "Ces deux fiches ne se ressemblent pas, ou l’une d’elles a déjà été réunie : relisez-les."
)
KEEP_THE_OTHER = (
    "La fiche à réunir porte un avis en cours : retirez-le d’abord, ou gardez cette fiche-là."
)
ONE_RIGHT = (
    "Chaque fiche porte un avis en cours, et une personne n’a qu’un droit : retirez celui de la "
    "fiche à réunir, ou demandez à qui l’a donné de le faire. Les heures déjà validées restent."
)
IMPOSSIBLE = {
    "person_works_24_hours_a_day_at_most": (
        "Ensemble, ces deux fiches ont plus de 24 h dans une même journée : ce ne sont pas la même "
        "personne, ou un relevé est faux. Corrigez-le d’abord."
    ),
    "person_works_744_hours_a_month_at_most": (
        "Ensemble, ces deux fiches ont plus de 744 h dans un même mois : ce ne sont pas la même "
        "personne, ou un relevé est faux. Corrigez-le d’abord."
    ),
}


@transaction.atomic
def merge_participants(*, dropped_id: int, kept_id: int, by: Actor) -> None:
    """What waits goes over to the one that is kept, and what was answered stays where it was.

    All their records are locked, the lowest number first, as by whoever declares their hours.
    Names and contact of the kept one rule; what it lacks is taken from the other.
    """
    both = [dropped_id, kept_id]
    rows = Participant.objects.filter(Q(pk__in=both) | Q(merged_into__in=both)).order_by("pk")
    locked = {row.pk: row for row in rows.select_for_update(of=("self",), no_key=True)}
    dropped = PARTICIPANTS.take("participant.merge", by, dropped_id)
    kept = locked.get(kept_id)
    if kept is None or kept_id not in {one.id for one in duplicates_of(dropped)}:
        raise Refused(NOT_ALIKE)
    if has_standing(dropped.pk):
        raise Refused(ONE_RIGHT if has_standing(kept_id) else KEEP_THE_OTHER)
    for name in ("sex", "email", "phone", "commune_id", "prescriber_id"):
        setattr(kept, name, getattr(kept, name) or getattr(dropped, name))
    kept.save()
    dropped.merged_into = kept
    with telling(IMPOSSIBLE):
        dropped.save()
        Participant.objects.filter(merged_into=dropped).update(merged_into=kept)
    waiting = EligibilityFile.objects.filter(participant=dropped, state__in=WAITING)
    waiting.update(participant=kept)
    record("participant.merge", dropped, by=by, kept=kept.code)
