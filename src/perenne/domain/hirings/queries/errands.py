"""What waits for somebody on hirings: to confirm, to plan after a yes, to end or to renew."""

from datetime import date, timedelta
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Concat

from perenne.domain.hirings.policy import HIRINGS
from perenne.domain.hirings.states import CANCELLED
from perenne.domain.participants.models import Verdict
from perenne.domain.participants.policy import FILES
from perenne.domain.participants.states import CONFIRMED as ANSWERED_YES
from perenne.domain.procurement.policy import CARRYING_OUT
from perenne.kit.actors import Actor
from perenne.kit.errands import Source, source
from perenne.rules.practice import USUAL
from perenne.rules.urgency import ENDING_DAYS
from perenne.values import ErrandKind

GROUP = "Embauches"
TO_CONFIRM = ErrandKind(
    "Confirmer l’embauche", GROUP, "hirings:confirm", "Embauche", is_private=True
)
TO_VERIFY = ErrandKind(
    "Vérifier la personne, puis confirmer l’embauche",
    GROUP,
    "hirings:show",
    "Embauche",
    is_private=True,
)
TO_PLAN = ErrandKind(
    "Prévoir l’embauche", GROUP, "participants:answer", "Embauche prévue", is_private=True
)
TO_END = ErrandKind(
    "Renouveler ou terminer l’embauche", GROUP, "hirings:show", "Fin du contrat", is_private=True
)


NAME = Concat("participant__first_name", Value(" "), "participant__last_name")
A_YEAR_LATER = Func(F("starts_on"), template="(%(expressions)s + 364)", output_field=DateField())
LAST_DAY = Coalesce("ends_on", A_YEAR_LATER)
DAYS = Func(
    LAST_DAY, F("starts_on"), arg_joiner=" - ", template="(%(expressions)s + 1)",
    output_field=BigIntegerField(),
)  # fmt: skip
AT_STAKE = ExpressionWrapper(F("weekly_minutes") * DAYS / Value(7), BigIntegerField())
"""Minutes of the whole contract, its last day included; of a year when no end is written."""


def errands_in_hirings(actor: Actor, on: date) -> tuple[Source, ...]:
    """The facilitator confirms; the company plans and ends, or the facilitator for who has no
    space."""
    is_party = actor.role in CARRYING_OUT
    ending = HIRINGS.rows("hiring.end", actor).filter(ends_on__lte=on + _notice())
    if not is_party:
        ending = ending.filter(party__organisation=None)
    to_end = source(ending, TO_END, **_told(is_party), due="ends_on")
    return (_to_plan(actor, on), to_end) if is_party else (_to_confirm(actor), to_end)


def _notice() -> timedelta:
    return timedelta(USUAL.of(ENDING_DAYS))


def _to_confirm(actor: Actor) -> Source:
    """By their first day; the green light is given on some of them already."""
    yes = _yes().filter(participant=OuterRef("participant"))
    covered = yes.filter(starts_on__lte=OuterRef("starts_on"), ends_on__gte=OuterRef("starts_on"))
    kinds = {"hiring.confirm": TO_CONFIRM, "hiring.verify": TO_VERIFY}
    told = Case(When(Exists(covered), then=Value("hiring.confirm")), default=Value("hiring.verify"))
    rows = HIRINGS.rows("hiring.confirm", actor)
    return source(rows, kinds, code=told, **_told(False), due="starts_on")


def _to_plan(actor: Actor, on: date) -> Source:
    """Somebody they asked about, of whom the answer is yes and still stands, hired nowhere since
    they asked."""
    rows = FILES.rows("eligibility.read_answer", actor).filter(
        asked_by_id=actor.organisation_id, state=ANSWERED_YES
    )
    covered = _yes().filter(
        participant=OuterRef("participant"), starts_on__lte=OuterRef("hire_on"), ends_on__gte=on
    )
    theirs = HIRINGS.rows("hiring.view", actor).exclude(state=CANCELLED)
    hired = theirs.filter(participant=OuterRef("participant"))
    since = hired.filter(Q(ends_on=None) | Q(ends_on__gte=OuterRef("hire_on")))
    waiting = rows.filter(Exists(covered), ~Exists(since))
    return source(waiting, TO_PLAN, key="pk", about=NAME, who="contract__object", due="hire_on")


def _yes() -> QuerySet[Verdict, Any]:
    return Verdict.objects.filter(is_eligible=True, withdrawn_at=None)


def _told(is_party: bool) -> dict[str, Any]:
    return {
        "key": "pk",
        "about": NAME,
        "who": "commitment__contract__object" if is_party else "party__name",
        "minutes": AT_STAKE,
    }
