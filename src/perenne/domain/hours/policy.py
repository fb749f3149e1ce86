"""Who may do what to a month of hours: its company declares, its facilitator answers for it.

Nobody does both: what a company declared, another validates. The link of a mail opens the
statement that it is for, to declare it: nothing else, and none of what its holder may do elsewhere.
"""

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Now

from perenne.domain.clauses import policy as of_clauses
from perenne.domain.clauses.models import Commitment
from perenne.domain.hirings.models import Hiring
from perenne.domain.hours.models import (
    CheckSetting,
    HoursImport,
    Outlook,
    Plan,
    Sheet,
    Statement,
    StatementLink,
    Voice,
    Work,
)
from perenne.domain.hours.states import IMPORT_LIFE, OPEN, PLAN_LIFE, SHEET_LIFE, VALIDATED, WRITING
from perenne.domain.organisations.models import Seat
from perenne.domain.organisations.queries.invitations import print_of
from perenne.domain.participants import policy as of_persons
from perenne.domain.participants.models import Participant
from perenne.domain.procurement import policy as of_contracts
from perenne.domain.procurement.models import Party
from perenne.domain.procurement.queries.parties import KEPT_OUT
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import NOBODY, Grant, Policy


def at_its_company(actor: Actor, path: str) -> Q:
    """By the space that somebody linked to it: never by a number alone."""
    if actor.role not in of_contracts.CARRYING_OUT or actor.organisation_id is None:
        return NOBODY
    return Q(**{path: actor.organisation_id})


def standing(token: str) -> "QuerySet[StatementLink, Any]":
    """The link of this token, whatever its age, if it was not revoked and its address still is
    whom it was made for."""
    linked = Party.objects.filter(siret=OuterRef("statement__siret"), organisation__isnull=False)
    seated = Seat.objects.filter(
        organisation=OuterRef("organisation"),
        person__email=OuterRef("email"),
        person__is_active=True,
    ).exclude(organisation__state__in=KEPT_OUT)
    of_no_space = Q(~Exists(linked), organisation=None)
    of_its_space = Q(Exists(seated), organisation=F("statement__organisation"))
    return StatementLink.objects.filter(
        of_no_space | of_its_space, token_print=print_of(token), revoked_at=None
    )


def by_its_link(actor: Actor) -> Q:
    """On sheets: whoever holds the link of a mail, as a visitor and in no other quality.

    Without a space, those of the contracts that name its address; with one, all of them.
    """
    if actor.role is not Role.VISITOR or not actor.visitor_key:
        return NOBODY
    named = Party.objects.filter(
        contract=OuterRef(OuterRef("commitment__contract")),
        siret=OuterRef("statement__siret"),
        email=OuterRef("email"),
    )
    links = standing(actor.visitor_key).filter(
        Q(organisation__isnull=False) | Exists(named),
        statement=OuterRef("statement"),
        expires_at__gt=Now(),
    )
    return Q(Exists(links))


def reads_by_its_link(actor: Actor) -> Q:
    """On statements, likewise."""
    if actor.role is not Role.VISITOR or not actor.visitor_key:
        return NOBODY
    links = standing(actor.visitor_key).filter(statement=OuterRef("pk"), expires_at__gt=Now())
    return Q(Exists(links))


def the_house(actor: Actor) -> Q:
    """The clock: it opens months, and asks for them."""
    return ~NOBODY if actor.role is Role.HOUSE else NOBODY


def its_declarer(actor: Actor) -> Q:
    return at_its_company(actor, "statement__organisation_id") | by_its_link(actor)


def declares(act: str) -> Grant:
    return lambda actor: its_declarer(actor) & ripe(act)


def answers(act: str) -> Grant:
    return lambda actor: of_contracts.at_its_facilitator(actor) & ripe(act)


def ripe(act: str) -> Q:
    return Q(state__in=SHEET_LIFE.sources(act))


def mendable() -> Q:
    """A line of a validated month, not one that compensates another."""
    return Q(sheet__state=VALIDATED, corrects__isnull=True)


def ripe_plan(act: str) -> Q:
    return Q(state__in=PLAN_LIFE.sources(act))


def hired_under(condition: Q) -> Q:
    """On persons: a hiring of theirs, on any record, that meets the condition."""
    of_one = Q(participant_id=OuterRef("pk")) | Q(participant__merged_into_id=OuterRef("pk"))
    return Q(Exists(Hiring.objects.filter(of_one, condition)))


def follows_the_pathway(actor: Actor) -> Q:
    """On persons: all of their pathway, whoever employs."""
    its_contract = of_contracts.at_its_facilitator(actor, "commitment__contract__")
    return (
        of_persons.close_to(actor) | of_persons.the_coordination(actor) | hired_under(its_contract)
    )


def employs(actor: Actor) -> Q:
    """On persons: their own part of it."""
    return hired_under(at_its_company(actor, "party__organisation_id"))


def its_sender(actor: Actor) -> Q:
    """Whoever sent a file of hours, and nobody beside: it may name people of other companies."""
    if actor.role in {*of_contracts.CARRYING_OUT, *of_contracts.FOLLOWING}:
        return Q(organisation_id=actor.organisation_id)
    return NOBODY


def ripe_import(act: str) -> Q:
    return Q(state__in=IMPORT_LIFE.sources(act))


