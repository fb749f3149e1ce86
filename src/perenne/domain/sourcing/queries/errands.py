"""What waits for somebody about needs: to answer, to choose, to look further."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from perenne.domain.sourcing.models import Offer
from perenne.domain.sourcing.policy import ANSWERING, CANDIDATES, OPENINGS, SOLICITATIONS
from perenne.domain.sourcing.states import ASKED, PROPOSED
from perenne.kit.actors import Actor
from perenne.kit.errands import Source, source
from perenne.values import ErrandKind

NEEDS = "Besoins"
FIRST_DAY = "Premier jour"
TO_CHOOSE = ErrandKind("Répondre aux offres reçues", NEEDS, "sourcing:show", FIRST_DAY)
TO_HIRE = ErrandKind("Répondre pour les personnes proposées", NEEDS, "sourcing:show", FIRST_DAY)
TO_SEEK = ErrandKind(
    "Chercher avec l’entreprise qui peut répondre", NEEDS, "sourcing:show", FIRST_DAY
)
TO_REPLY = ErrandKind("Répondre à un besoin", NEEDS, "sourcing:answer", "Réponse attendue")


def errands_in_needs(actor: Actor, on: date) -> tuple[Source, ...]:
    """A company chooses; its facilitator seeks when nobody is left to ask; a structure answers."""
    theirs = OPENINGS.rows("opening.close", actor)
    offers = Offer.objects.filter(solicitation__opening=OuterRef("pk"), state=PROPOSED)
    sought = theirs.filter(
        exhausted_on__isnull=False, facilitator_id=actor.organisation_id or 0
    ).exclude(Exists(offers))
    sources = [
        source(theirs.filter(Exists(offers)), TO_CHOOSE, **TOLD),
        source(sought, TO_SEEK, **TOLD),
        _proposed(actor),
    ]
    if actor.role in ANSWERING:
        sources.append(_asked(actor, on))
    return tuple(sources)


def _proposed(actor: Actor) -> Source:
    """Whatever became of the need: whoever was proposed is told a yes or a no."""
    told = {name: f"opening__{column}" for name, column in TOLD.items()}
    return source(CANDIDATES.rows("candidate.leave", actor), TO_HIRE, **told)


def _asked(actor: Actor, on: date) -> Source:
    """Until the day they were given: a later answer is taken, and not waited for."""
    waiting = SOLICITATIONS.rows("solicitation.offer", actor).filter(state=ASKED, answer_by__gte=on)
    told = {name: f"opening__{column}" for name, column in TOLD.items() if name != "minutes"}
    told |= {"key": "pk", "due": "answer_by", "who": "opening__party__name"}
    return source(waiting, TO_REPLY, **told)


TOLD: dict[str, Any] = {
    "key": "pk",
    "about": "job_title",
    "who": "commune__name",
    "minutes": "minutes",
    "due": "starts_on",
    "contract": "commitment__contract_id",
    "facilitator": "facilitator_id",
}
