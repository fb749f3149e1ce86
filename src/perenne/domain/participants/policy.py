"""Who may ask whether a person counts, who answers, and who reads no more than the answer."""

from django.db.models import Exists, OuterRef, Q

from perenne.domain.participants.models import EligibilityFile, Participant, Verdict
from perenne.domain.participants.states import FILE_LIFE
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import NOBODY, Grant, Policy

EVERYBODY = ~NOBODY
ANSWERING = frozenset({Role.FACILITATOR, Role.COORDINATION})
"""The coordination answers where no facilitator does."""
ASKING = frozenset({Role.COMPANY, Role.INCLUSION_STRUCTURE, Role.PRESCRIBER, *ANSWERING})

KNOWING = ASKING - {Role.COMPANY}
"""Who accompanies persons, and may say by which criterion they come."""


def at_its_facilitator(actor: Actor, path: str = "") -> Q:
    if actor.role in ANSWERING:
        return Q(**{f"{path}facilitator_id": actor.organisation_id})
    return NOBODY


def at_its_asker(actor: Actor) -> Q:
    return Q(asked_by_id=actor.organisation_id) if actor.role in ASKING else NOBODY


def at_its_prescriber(actor: Actor) -> Q:
    """Who accompanies the person, and is told which proofs lack: never an employer."""
    return at_its_asker(actor) if actor.role is Role.PRESCRIBER else NOBODY


def asking(actor: Actor) -> Q:
    return EVERYBODY if actor.role in ASKING else NOBODY


def ripe(act: str) -> Q:
    return Q(state__in=FILE_LIFE.sources(act))


def the_facilitator(act: str) -> Grant:
    return lambda actor: at_its_facilitator(actor) & ripe(act)


def followed_by(actor: Actor) -> Q:
    """On persons: whoever has a file of theirs to answer."""
    theirs = EligibilityFile.objects.filter(
        at_its_facilitator(actor), participant_id=OuterRef("pk")
    )
    return Q(Exists(theirs)) if actor.role in ANSWERING else NOBODY


FILE_GRANTS: dict[str, Grant] = {
    "eligibility.ask": asking,
    "eligibility.view": at_its_facilitator,
    "eligibility.read_answer": lambda actor: at_its_facilitator(actor) | at_its_asker(actor),
    "eligibility.read_lacking": at_its_prescriber,
    "eligibility.state_facts": the_facilitator("eligibility.confirm"),
    "eligibility.note_proof": the_facilitator("eligibility.confirm"),
    "eligibility.ask_for_proofs": the_facilitator("eligibility.ask_for_proofs"),
    "eligibility.complete": lambda actor: (
        (at_its_facilitator(actor) | at_its_prescriber(actor)) & ripe("eligibility.complete")
    ),
    "eligibility.confirm": the_facilitator("eligibility.confirm"),
    "eligibility.refuse": the_facilitator("eligibility.refuse"),
    "eligibility.withdraw": lambda actor: (
        (at_its_facilitator(actor) | at_its_asker(actor)) & ripe("eligibility.withdraw")
    ),
}
PERSON_GRANTS: dict[str, Grant] = {
    "participant.merge": lambda actor: followed_by(actor) & Q(merged_into__isnull=True),
}
VERDICT_GRANTS: dict[str, Grant] = {
    "verdict.withdraw": lambda actor: (
        at_its_facilitator(actor, "file__") & Q(withdrawn_at__isnull=True)
    ),
}
GRANTS = FILE_GRANTS | PERSON_GRANTS | VERDICT_GRANTS
FILES = Policy(EligibilityFile, FILE_GRANTS)
PARTICIPANTS = Policy(Participant, PERSON_GRANTS)
VERDICTS = Policy(Verdict, VERDICT_GRANTS)
