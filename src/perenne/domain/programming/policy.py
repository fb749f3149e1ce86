"""Who may do what to a programme, and to the purchases in it."""

from django.db.models import Exists, OuterRef, Q

from perenne.domain.programming.models import Bundle, Pairing, PlannedPurchase, Programme
from perenne.domain.programming.states import (
    PROGRAMME_LIFE,
    PURCHASE_LIFE,
    ProgrammeState,
    PurchaseState,
)
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import NOBODY, Grant, Policy
from perenne.rules.thresholds import DutyVerdict

EVERYBODY = ~NOBODY
UNDER_DUTY = Q(duty__in=[DutyVerdict.MUST, DutyVerdict.MUST_UNLESS_MOTIVATED])
TOGETHER = Q(before__isnull=False, after__isnull=False)
IN_HAND = (PurchaseState.RECEIVED, PurchaseState.KEPT)


def its_owner(actor: Actor, path: str = "") -> Q:
    """The buyer; or whoever holds, in their session, the key of a draft that has no buyer yet."""
    owner = NOBODY
    if actor.role is Role.BUYER:
        owner |= Q(**{f"{path}buyer_id": actor.organisation_id})
    if actor.role in {Role.BUYER, Role.VISITOR} and actor.visitor_key:
        owner |= Q(**{f"{path}buyer": None, f"{path}visitor_key": actor.visitor_key})
    return owner


def the_coordination(actor: Actor) -> Q:
    return EVERYBODY if actor.role is Role.COORDINATION else NOBODY


def the_house(actor: Actor) -> Q:
    return EVERYBODY if actor.role is Role.HOUSE else NOBODY


def a_facilitator_in_it(actor: Actor) -> Q:
    if actor.role is not Role.FACILITATOR:
        return NOBODY
    theirs = PlannedPurchase.objects.filter(
        programme=OuterRef("pk"), facilitator_id=actor.organisation_id
    )
    return Q(Exists(theirs))


def the_facilitator_of_all_of_it(actor: Actor) -> Q:
    """The file says every purchase: whoever answers for some of them is not given the others."""
    for_others = PlannedPurchase.objects.filter(programme=OuterRef("pk")).exclude(
        facilitator_id=actor.organisation_id
    )
    return a_facilitator_in_it(actor) & ~Q(Exists(for_others))


def its_facilitator(actor: Actor) -> Q:
    """The one it was routed to; the coordination stands in where nobody covers the place."""
    if actor.role in {Role.FACILITATOR, Role.COORDINATION}:
        return Q(facilitator_id=actor.organisation_id)
    return NOBODY


def its_buyer(actor: Actor, path: str = "") -> Q:
    if actor.role is not Role.BUYER:
        return NOBODY
    return Q(**{f"{path}buyer_id": actor.organisation_id})


def on_one_side(actor: Actor) -> Q:
    """The facilitator of the purchase before, or of the one after: they tell each other."""
    if actor.role is not Role.FACILITATOR:
        return NOBODY
    here = actor.organisation_id
    return Q(before__facilitator_id=here) | Q(after__facilitator_id=here)


def judges(actor: Actor) -> Q:
    return on_one_side(actor) | the_coordination(actor)


def once_sent(path: str = "") -> Q:
    return Q(**{f"{path}state": ProgrammeState.SENT})


def still_to_send() -> Q:
    """Said of the purchase too, whose row is locked: a programme being sent is not seen yet."""
    return Q(programme__state=ProgrammeState.DRAFT, state=PurchaseState.SCREENED)


def ripe(act: str) -> Q:
    machine = PROGRAMME_LIFE if act.startswith("programme.") else PURCHASE_LIFE
    return Q(state__in=machine.sources(act))


def may_send(actor: Actor) -> Q:
    return its_owner(actor) & ripe("programme.send")


