"""Who may ask whether a person counts, who answers, and who reads no more than the answer."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from perenne.domain.organisations.queries.invitations import print_of
from perenne.domain.participants.models import (
    EligibilityFile,
    Exit,
    FileLink,
    Participant,
    PersonalLink,
    Verdict,
)
from perenne.domain.participants.states import FILE_LIFE, WAITING, WITHDRAWN
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import NOBODY, Grant, Policy

EVERYBODY = ~NOBODY
ANSWERING = frozenset({Role.FACILITATOR, Role.COORDINATION})
"""The coordination answers where no facilitator does."""
ASKING = frozenset({Role.COMPANY, Role.INCLUSION_STRUCTURE, Role.PRESCRIBER, *ANSWERING})

KNOWING = ASKING - {Role.COMPANY}
"""Who accompanies persons, and may say by which criterion they come."""
ACCOMPANYING = frozenset({Role.INCLUSION_STRUCTURE, Role.PRESCRIBER})


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


def followed_by(actor: Actor, who: str = "pk") -> Q:
    """On persons: whoever has a file of theirs to answer."""
    if actor.role not in ANSWERING:
        return NOBODY
    return _of_person(who, EligibilityFile.objects.filter(at_its_facilitator(actor)))


def accompanied_by(actor: Actor, who: str = "pk") -> Q:
    """On persons: the structure or the prescriber that presented them, and did not take it back."""
    if actor.role not in ACCOMPANYING or actor.organisation_id is None:
        return NOBODY
    theirs = EligibilityFile.objects.filter(asked_by_id=actor.organisation_id)
    return _of_person(who, theirs.exclude(state=WITHDRAWN))


def _of_person(who: str, files: "QuerySet[EligibilityFile]") -> Q:
    """One record after the other, each by its index: under one « or », every file would be held
    against every person."""
    kept = files.filter(participant_id=OuterRef(who))
    merged = files.filter(
        participant__merged_into_id=OuterRef(who),
        participant__merged_into__isnull=False,  # few are: the others need not be looked at
    )
    return Q(Exists(kept)) | Q(Exists(merged))


def close_to(actor: Actor, who: str = "pk") -> Q:
    return followed_by(actor, who) | accompanied_by(actor, who)


def the_coordination(actor: Actor) -> Q:
    return EVERYBODY if actor.role is Role.COORDINATION else NOBODY


def at_her_link(actor: Actor) -> Q:
    """On persons: whoever holds the link of her own page, until it is taken back.

    Whether it has expired is asked with the hour of the visit.
    """
    if not actor.visitor_key:
        return NOBODY
    links = PersonalLink.objects.filter(
        token_print=print_of(actor.visitor_key), revoked_at=None, participant_id=OuterRef("pk")
    )
    return Q(Exists(links))


def who_knows(actor: Actor) -> Q:
    """On the links of a question: whoever holds one that was not answered, while it waits."""
    if not actor.visitor_key:
        return NOBODY
    printed = Q(token_print=print_of(actor.visitor_key), answered_at__isnull=True)
    return printed & Q(file__state__in=WAITING)


FILE_GRANTS: dict[str, Grant] = {
    "eligibility.ask": asking,
    "eligibility.view": at_its_facilitator,
    "eligibility.read_answer": lambda actor: at_its_facilitator(actor) | at_its_asker(actor),
    "eligibility.read_lacking": at_its_prescriber,
    "eligibility.state_facts": the_facilitator("eligibility.confirm"),
    "eligibility.note_proof": the_facilitator("eligibility.confirm"),
    "eligibility.inform": the_facilitator("eligibility.confirm"),
    "eligibility.send_question": lambda actor: (
        (at_its_facilitator(actor) | at_its_asker(actor)) & ripe("eligibility.confirm")
    ),
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
    "participant.give_link": lambda actor: (
        close_to(actor) & Q(merged_into__isnull=True, erased_on__isnull=True)
    ),
    "participant.revoke_link": close_to,
    "participant.note_exit": lambda actor: (
        close_to(actor) & Q(merged_into__isnull=True, erased_on__isnull=True)
    ),
    "participant.read_history": lambda actor: followed_by(actor) | the_coordination(actor),
    "own_page.view": at_her_link,
}
LINK_GRANTS: dict[str, Grant] = {"eligibility.say_situation": who_knows}
EXIT_GRANTS: dict[str, Grant] = {
    "exit.view": lambda actor: close_to(actor, "participant_id") | the_coordination(actor),
    "exit.give_news": lambda actor: close_to(actor, "participant_id"),
}
VERDICT_GRANTS: dict[str, Grant] = {
    "verdict.withdraw": lambda actor: (
        at_its_facilitator(actor, "file__") & Q(withdrawn_at__isnull=True)
    ),
}
GRANTS = FILE_GRANTS | PERSON_GRANTS | LINK_GRANTS | EXIT_GRANTS | VERDICT_GRANTS
FILES = Policy(EligibilityFile, FILE_GRANTS)
PARTICIPANTS = Policy(Participant, PERSON_GRANTS)
FILE_LINKS = Policy(FileLink, LINK_GRANTS)
EXITS = Policy(Exit, EXIT_GRANTS)
VERDICTS = Policy(Verdict, VERDICT_GRANTS)
