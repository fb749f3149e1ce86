"""Who may do what to a month of hours: its company declares, its facilitator answers for it.

Nobody does both: what a company declared, another validates. The link of a mail opens the
statement that it is for, to declare it: nothing else, and none of what its holder may do elsewhere.
"""

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Now

from perenne.domain.clauses.models import Commitment
from perenne.domain.hours.models import Plan, Sheet, Statement, StatementLink, Work
from perenne.domain.hours.states import PLAN_LIFE, SHEET_LIFE, VALIDATED
from perenne.domain.organisations.models import Seat
from perenne.domain.organisations.queries.invitations import print_of
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


def ripe_plan(act: str) -> Q:
    return Q(state__in=PLAN_LIFE.sources(act))


OPENING_GRANTS: dict[str, Grant] = {
    "statement.open": lambda actor: (
        at_its_company(actor, "organisation_id")
        | of_contracts.at_its_facilitator(actor, "contract__")
        | the_house(actor)
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
GRANTS = (
    OPENING_GRANTS | STATEMENT_GRANTS | SHEET_GRANTS | WORK_GRANTS | PROPOSING_GRANTS | PLAN_GRANTS
)
PARTIES = Policy(Party, OPENING_GRANTS)
STATEMENTS = Policy(Statement, STATEMENT_GRANTS)
SHEETS = Policy(Sheet, SHEET_GRANTS)
WORKS = Policy(Work, WORK_GRANTS)
COMMITMENTS = Policy(Commitment, PROPOSING_GRANTS)
PLANS = Policy(Plan, PLAN_GRANTS)
