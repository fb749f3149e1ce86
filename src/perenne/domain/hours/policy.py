"""Who may do what to a month of hours: its company declares, its facilitator answers for it.

Nobody does both: what a company declared, another validates.
"""

from django.db.models import Exists, OuterRef, Q

from perenne.domain.clauses import policy as of_clauses
from perenne.domain.clauses.models import Commitment
from perenne.domain.hirings.models import Hiring
from perenne.domain.hours.models import CheckSetting, HoursImport, Outlook, Plan, Sheet, Voice, Work
from perenne.domain.hours.states import IMPORT_LIFE, OPEN, PLAN_LIFE, SHEET_LIFE, VALIDATED, WRITING
from perenne.domain.participants import policy as of_persons
from perenne.domain.participants.models import Participant
from perenne.domain.procurement import policy as of_contracts
from perenne.domain.procurement.models import Party
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import NOBODY, Grant, Policy


def at_its_company(actor: Actor, path: str) -> Q:
    """By the space that somebody linked to it: never by a number alone."""
    if actor.role not in of_contracts.CARRYING_OUT or actor.organisation_id is None:
        return NOBODY
    return Q(**{path: actor.organisation_id})


def declares(act: str) -> Grant:
    return lambda actor: at_its_company(actor, "statement__organisation_id") & ripe(act)


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


def the_house(actor: Actor) -> Q:
    return ~NOBODY if actor.role is Role.HOUSE else NOBODY


def its_sender(actor: Actor) -> Q:
    """Whoever sent a file of hours, and nobody beside: it may name people of other companies."""
    if actor.role in {*of_contracts.CARRYING_OUT, *of_contracts.FOLLOWING}:
        return Q(organisation_id=actor.organisation_id)
    return NOBODY


def ripe_import(act: str) -> Q:
    return Q(state__in=IMPORT_LIFE.sources(act))


STATEMENT_GRANTS: dict[str, Grant] = {
    "statement.open": lambda actor: (
        at_its_company(actor, "organisation_id")
        | of_contracts.at_its_facilitator(actor, "contract__")
    ),
    "import.receive": lambda actor: (
        at_its_company(actor, "organisation_id")
        | of_contracts.at_its_facilitator(actor, "contract__")
    ),
}
SHEET_GRANTS: dict[str, Grant] = {
    "sheet.view": lambda actor: (
        at_its_company(actor, "statement__organisation_id")
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
    STATEMENT_GRANTS
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
PARTIES = Policy(Party, STATEMENT_GRANTS)
SHEETS = Policy(Sheet, SHEET_GRANTS)
WORKS = Policy(Work, WORK_GRANTS)
CHECKS = Policy(CheckSetting, CHECK_GRANTS)
COMMITMENTS = Policy(Commitment, PROPOSING_GRANTS)
PLANS = Policy(Plan, PLAN_GRANTS)
OUTLOOKS = Policy(Outlook, OUTLOOK_GRANTS)
PATHWAYS = Policy(Participant, PATHWAY_GRANTS)
VOICES = Policy(Voice, VOICE_GRANTS)
IMPORTS = Policy(HoursImport, IMPORT_GRANTS)
