"""What waits for somebody on shortfalls: an answer, letters, a proposal, a decision."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import TruncDate

from perenne.domain.compliance.models import Letter, Observation, Proposal
from perenne.domain.compliance.policy import SHORTFALLS
from perenne.domain.compliance.queries.exposures import lead_of
from perenne.domain.compliance.states import OPEN, LetterKind
from perenne.domain.procurement.policy import CARRYING_OUT
from perenne.kit.actors import Actor, Role
from perenne.kit.errands import Source, source
from perenne.rules.penalties import RESPITE_DAYS
from perenne.rules.practice import USUAL
from perenne.values import ErrandKind

GROUP = "Suivi"
TO_ANSWER = ErrandKind(
    "Présenter vos observations", GROUP, "compliance:answer", "Au plus tard", is_legal=True
)
TO_CALL = ErrandKind("Faire le point sur vos heures", GROUP, "compliance:show", "Signalé")
TO_SUMMON = ErrandKind(
    "Écrire à l’entreprise : des heures manquent encore", GROUP, "compliance:summon", "Alertée"
)
TO_RECEIVE = ErrandKind("Noter la réception d’une lettre", GROUP, "compliance:show", "Envoyée")
TO_READ = ErrandKind("Lire la réponse de l’entreprise", GROUP, "compliance:show", "Reçue")
TO_PROPOSE = ErrandKind(
    "Proposer une pénalité ou clore : les délais sont passés", GROUP, "compliance:show",
    "Délais passés",
)  # fmt: skip
TO_DECIDE = ErrandKind("Décider de la pénalité proposée", GROUP, "compliance:show", "Proposée")
SUMMONS = [LetterKind.FORMAL_NOTICE.value, LetterKind.HEARING.value]


def errands_in_compliance(actor: Actor, on: date) -> tuple[Source, ...]:
    if actor.role in CARRYING_OUT:
        return _of_party(actor)
    if actor.role is Role.BUYER:
        return _of_buyer(actor, on)
    return _of_facilitator(actor, on)


def _of_party(actor: Actor) -> tuple[Source, ...]:
    """Nothing once it has answered the last letter: it has nothing more to do."""
    rows = SHORTFALLS.rows("shortfall.answer", actor)
    unanswered = rows.filter(~Q(Exists(_answers())))
    told = _told("commitment__contract__buyer__name")
    return (
        source(unanswered.filter(Exists(_letters(SUMMONS))), TO_ANSWER, **told, due=_last_day(1)),
        source(unanswered.exclude(Exists(_letters(SUMMONS))), TO_CALL, **told, due="opened_on"),
    )


def _of_buyer(actor: Actor, on: date) -> tuple[Source, ...]:
    """Once the company had some time to answer its alert, or to hire."""
    respite = timedelta(USUAL.of(RESPITE_DAYS))
    rows = SHORTFALLS.rows("shortfall.summon", actor).filter(opened_on__lte=on - respite)
    unsent = rows.filter(state=OPEN).exclude(Exists(_letters(SUMMONS)))
    deciding = SHORTFALLS.rows("shortfall.decide", actor)
    amount = Proposal.objects.filter(shortfall=OuterRef("pk"), withdrawn_at=None)
    told = _told(lead_of("commitment__contract"))
    return (
        source(unsent, TO_SUMMON, **told, due="opened_on"),
        _to_receive(SHORTFALLS.rows("shortfall.summon", actor), told),
        source(
            deciding, TO_DECIDE, **told,
            due=Subquery(amount.values("proposed_on")[:1]),
            cents=Subquery(amount.values("amount_cents")[:1]),
        ),
    )  # fmt: skip


def _of_facilitator(actor: Actor, on: date) -> tuple[Source, ...]:
    """Delays that are over, and answers that came before them."""
    rows = SHORTFALLS.rows("shortfall.propose", actor).annotate(ends_on=_last_day(2))
    told = _told(lead_of("commitment__contract"))
    both = rows.filter(ends_on__isnull=False)
    waiting = rows.filter(Q(ends_on=None) | Q(ends_on__gte=on)).filter(Exists(_answers()))
    return (
        source(both.filter(ends_on__lt=on), TO_PROPOSE, **told, due=F("ends_on")),
        source(waiting, TO_READ, **told, due=_answered_on()),
    )


def _to_receive(rows: "QuerySet[Any, Any]", told: dict[str, Any]) -> Source:
    lost = _letters(SUMMONS).filter(received_on=None)
    first = lost.order_by("sent_on").values("sent_on")[:1]
    return source(rows.filter(Exists(lost)), TO_RECEIVE, **told, due=Subquery(first))


def _letters(kinds: list[str]) -> "QuerySet[Letter, Any]":
    return Letter.objects.filter(shortfall=OuterRef("pk"), kind__in=kinds)


def _answers() -> "QuerySet[Observation, Any]":
    return Observation.objects.filter(shortfall=OuterRef("pk"))


def _last_day(letters: int) -> Subquery:
    """Of the delays that run: None while fewer letters than that were received."""
    sums = _letters(SUMMONS).order_by().values("shortfall")
    ends = sums.annotate(last=Max("ends_on"), many=Count("ends_on"))
    return Subquery(ends.filter(many__gte=letters).values("last"))


def _answered_on() -> Subquery:
    last = _answers().order_by("-pk").annotate(day=TruncDate("said_at"))
    return Subquery(last.values("day")[:1])


def _told(who: Any) -> dict[str, Any]:
    return {
        "key": "pk",
        "about": "commitment__contract__object",
        "contract": "commitment__contract_id",
        "facilitator": "commitment__contract__facilitator_id",
        "who": who,
        "minutes": F("expected_minutes") - F("counted_minutes"),
    }