OPENING_GRANTS: dict[str, Grant] = {
    "statement.open": lambda actor: (
        at_its_company(actor, "organisation_id")
        | of_contracts.at_its_facilitator(actor, "contract__")
        | the_house(actor)
    ),
    "import.receive": lambda actor: (
        at_its_company(actor, "organisation_id")
        | of_contracts.at_its_facilitator(actor, "contract__")
    ),
}
STATEMENT_GRANTS: dict[str, Grant] = {
    "statement.view": lambda actor: (
        at_its_company(actor, "organisation_id") | reads_by_its_link(actor)
    ),
    "statement.ask": the_house,
}
SHEET_GRANTS: dict[str, Grant] = {
    "sheet.view": lambda actor: (
        its_declarer(actor)
        | of_contracts.at_its_facilitator(actor)
        | of_contracts.the_coordination(actor)
    ),
    "sheet.fill": lambda actor: (
        (
            at_its_company(actor, "statement__organisation_id")
            | of_contracts.at_its_facilitator(actor)
            | the_house(actor)
        )
        & ripe("sheet.declare")
    ),
    "sheet.declare": declares("sheet.declare"),
    "sheet.take_back": declares("sheet.take_back"),
    "sheet.comment": lambda actor: (
        (
            at_its_company(actor, "statement__organisation_id")
            | of_contracts.at_its_facilitator(actor)
        )
        & ~Q(state=OPEN)
    ),
    "sheet.dispute": answers("sheet.dispute"),
    "sheet.settle": answers("sheet.settle"),
    "sheet.validate": answers("sheet.validate"),
}
WORK_GRANTS: dict[str, Grant] = {
    "work.correct": lambda actor: of_contracts.at_its_facilitator(actor, "sheet__") & mendable(),
    "work.move": lambda actor: of_contracts.at_its_facilitator(actor, "sheet__") & mendable(),
}
CHECK_GRANTS: dict[str, Grant] = {
    "check.read": lambda actor: ~NOBODY if actor.role in of_contracts.FOLLOWING else NOBODY,
    "check.tune": of_contracts.the_coordination,
}
PROPOSING_GRANTS: dict[str, Grant] = {
    "plan.propose": lambda actor: of_contracts.at_its_facilitator(actor, "contract__"),
    "plan.redo": lambda actor: of_contracts.at_its_facilitator(actor, "contract__"),
    "plan.imagine": lambda actor: (
        of_contracts.at_its_facilitator(actor, "contract__")
        | of_clauses.carried_by(actor, members_only=True)
    ),
    "account.view": of_clauses.COMMITMENT_GRANTS["commitment.take_away"],
}
PLAN_GRANTS: dict[str, Grant] = {
    "plan.view": lambda actor: (
        of_contracts.at_its_facilitator(actor) | of_contracts.the_coordination(actor)
    ),
    "plan.approve": lambda actor: (
        of_contracts.at_its_facilitator(actor) & ripe_plan("plan.approve")
    ),
    "plan.discard": lambda actor: (
        of_contracts.at_its_facilitator(actor) & ripe_plan("plan.discard")
    ),
    "plan.undo": lambda actor: of_contracts.at_its_facilitator(actor) & ripe_plan("plan.undo"),
}
OUTLOOK_GRANTS: dict[str, Grant] = {
    "outlook.view": of_contracts.at_its_facilitator,
    "outlook.note": lambda actor: ~NOBODY if actor.role is Role.HOUSE else NOBODY,
}
PATHWAY_GRANTS: dict[str, Grant] = {
    "pathway.view": lambda actor: follows_the_pathway(actor) | employs(actor),
    "pathway.view_whole": follows_the_pathway,
    "voice.agree": of_persons.at_her_link,
    "voice.contest": of_persons.at_her_link,
}
VOICE_GRANTS: dict[str, Grant] = {
    "voice.answer": lambda actor: (
        of_contracts.at_its_facilitator(actor, "sheet__")
        & Q(agrees=False, answered_at__isnull=True)
    ),
}
IMPORT_GRANTS: dict[str, Grant] = {
    "import.view": its_sender,
    "import.match": lambda actor: its_sender(actor) & ripe_import("import.match"),
    "import.settle": lambda actor: its_sender(actor) & ripe_import("import.settle"),
    "import.read": lambda actor: (
        (its_sender(actor) | the_house(actor)) & ripe_import("import.read")
    ),
    "import.apply": lambda actor: its_sender(actor) & ripe_import("import.apply"),
    "import.write": lambda actor: (
        (its_sender(actor) | the_house(actor)) & ripe_import("import.write")
    ),
    "import.forget": lambda actor: (its_sender(actor) | the_house(actor)) & ~Q(state=WRITING),
}
GRANTS = (
    OPENING_GRANTS
    | STATEMENT_GRANTS
    | SHEET_GRANTS
    | WORK_GRANTS
    | CHECK_GRANTS
    | PROPOSING_GRANTS
    | PLAN_GRANTS
    | IMPORT_GRANTS
    | PATHWAY_GRANTS
    | VOICE_GRANTS
    | OUTLOOK_GRANTS
)
PARTIES = Policy(Party, OPENING_GRANTS)
STATEMENTS = Policy(Statement, STATEMENT_GRANTS)
SHEETS = Policy(Sheet, SHEET_GRANTS)
WORKS = Policy(Work, WORK_GRANTS)
CHECKS = Policy(CheckSetting, CHECK_GRANTS)
COMMITMENTS = Policy(Commitment, PROPOSING_GRANTS)
PLANS = Policy(Plan, PLAN_GRANTS)
OUTLOOKS = Policy(Outlook, OUTLOOK_GRANTS)
PATHWAYS = Policy(Participant, PATHWAY_GRANTS)
VOICES = Policy(Voice, VOICE_GRANTS)
IMPORTS = Policy(HoursImport, IMPORT_GRANTS)
