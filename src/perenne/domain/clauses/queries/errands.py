"""What waits for somebody on clauses and on what becomes of them, with the hours at stake."""

from datetime import date
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Concat, TruncDate

from perenne.domain.clauses.models import Clause, ClauseComment, CommitmentShare
from perenne.domain.clauses.policy import CLAUSES, COMMITMENTS, SHARES, carried_by
from perenne.domain.clauses.queries.cards import LAST_NUMBER, LAUNCH_ON, OBJECT
from perenne.domain.clauses.queries.links import LIFETIME, SPACING
from perenne.domain.clauses.states import APPROVED, OPEN_SHARES, PENDING, ClauseState
from perenne.domain.procurement.models import DecpComplement, Lot
from perenne.domain.procurement.policy import CARRYING_OUT, CONSULTATIONS, CONTRACTS
from perenne.domain.procurement.queries.silence import unawarded, unpublished
from perenne.kit.actors import Actor, Role
from perenne.kit.errands import Source, source
from perenne.rules.penalties import Formula
from perenne.values import ErrandKind

CLAUSE, AFTER, RUN = "Clauses", "Consultations et marchés", "Engagements"
PUBLICATION = "Publication prévue"
SHOWN = "clauses:show"
OF_A_CLAUSE = {
    ClauseState.DRAFT: ErrandKind("Calibrer la clause", CLAUSE, "clauses:calibrate", PUBLICATION),
    ClauseState.CALIBRATED: ErrandKind(
        "Choisir le fondement et les termes", CLAUSE, "clauses:word", PUBLICATION
    ),
    ClauseState.WORDED: ErrandKind("Soumettre à l’acheteur", CLAUSE, SHOWN, PUBLICATION),
}
TO_APPROVE = ErrandKind("Valider la clause", CLAUSE, SHOWN, PUBLICATION)
TO_ANSWER = ErrandKind(
    "Répondre à un commentaire", CLAUSE, SHOWN, PUBLICATION, tail="?vue=commentaires"
)
TO_TENDER = ErrandKind("Mettre en consultation", AFTER, SHOWN, PUBLICATION)
TO_PUBLISH = ErrandKind("Publier la consultation", AFTER, "clauses:publish", PUBLICATION)
IS_PUBLISHED = ErrandKind(
    "Dire si la consultation est parue", AFTER, "procurement:consultation", PUBLICATION
)
IS_AWARDED = ErrandKind(
    "Dire qui a été retenu", AFTER, "procurement:consultation", "Attribution prévue"
)
TO_NOTIFY = ErrandKind("Notifier le marché", AFTER, "clauses:start", "À notifier depuis")
TO_COMPLETE = ErrandKind("Compléter les données à publier", AFTER, "decp:complete", "")
TO_KICK_OFF = ErrandKind(
    "Faire la mise au point", RUN, "clauses:kick_off", "Rencontre au plus tard"
)
TO_PREPARE = ErrandKind(
    "Préparer la mise au point", RUN, "clauses:commitment", "Rencontre au plus tard"
)
TO_ACCEPT = ErrandKind(
    "Accepter ou refuser les heures proposées", RUN, "clauses:reply", "Réponse au plus tard"
)
TO_CONSENT = ErrandKind("Répondre sur la globalisation", RUN, "clauses:consent", "")
TO_REMIND = ErrandKind(
    "Relancer qui n’a pas répondu", RUN, "clauses:commitment", "Réponse au plus tard"
)

OF_LOT = Subquery(Clause.objects.filter(lot=OuterRef("pk")).values("due_minutes")[:1])
OF_ITS_PURCHASE = Subquery(
    Clause.objects.filter(purchase=OuterRef("purchase"), lot=None).values("due_minutes")[:1]
)
LOTS_HOURS = Subquery(
    Lot.objects.filter(consultation=OuterRef("pk"))
    .order_by()
    .values("consultation")
    .annotate(sum=Sum(Coalesce(OF_LOT, OF_ITS_PURCHASE)))
    .values("sum")
)
CONTRACT_HOURS = Subquery(Clause.objects.filter(lot=OuterRef("lot")).values("due_minutes")[:1])
LOT_OF_PURCHASE = Lot.objects.filter(purchase=OuterRef("purchase"))
ITS_CONSULTATION = Coalesce(
    "lot__consultation_id",
    Subquery(LOT_OF_PURCHASE.values("consultation_id")[:1]),
    output_field=BigIntegerField(),
)
CALLED = Coalesce(
    "lot__consultation__object", Subquery(LOT_OF_PURCHASE.values("consultation__object")[:1])
)
KICK_OFF_BY = ExpressionWrapper(F("opened_on") + F("clause__kick_off_days"), DateField())


def errands_in_clauses(actor: Actor, on: date) -> tuple[Source, ...]:
    """By role: a company has commitments and shares, the others what leads to them."""
    if actor.role in CARRYING_OUT:
        return _of_party(actor, on)
    return (*_drafting(actor), *_tendering(actor, on), *_executing(actor, on))


def _drafting(actor: Actor) -> tuple[Source, ...]:
    told = _told_of_clause()
    by_state = {f"clause.{state}": kind for state, kind in OF_A_CLAUSE.items()}
    return (
        source(
            CLAUSES.rows("clause.calibrate", actor),
            by_state,
            code=Concat(Value("clause."), "state"),
            **told,
        ),
        source(CLAUSES.rows("clause.approve", actor), TO_APPROVE, **told, number=LAST_NUMBER),
        source(CLAUSES.rows("clause.comment", actor).filter(unanswered(actor)), TO_ANSWER, **told),
    )


