"""Somebody asks to be told of the hours to come; an address alone is confirmed by a link."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from perenne.domain.assessments.models import Subscription
from perenne.domain.assessments.policy import SUBSCRIPTIONS
from perenne.domain.assessments.queries.subscriptions import CONFIRM, END, number_behind
from perenne.domain.assessments.states import SUBSCRIPTION_LIFE, SubscriptionState
from perenne.domain.people.models import Person
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import NotFound, Refused


@dataclass(frozen=True, slots=True)
class Wish:
    """Codes of segments, SIREN of EPCI; none is all of them."""

    segments: tuple[str, ...] = ()
    epcis: tuple[str, ...] = ()


@transaction.atomic
def subscribe(*, wish: Wish, email: str, by: Actor, today: date) -> None:
    """With an account: at once, to its address. Without: once the link is followed.

    Asked twice, nothing tells whether the address was known: a link leaves once a day at most,
    and whoever follows it holds the mailbox.
    """
    SUBSCRIPTIONS.admit("subscription.ask", by)
    person = Person.objects.filter(pk=by.person_id).first() if by.person_id else None
    address = person.email if person else email.strip().lower()
    found = Subscription.objects.select_for_update(no_key=True).filter(email__iexact=address)
    row = found.first()
    if row is not None and person is None:
        if row.state == SubscriptionState.ASKED and row.last_contact_on < today:
            row.last_contact_on = today
            row.save(update_fields=["last_contact_on"])
            enqueue("assessments.send_confirmation", subscription_id=row.pk)
        return
    row = row or Subscription(email=address, asked_on=today, last_contact_on=today)
    row.segments, row.epcis = sorted(wish.segments), sorted(wish.epcis)
    if person:
        row.person, row.state = person, SubscriptionState.ACTIVE
    row.save()
    record("subscription.ask", row, by=by)
    if person is None:
        enqueue("assessments.send_confirmation", subscription_id=row.pk)


@transaction.atomic
def confirm_subscription(*, key: str, by: Actor, today: date) -> None:
    """Whoever follows the link holds the mailbox."""
    row = SUBSCRIPTIONS.take("subscription.confirm", by, number_behind(CONFIRM, key))
    row.state = SUBSCRIPTION_LIFE.after("subscription.confirm", SubscriptionState(row.state))
    row.last_contact_on = today
    row.save(update_fields=["state", "last_contact_on"])
    record("subscription.confirm", row, by=by)


@transaction.atomic
def end_subscription(*, key: str, by: Actor) -> None:
    """The address goes at once; asked again, there is nothing left to do."""
    try:
        row = SUBSCRIPTIONS.take("subscription.end", by, number_behind(END, key))
    except Refused as over:
        raise NotFound(key) from over
    record("subscription.end", row, by=by)
    row.delete()
