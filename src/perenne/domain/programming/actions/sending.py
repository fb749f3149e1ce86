"""The programme leaves its buyer for the facilitators who answer for its places."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from perenne.domain.organisations.actions import Identity, register_buyer
from perenne.domain.people.actions import open_account
from perenne.domain.programming.actions.comparing import compare_soon, number_version
from perenne.domain.programming.actions.receiving import remember
from perenne.domain.programming.actions.rows import (
    WHO_ANSWERS,
    hand_to,
    screening_for,
)
from perenne.domain.programming.models import PlannedPurchase, Programme
from perenne.domain.programming.policy import PROGRAMMES, PURCHASES
from perenne.domain.programming.queries.files import reading_of
from perenne.domain.programming.queries.following import next_day
from perenne.domain.programming.states import (
    PROGRAMME_LIFE,
    PURCHASE_LIFE,
    ProgrammeState,
    PurchaseState,
)
from perenne.domain.rights.actions import give_consent
from perenne.kit.actors import Actor, Role
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.needs import BuyerKind

CONSENT_MEANS = "Case cochée dans le formulaire « Transmettre au facilitateur »"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who opens an account, and gives their consent, in the very step that sends the programme."""

    full_name: str
    email: str
    phone: str
    password: str
    organisation: Identity


@transaction.atomic
def send_programme(*, programme_id: UUID, by: Actor, today: date) -> None:
    """By the buyer that it belongs to, or that a draft of the same session now gets."""
    programme = PROGRAMMES.take("programme.send", by, programme_id)
    if by.role is not Role.BUYER:
        raise Refused("Dites d’abord qui vous êtes, pour que le facilitateur puisse vous répondre.")
    if programme.buyer_id is None:
        _adopt(programme, by)
    programme.sent_on = today
    _route(programme, today)
    programme.state = PROGRAMME_LIFE.after("programme.send", ProgrammeState(programme.state))
    number_version(programme)
    programme.save(update_fields=["state", "sent_on", "year", "version", "previous"])
    received = PURCHASE_LIFE.after("purchase.hand_over", PurchaseState.SCREENED)
    handed = PURCHASES.rows("purchase.hand_over", by).filter(programme=programme)
    record("programme.send", programme, by=by, purchases=handed.update(state=received))
    compare_soon(programme, by=by, today=today)


@transaction.atomic
def send_as_new_buyer(*, programme_id: UUID, newcomer: Newcomer, by: Actor, today: date) -> Actor:
    """The actor that the visitor has become. Refused when address or organisation is known."""
    programme = PROGRAMMES.take("programme.send", by, programme_id)
    buyer = become_buyer(newcomer, BuyerKind(programme.buyer_kind), by)
    send_programme(programme_id=programme_id, by=buyer, today=today)
    return buyer


def become_buyer(newcomer: Newcomer, kind: BuyerKind, by: Actor) -> Actor:
    """Account, organisation and consent, for a visitor who keeps the key of their drafts."""
    person_id = open_account(
        email=newcomer.email,
        full_name=newcomer.full_name,
        password=newcomer.password,
        phone=newcomer.phone,
    )
    buyer = register_buyer(newcomer.organisation, buyer_kind=kind, admin_id=person_id)
    buyer = Actor(buyer.role, buyer.person_id, buyer.organisation_id, by.visitor_key)
    give_consent(text="sending", means=CONSENT_MEANS, by=buyer)
    return buyer


def _adopt(programme: Programme, buyer: Actor) -> None:
    """The draft becomes the buyer's: its seat now answers for places that were not said."""
    if programme.answers and buyer.organisation_id:
        asked = reading_of(Programme(file=programme.file))
        remember(buyer.organisation_id, asked, programme.answers)
    programme.buyer_id, programme.visitor_key = buyer.organisation_id, ""
    programme.save(update_fields=["buyer", "visitor_key"])


def _route(programme: Programme, today: date) -> None:
    """Who answers is settled on the day of sending: the buyer is known, some may be away.

    Their delays run from that day too.
    """
    screening = screening_for(programme, today)
    rows = list(programme.purchases.select_for_update(no_key=True).order_by("pk"))
    for row in rows:
        hand_to(row, screening.routing_of(row.place, row.segment))
        row.next_on = next_day(row)
    PlannedPurchase.objects.bulk_update(rows, [*WHO_ANSWERS, "next_on"], batch_size=500)