def unanswered(actor: Actor) -> Q:
    """On clauses: a thread is open whose last word is the other side’s."""
    last = ClauseComment.objects.filter(thread=OuterRef("pk")).order_by("-pk")
    threads = ClauseComment.objects.filter(
        clause=OuterRef("pk"), thread__isnull=True, resolved_on__isnull=True
    ).annotate(
        last_by=Coalesce(
            Subquery(last.values("organisation_id")[:1]),
            "organisation_id",
            output_field=BigIntegerField(),
        )
    )
    return Q(Exists(threads.exclude(last_by=actor.organisation_id)))


def _tendering(actor: Actor, on: date) -> tuple[Source, ...]:
    ready = CLAUSES.rows("clause.publish", actor).annotate(tendered_in=ITS_CONSULTATION)
    waiting = Clause.objects.filter(Q(lot__consultation=OuterRef("pk")), state=APPROVED)
    expected = CONSULTATIONS.rows("consultation.amend", actor)
    asked: dict[str, Any] = {
        "key": "pk", "about": "object", "who": "buyer__name", "minutes": LOTS_HOURS,
        "facilitator": "facilitator_id",
    }  # fmt: skip
    unsaid = expected.filter(unpublished(on)).exclude(Exists(waiting))
    told = _told_of_clause()
    of_consultation = {**told, "key": "tendered_in", "about": CALLED}
    return (
        source(ready.filter(tendered_in=None), TO_TENDER, **told),
        source(ready.exclude(tendered_in=None), TO_PUBLISH, **of_consultation),
        source(unsaid, IS_PUBLISHED, **asked, due="publish_on"),
        source(
            expected.filter(unawarded(on)),
            IS_AWARDED,
            **asked,
            due=Coalesce("award_on", "bids_due_on"),
        ),
        *_contracting(actor),
    )


def _contracting(actor: Actor) -> tuple[Source, ...]:
    """Published data ask for answers that only the buyer has: those never given at all."""
    told: dict[str, Any] = {
        "key": "pk", "about": "object", "who": "buyer__name", "minutes": CONTRACT_HOURS,
        "contract": "pk", "facilitator": "facilitator_id",
    }  # fmt: skip
    signed = source(CONTRACTS.rows("contract.notify", actor), TO_NOTIFY, **told, due="signed_on")
    if actor.role is not Role.BUYER:
        return (signed,)
    answered = DecpComplement.objects.filter(contract=OuterRef("pk"))
    unsaid = CONTRACTS.rows("contract.complete", actor).exclude(Exists(answered))
    return (signed, source(unsaid, TO_COMPLETE, **told))


def _executing(actor: Actor, on: date) -> tuple[Source, ...]:
    return (
        source(
            COMMITMENTS.rows("commitment.kick_off", actor),
            TO_KICK_OFF,
            **_told_of_commitment(F("due_minutes")),
        ),
        _reminding(actor, on),
        *_consenting(actor),
    )


def _consenting(actor: Actor) -> tuple[Source, ...]:
    """The buyer’s alone: its facilitator answers when a letter comes."""
    if actor.role is not Role.BUYER:
        return ()
    asked = COMMITMENTS.rows("consent.answer", actor).filter(answers__answer="")
    return (source(asked, TO_CONSENT, **_told_of_commitment(F("answers__asked_minutes"))),)


def _of_party(actor: Actor, on: date) -> tuple[Source, ...]:
    own = CommitmentShare.objects.filter(
        commitment=OuterRef("pk"),
        party__organisation_id=actor.organisation_id or 0,
        state__in=OPEN_SHARES,
    ).order_by("pk")
    carried = COMMITMENTS.rows("commitment.view", actor).filter(
        carried_by(actor, members_only=True), state=PENDING
    )
    return (
        source(
            SHARES.rows("share.accept", actor),
            TO_ACCEPT,
            **_told_of_share(),
            second="pk",
            who="parent__party__name",
        ),
        source(carried, TO_PREPARE, **_told_of_commitment(Subquery(own.values("minutes")[:1]))),
        _reminding(actor, on),
    )


def _reminding(actor: Actor, on: date) -> Source:
    """Once they have had the time to answer."""
    had_time = Q(expires_at=None) | Q(expires_at__date__lte=on - SPACING + LIFETIME)
    waiting = SHARES.rows("share.resend", actor).filter(had_time)
    return source(waiting, TO_REMIND, **_told_of_share(), who="party__name")


def _told_of_clause() -> dict[str, Any]:
    return {
        "key": "pk",
        "about": OBJECT,
        "who": "buyer__name",
        "minutes": "due_minutes",
        "due": LAUNCH_ON,
        "facilitator": "facilitator_id",
    }


def _told_of_share() -> dict[str, Any]:
    return {
        "key": "commitment_id",
        "about": "commitment__contract__object",
        "minutes": "minutes",
        "due": TruncDate("expires_at"),
        "cents": _penalty("commitment__clause__", F("minutes")),
        "contract": "commitment__contract_id",
        "facilitator": "commitment__contract__facilitator_id",
    }


def _told_of_commitment(minutes: F | Subquery) -> dict[str, Any]:
    return {
        "key": "pk",
        "about": "contract__object",
        "who": "contract__buyer__name",
        "minutes": minutes,
        "due": KICK_OFF_BY,
        "cents": _penalty("clause__", minutes),
        "contract": "contract_id",
        "facilitator": "contract__facilitator_id",
    }


def _penalty(clause: str, minutes: F | Subquery) -> Case:
    """What these hours would cost if none was done, where the clause says an amount by hour."""
    by_hour = F(f"{clause}penalty_cents") * minutes / Value(60)
    return Case(
        When(
            Q(**{f"{clause}penalty_formula": Formula.PER_HOUR.value}),
            then=ExpressionWrapper(by_hour, BigIntegerField()),
        )
    )
