"""Who may do what to what is put out to tender, and to the contracts that come of it."""

from django.db.models import Exists, OuterRef, Q

from perenne.domain.procurement.models import (
    Consultation,
    Contract,
    DecpFile,
    DecpRecord,
    Lot,
    Operation,
    Party,
)
from perenne.domain.procurement.states import CONTRACT_LIFE, LOT_LIFE, ContractForm, LotState
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import NOBODY, Grant, Policy

EVERYBODY = ~NOBODY
CARRYING_OUT = frozenset({Role.COMPANY, Role.INCLUSION_STRUCTURE})
"""Who may be a party of a contract."""
FOLLOWING = frozenset({Role.FACILITATOR, Role.COORDINATION})
"""Who reads what any buyer has published: it is open data."""


def at_its_buyer(actor: Actor, path: str = "") -> Q:
    return Q(**{f"{path}buyer_id": actor.organisation_id}) if actor.role is Role.BUYER else NOBODY


def at_its_facilitator(actor: Actor, path: str = "") -> Q:
    """The coordination is one where it stands in for a facilitator."""
    if actor.role in {Role.FACILITATOR, Role.COORDINATION}:
        return Q(**{f"{path}facilitator_id": actor.organisation_id})
    return NOBODY


def the_coordination(actor: Actor) -> Q:
    return EVERYBODY if actor.role is Role.COORDINATION else NOBODY


def its_people(actor: Actor, path: str = "") -> Q:
    """Those who record what happens: the buyer's people, and the facilitator."""
    return at_its_buyer(actor, path) | at_its_facilitator(actor, path)


def seen_by_its_people(actor: Actor, path: str = "") -> Q:
    return its_people(actor, path) | the_coordination(actor)


def a_party_to_it(actor: Actor) -> Q:
    """A party whose space somebody linked: never by its number alone, and once it is notified."""
    if actor.role not in CARRYING_OUT or actor.organisation_id is None:
        return NOBODY
    theirs = Party.objects.filter(contract=OuterRef("pk"), organisation_id=actor.organisation_id)
    return Q(Exists(theirs), notified_on__isnull=False)


def its_sender(actor: Actor) -> Q:
    """Of a file of published contracts; a command sends in the name of nobody."""
    if actor.role is Role.COMMAND:
        return Q(organisation__isnull=True)
    if actor.role in FOLLOWING or actor.role is Role.BUYER:
        return Q(organisation_id=actor.organisation_id)
    return NOBODY


def with_a_lot_to_come() -> Q:
    """A consultation whose days may still change: a lot of it is not settled, or it has none."""
    lots = Lot.objects.filter(consultation=OuterRef("pk"))
    coming = lots.filter(state__in=[LotState.PREPARED, LotState.PUBLISHED, LotState.UNSUCCESSFUL])
    return Q(Exists(coming)) | ~Q(Exists(lots))


def ripe(act: str) -> Q:
    machine = LOT_LIFE if act.startswith("lot.") else CONTRACT_LIFE
    return Q(state__in=machine.sources(act))


def prepared() -> Q:
    return Q(state=LotState.PREPARED)


def in_life() -> Q:
    """Signed or notified: a contract that is over changes no more."""
    return Q(state__in=CONTRACT_LIFE.sources("contract.terminate"))


def in_execution() -> Q:
    return Q(state__in=CONTRACT_LIFE.sources("contract.end"))


def of_form(form: ContractForm) -> Q:
    return Q(form=form)