PROGRAMME_GRANTS: dict[str, Grant] = {
    "programme.receive": its_owner,
    "programme.view": lambda actor: (
        its_owner(actor) | ((a_facilitator_in_it(actor) | the_coordination(actor)) & once_sent())
    ),
    "programme.take_source": lambda actor: (
        its_owner(actor)
        | (the_facilitator_of_all_of_it(actor) | the_coordination(actor)) & once_sent()
    ),
    "programme.match_headings": lambda actor: its_owner(actor) & ripe("programme.match_headings"),
    "programme.screen": lambda actor: (
        (the_house(actor) | its_owner(actor)) & ripe("programme.screen")
    ),
    "programme.send": may_send,
    "programme.forget": lambda actor: (
        the_house(actor) & Q(buyer=None) | its_owner(actor) & ~once_sent()
    ),
    "programme.compare": lambda actor: (
        (the_house(actor) | its_owner(actor) | the_coordination(actor)) & once_sent()
    ),
    "programme.report": lambda actor: the_coordination(actor) & once_sent(),
}

PURCHASE_GRANTS: dict[str, Grant] = {
    "purchase.view": lambda actor: (
        its_owner(actor, "programme__")
        | (its_facilitator(actor) | the_coordination(actor)) & once_sent("programme__")
    ),
    "purchase.correct": lambda actor: (
        (its_owner(actor, "programme__") & still_to_send())
        | (its_facilitator(actor) & Q(state=PurchaseState.RECEIVED))
    ),
    "purchase.hand_over": lambda actor: (
        its_owner(actor, "programme__") & ripe("purchase.hand_over")
    ),
    "purchase.keep": lambda actor: its_facilitator(actor) & ripe("purchase.keep"),
    "purchase.leave_aside": lambda actor: its_facilitator(actor) & ripe("purchase.leave_aside"),
    "purchase.take_back": lambda actor: its_facilitator(actor) & ripe("purchase.take_back"),
    "purchase.justify": lambda actor: (
        (its_buyer(actor, "programme__") & once_sent("programme__") | its_facilitator(actor))
        & ripe("purchase.justify")
        & UNDER_DUTY
    ),
    "purchase.follow": lambda actor: (
        (its_facilitator(actor) | the_coordination(actor)) & Q(state__in=IN_HAND)
    ),
    "purchase.reassign": lambda actor: the_coordination(actor) & Q(state=PurchaseState.RECEIVED),
    "purchase.cover": lambda actor: the_house(actor) & Q(state=PurchaseState.RECEIVED),
    "purchase.give_back": lambda actor: (
        the_house(actor) & Q(state=PurchaseState.RECEIVED, stands_in_for__isnull=False)
    ),
    "purchase.hide": lambda actor: (
        its_buyer(actor, "programme__") & once_sent("programme__") & Q(is_discreet=False)
    ),
    "purchase.show": lambda actor: (
        its_buyer(actor, "programme__") & once_sent("programme__") & Q(is_discreet=True)
    ),
}

PAIRING_GRANTS: dict[str, Grant] = {
    "pairing.view": lambda actor: (
        its_buyer(actor, "programme__") | on_one_side(actor) | the_coordination(actor)
    ),
    "pairing.confirm": lambda actor: judges(actor) & Q(is_settled=False) & TOGETHER,
    "pairing.separate": lambda actor: judges(actor) & TOGETHER,
    "pairing.join": lambda actor: judges(actor) & ~TOGETHER,
}

PAIRINGS = Policy(Pairing, PAIRING_GRANTS)


def with_a_programme(actor: Actor) -> Q:
    """Whoever sees one of its programmes."""
    seen = Programme.objects.filter(PROGRAMME_GRANTS["programme.view"](actor))
    return Q(Exists(seen.filter(bundle=OuterRef("pk"))))


def with_something_to_send() -> Q:
    drafts = Programme.objects.filter(bundle=OuterRef("pk"), state=ProgrammeState.DRAFT)
    return Q(Exists(drafts))


BUNDLE_GRANTS: dict[str, Grant] = {
    "bundle.receive": its_owner,
    "bundle.view": lambda actor: its_owner(actor) | with_a_programme(actor),
    "bundle.send": lambda actor: its_owner(actor) & with_something_to_send(),
    "bundle.forget": lambda actor: the_house(actor) & Q(buyer=None),
}

GRANTS = PROGRAMME_GRANTS | PURCHASE_GRANTS | PAIRING_GRANTS | BUNDLE_GRANTS
BUNDLES = Policy(Bundle, BUNDLE_GRANTS)
PROGRAMMES = Policy(Programme, PROGRAMME_GRANTS)
PURCHASES = Policy(PlannedPurchase, PURCHASE_GRANTS)
