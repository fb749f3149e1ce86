"""Who may do what to a month of hours: its company declares, its facilitator answers for it.

Nobody does both: what a company declared, another validates.
"""

from django.db.models import Q

from perenne.domain.clauses import policy as of_clauses
from perenne.domain.clauses.models import Commitment
from perenne.domain.hours.models import Outlook, Plan, Sheet, Work
from perenne.domain.hours.states import PLAN_LIFE, SHEET_LIFE, VALIDATED
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


def ripe_plan(act: str) -> Q:
    return Q(state__in=PLAN_LIFE.sources(act))


STATEMENT_GRANTS: dict[str, Grant] = {
    "statement.open": lambda actor: (
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
    "sheet.declare": declares("sheet.declare"),
    "sheet.take_back": declares("sheet.take_back"),
    "sheet.dispute": answers("sheet.dispute"),
    "sheet.validate": answers("sheet.validate"),
}
WORK_GRANTS: dict[str, Grant] = {
    "work.correct": lambda actor: (
        of_contracts.at_its_facilitator(actor, "sheet__")
        & Q(sheet__state=VALIDATED, corrects__isnull=True)
    ),
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
GRANTS = (
    STATEMENT_GRANTS | SHEET_GRANTS | WORK_GRANTS | PROPOSING_GRANTS | PLAN_GRANTS | OUTLOOK_GRANTS
)
PARTIES = Policy(Party, STATEMENT_GRANTS)
SHEETS = Policy(Sheet, SHEET_GRANTS)
WORKS = Policy(Work, WORK_GRANTS)
COMMITMENTS = Policy(Commitment, PROPOSING_GRANTS)
PLANS = Policy(Plan, PLAN_GRANTS)
OUTLOOKS = Policy(Outlook, OUTLOOK_GRANTS)
