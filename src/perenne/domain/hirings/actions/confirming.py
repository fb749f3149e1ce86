"""The green light: what the facilitator answers for, and the database checks again.

The verdict is read under the lock of the hiring; a trigger reads it once more under its own.
"""

from datetime import date

from django.db import transaction

from perenne.domain.hirings.actions.objecting import refuse
from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.policy import HIRINGS
from perenne.domain.hirings.queries.admission import (
    NOTHING_SHOWN,
    Shown,
    light_for,
    shape_objections,
    verdict_covering,
    way_objections,
)
from perenne.domain.hirings.states import HIRING_LIFE, HiringState
from perenne.domain.participants.models import Verdict
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.last_line import telling
from perenne.kit.refusals import Refused
from perenne.rules.french import in_full
from perenne.rules.practice import USUAL, Practice

NO_VERDICT = (
    "L’éligibilité de cette personne n’est pas établie au {} : confirmez-la avant l’embauche."
)
NO_LONGER = (
    "L’éligibilité de cette personne n’est pas établie au {}, jour à partir duquel ses heures "
    "compteraient : examinez de nouveau sa situation."
)
JUST_TAKEN_BACK = {
    "hiring_has_the_green_light": "L’avis favorable vient d’être retiré : examinez de nouveau la "
    "situation de la personne."
}
IN_TIME = "Les heures comptent déjà depuis l’embauche : il n’y a rien à régulariser."


@transaction.atomic
def confirm_hiring(
    *,
    hiring_id: int,
    by: Actor,
    shown: Shown = NOTHING_SHOWN,
    regularised_because: str = "",
    practice: Practice = USUAL,
) -> date:
    """The first day whose hours count. Refused with the reasons that the rules give.

    `regularised_because`: of a verdict that came late, by which hours count from the first day.
    """
    hiring = HIRINGS.take("hiring.confirm", by, hiring_id)
    verdict = _verdict(hiring)
    way = way_objections(hiring, is_eligible=True, practice=practice)
    refuse(way | shape_objections(hiring, shown))
    counts_from = _counts_from(hiring, verdict, practice=practice)
    hiring.state = HIRING_LIFE.after("hiring.confirm", HiringState(hiring.state))
    hiring.verdict, hiring.verified_on = verdict, verdict.verified_on
    hiring.counts_from = counts_from
    with telling(JUST_TAKEN_BACK):
        hiring.save()
    record("hiring.confirm", hiring, by=by)
    if not regularised_because.strip() or counts_from == hiring.starts_on:
        return counts_from
    return regularise_hiring(
        hiring_id=hiring_id, reason=regularised_because, by=by, practice=practice
    )


@transaction.atomic
def regularise_hiring(
    *, hiring_id: int, reason: str, by: Actor, practice: Practice = USUAL
) -> date:
    """The person was eligible on the first day and verified later: why the hours count from it."""
    hiring = HIRINGS.take("hiring.regularise", by, hiring_id)
    if hiring.counts_from == hiring.starts_on:
        raise Refused(IN_TIME)
    why = reason.strip()[:500]
    verdict = _verdict(hiring)
    light = light_for(hiring, verdict, regularised_because=why, practice=practice)
    if why and light.counts_from != hiring.starts_on:
        raise Refused(light.reason)
    hiring.counts_from, hiring.regularised_because = hiring.starts_on, why
    hiring.verdict, hiring.verified_on = verdict, verdict.verified_on
    record("hiring.regularise", hiring, by=by, reason=why)
    with telling(JUST_TAKEN_BACK):
        hiring.save()
    return hiring.starts_on


def _verdict(hiring: Hiring) -> Verdict:
    found = verdict_covering(hiring.participant_id, hiring.starts_on)
    if found is None:
        raise Refused(NO_VERDICT.format(in_full(hiring.starts_on)))
    return found


def _counts_from(hiring: Hiring, verdict: Verdict, *, practice: Practice) -> date:
    light = light_for(hiring, verdict, practice=practice)
    if light.counts_from is None:
        raise Refused(light.reason)
    if verdict.ends_on is not None and light.counts_from > verdict.ends_on:
        raise Refused(NO_LONGER.format(in_full(light.counts_from)))
    return light.counts_from
