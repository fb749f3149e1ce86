"""A hiring is over, or did not take place."""

from datetime import date

from django.db import transaction

from perenne.domain.hirings.policy import HIRINGS
from perenne.domain.hirings.states import HIRING_LIFE, HiringState
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.last_line import telling
from perenne.kit.refusals import Refused

HOURS_AFTER = (
    "Des heures sont déclarées après ce jour : corrigez le relevé, ou indiquez un dernier jour "
    "plus tardif."
)


@transaction.atomic
def end_hiring(*, hiring_id: int, ended_on: date, by: Actor, on: date, reason: str = "") -> None:
    """`ended_on`: its last day, foreseen or not."""
    hiring = HIRINGS.take("hiring.end", by, hiring_id)
    if not hiring.starts_on <= ended_on <= on:
        raise Refused("Indiquez un dernier jour qui suit l’embauche et n’est pas à venir.")
    if hiring.ends_on is not None and ended_on > hiring.ends_on:
        raise Refused("Ce contrat finissait plus tôt : prolonger demande un nouveau contrat.")
    hiring.state = HIRING_LIFE.after("hiring.end", HiringState(hiring.state))
    hiring.ends_on, hiring.reason = ended_on, reason.strip()[:500]
    with telling({"hiring_keeps_its_hours": HOURS_AFTER}):
        hiring.save()
    record("hiring.end", hiring, by=by, reason=reason)


@transaction.atomic
def cancel_hiring(*, hiring_id: int, reason: str, by: Actor) -> None:
    """Before it was confirmed: nothing was counted."""
    hiring = HIRINGS.take("hiring.cancel", by, hiring_id)
    hiring.state = HIRING_LIFE.after("hiring.cancel", HiringState(hiring.state))
    hiring.reason = reason.strip()[:500]
    record("hiring.cancel", hiring, by=by, reason=reason)
    hiring.save()