OPERATION_GRANTS: dict[str, Grant] = {
    "operation.open": its_people,
    "operation.view": seen_by_its_people,
}
CONSULTATION_GRANTS: dict[str, Grant] = {
    "consultation.open": its_people,
    "consultation.view": seen_by_its_people,
    "consultation.amend": lambda actor: its_people(actor) & with_a_lot_to_come(),
    "consultation.add_lot": lambda actor: its_people(actor) & with_a_lot_to_come(),
}
LOT_GRANTS: dict[str, Grant] = {
    "lot.view": lambda actor: seen_by_its_people(actor, "consultation__"),
    "lot.edit": lambda actor: its_people(actor, "consultation__") & prepared(),
    "lot.remove": lambda actor: its_people(actor, "consultation__") & prepared(),
    "lot.publish": lambda actor: its_people(actor, "consultation__") & ripe("lot.publish"),
    "lot.award": lambda actor: its_people(actor, "consultation__") & ripe("lot.award"),
    "lot.add_awardee": lambda actor: (
        its_people(actor, "consultation__") & Q(state=LotState.AWARDED)
    ),
    "lot.find_unsuccessful": lambda actor: (
        its_people(actor, "consultation__") & ripe("lot.find_unsuccessful")
    ),
    "lot.drop": lambda actor: its_people(actor, "consultation__") & ripe("lot.drop"),
    "lot.prepare_again": lambda actor: (
        its_people(actor, "consultation__") & ripe("lot.prepare_again")
    ),
}
CONTRACT_GRANTS: dict[str, Grant] = {
    "contract.view": lambda actor: seen_by_its_people(actor) | a_party_to_it(actor),
    "contract.read_history": seen_by_its_people,
    "contract.record": its_people,
    "contract.notify": lambda actor: its_people(actor) & ripe("contract.notify"),
    "contract.end": lambda actor: its_people(actor) & ripe("contract.end"),
    "contract.terminate": lambda actor: its_people(actor) & ripe("contract.terminate"),
    "contract.amend": lambda actor: its_people(actor) & in_life(),
    "contract.renew": lambda actor: its_people(actor) & in_execution() & Q(renewals__gte=1),
    "contract.suspend": lambda actor: its_people(actor) & in_execution(),
    "contract.resume": lambda actor: its_people(actor) & in_execution(),
    "contract.declare_phase": lambda actor: (
        its_people(actor) & in_life() & of_form(ContractForm.PHASED)
    ),
    "contract.affirm_phase": lambda actor: (
        its_people(actor) & in_execution() & of_form(ContractForm.PHASED)
    ),
    "contract.order": lambda actor: (
        its_people(actor) & in_execution() & of_form(ContractForm.FRAMEWORK)
    ),
    "contract.invoice": lambda actor: (
        its_people(actor) & in_execution() & of_form(ContractForm.FRAMEWORK)
    ),
    "contract.close_order": lambda actor: (
        its_people(actor) & in_execution() & of_form(ContractForm.FRAMEWORK)
    ),
    "contract.call_from": lambda actor: (
        its_people(actor) & in_execution() & of_form(ContractForm.FRAMEWORK)
    ),
    "contract.enrol": lambda actor: its_people(actor) & in_life(),
    "contract.remove_party": lambda actor: its_people(actor) & in_life(),
    "contract.link_party": lambda actor: at_its_facilitator(actor) & in_life(),
    "contract.invite_party": lambda actor: its_people(actor) & in_life(),
    "contract.publish": lambda actor: seen_by_its_people(actor) & Q(notified_on__isnull=False),
    "contract.complete": lambda actor: its_people(actor) & Q(notified_on__isnull=False),
}
DECP_GRANTS: dict[str, Grant] = {
    "decp.receive": its_sender,
    "decp.view": lambda actor: its_sender(actor) | the_coordination(actor),
    "decp.apply": lambda actor: (
        (its_sender(actor) | the_coordination(actor)) & Q(applied_on__isnull=True)
    ),
}
PUBLISHED_GRANTS: dict[str, Grant] = {
    "published.view": lambda actor: (
        (EVERYBODY if actor.role in FOLLOWING else at_its_buyer(actor)) & Q(is_current=True)
    ),
}
GRANTS = (
    OPERATION_GRANTS
    | CONSULTATION_GRANTS
    | LOT_GRANTS
    | CONTRACT_GRANTS
    | DECP_GRANTS
    | PUBLISHED_GRANTS
)
OPERATIONS = Policy(Operation, OPERATION_GRANTS)
CONSULTATIONS = Policy(Consultation, CONSULTATION_GRANTS)
LOTS = Policy(Lot, LOT_GRANTS)
CONTRACTS = Policy(Contract, CONTRACT_GRANTS)
DECP_FILES = Policy(DecpFile, DECP_GRANTS)
PUBLISHED = Policy(DecpRecord, PUBLISHED_GRANTS)
