"""A draft becomes an enquiry: routed to who answers, or set aside for somebody to read first."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from perenne.domain.coverage.queries import Loads, Router, Routing, facilitator_router
from perenne.domain.enquiries.actions.forgetting import drop_enquiry
from perenne.domain.enquiries.actions.writing import draft_to_write
from perenne.domain.enquiries.models import Enquiry
from perenne.domain.enquiries.policy import its_owner
from perenne.domain.enquiries.queries.suspicion import Signs, fingerprint_of, suspicions
from perenne.domain.enquiries.states import DRAFT, ENQUIRY_LIFE, EnquiryKind, EnquiryState
from perenne.domain.rights.queries import consent_text
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.values import Euros

MOST_A_DAY = 10
"""Received from one address: nobody’s desk, and nobody’s mailbox, is filled by a machine."""
SAME_FOR = timedelta(hours=24)
FLOOD = (
    "Nous avons déjà reçu plusieurs messages de cette adresse aujourd’hui. Votre texte est gardé "
    "ici : envoyez-le demain, ou téléphonez."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What the form said, once it was read."""

    kind: EnquiryKind
    message: str
    full_name: str = ""
    email: str = ""
    phone: str = ""
    organisation: str = ""
    object: str = ""
    buyer: str = ""
    amount: Euros | None = None
    launch_on: date | None = None
    closes_on: date | None = None
    page: str = ""
    place: str = ""
    """An INSEE code, or a commune or postcode as it was written."""
    consents: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """How the form was filled in: what a machine betrays itself by."""

    trap: str = ""
    seconds: float | None = None


@transaction.atomic
def send_enquiry(
    letter: Letter, *, marks: Marks, by: Actor, now: datetime, today: date, loads: Loads
) -> int:
    """Its id. The button pressed twice sends once: the id of the first is given again."""
    row = draft_to_write(letter.kind, by, today)
    mark = fingerprint_of(letter.kind, letter.email, letter.object, letter.message)
    same = _received_with(mark, now)
    mine = same.filter(its_owner(by)).order_by("pk").first()
    if mine:
        drop_enquiry(row)
        return mine.pk
    _refuse_flood(letter.email, now)
    _write(row, letter)
    row.fingerprint, row.received_at, row.last_on = mark, now, today
    _route(row, letter, facilitator_router(on=today, loads=loads))
    said = f"{letter.object} {letter.message}"
    reasons = suspicions(Signs(said, marks.trap, marks.seconds, _twins(letter, now)))
    act = "enquiry.hold" if reasons else "enquiry.send"
    row.suspicion = " ; ".join(reasons)[:500]
    row.state = ENQUIRY_LIFE.after(act, EnquiryState(row.state))
    row.save()
    _tell(act, row, by)
    return row.pk


def announce(enquiry_id: int) -> None:
    """The mails of a message that reached its desk: one to who wrote, one to who answers."""
    enqueue("enquiries.send_receipt", enquiry_id=enquiry_id)
    enqueue("enquiries.send_news", enquiry_id=enquiry_id)


def _tell(act: str, row: Enquiry, by: Actor) -> None:
    """Nothing leaves by mail for a message that is doubted: the address may be somebody else’s."""
    if act == "enquiry.hold":
        record("enquiry.hold", row, by=by, kind=row.kind)
        return
    record("enquiry.send", row, by=by, kind=row.kind)
    announce(row.pk)


def _write(row: Enquiry, letter: Letter) -> None:
    if letter.kind.needs_consent and not letter.consents:
        raise Refused("Cochez l’accord : sans lui, personne ne peut utiliser votre adresse.")
    row.full_name, row.email, row.phone = letter.full_name, letter.email, letter.phone
    row.organisation, row.message, row.object = letter.organisation, letter.message, letter.object
    row.buyer, row.page = letter.buyer, letter.page
    row.amount_cents = None if letter.amount is None else letter.amount.cents
    row.launch_on, row.closes_on = letter.launch_on, letter.closes_on
    row.consent_version = consent_text("enquiry").version if letter.consents else 0
    row.typed = {}


def _route(row: Enquiry, letter: Letter, router: Router) -> None:
    routing = _routing(letter, router)
    row.recipient_id = routing.facilitator.id if routing.facilitator else None
    row.commune_id = routing.commune_code or None
    row.routing_reason = routing.reason[:500]


def _routing(letter: Letter, router: Router) -> Routing:
    if letter.kind in {EnquiryKind.COORDINATION, EnquiryKind.PROBLEM} or not letter.place:
        return Routing(router.coordination, "", "", "La coordination répond.")
    known = router.places.by_insee.get(letter.place)
    if known:
        return router.at(known, f"Le message concerne {known.name}")
    return router.route(letter.place)


def _received_with(mark: str, now: datetime) -> "QuerySet[Enquiry]":
    rows = Enquiry.objects.filter(fingerprint=mark, received_at__gt=now - SAME_FOR)
    return rows.exclude(state=DRAFT)


def _twins(letter: Letter, now: datetime) -> int:
    """The same words, the same day, from whatever address."""
    rows = Enquiry.objects.filter(kind=letter.kind, received_at__gt=now - SAME_FOR)
    return rows.filter(message=letter.message, object=letter.object).exclude(state=DRAFT).count()


def _refuse_flood(email: str, now: datetime) -> None:
    if not email:
        return
    since = now - SAME_FOR
    sent = Enquiry.objects.filter(email__iexact=email, received_at__gt=since).exclude(state=DRAFT)
    if sent.count() >= MOST_A_DAY:
        raise Refused(FLOOD)
