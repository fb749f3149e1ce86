"""The digests of the day: derived when they leave, written down by the gate, remembered after.

Nothing is queued. A digest that the server does not take is derived again at the next round, about
what waits then; what is done meanwhile is not spoken of any more.
"""

import logging
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localtime

from perenne.domain.notices.actions.composing import DIGEST, composed
from perenne.domain.notices.models import Reminder
from perenne.domain.notices.policy import REMINDERS
from perenne.domain.notices.queries.due import Digest, digest_of
from perenne.domain.notices.queries.recipients import Recipient, paused_on, recipients_on
from perenne.domain.notices.queries.things import Thing
from perenne.kit.actors import Actor
from perenne.kit.mails.models import Mail
from perenne.kit.mails.sending import NotSent, drop, send
from perenne.kit.mails.states import UNFINISHED
from perenne.rules.notices import may_leave

LOG = logging.getLogger(__name__)
GRACE = timedelta(hours=1)
"""How long after the hour that somebody chose a round still serves it."""
NOTHING_LEFT = "plus rien n’attendait"


def remind(*, by: Actor, now: datetime) -> int:
    """How many digests left in this round; none out of working hours. Safe to run again."""
    REMINDERS.admit("notice.remind", by)
    here = localtime(now)
    if not may_leave(here):
        return 0
    day = here.date()
    paused = paused_on(day)
    recipients = recipients_on(day, paused=paused)
    _forget_the_gone(recipients, day)
    served, failed = _digests_of(day)
    return sum(
        _remind(recipient, day, paused, by, now)
        for recipient in recipients
        if recipient.key not in served and (_is_hour_of(recipient, here) or recipient.key in failed)
    )


def _remind(
    recipient: Recipient, day: date, paused: frozenset[int], by: Actor, now: datetime
) -> bool:
    digest = digest_of(recipient, day=day, paused=paused)
    _bring_up_to_date(digest, day)
    if not digest.told:
        drop(Q(kind=DIGEST.code, address=recipient.key), reason=NOTHING_LEFT)
        return False
    message = composed(digest, by=by, now=now)
    try:
        return send(message, now=now, once_left=lambda: _note(digest, day))
    except NotSent:
        LOG.warning("a digest did not leave; the next round derives it again")
        return False


def _is_hour_of(recipient: Recipient, here: datetime) -> bool:
    begins = here.replace(hour=recipient.hour, minute=0, second=0, microsecond=0)
    return begins <= here < begins + GRACE


def _digests_of(day: date) -> tuple[set[str], set[str]]:
    """The addresses that had theirs, and those whose digest did not leave."""
    rows = Mail.objects.filter(kind=DIGEST.code, day=day)
    states = dict(rows.values_list("address", "state"))
    failed = {address for address, state in states.items() if state in UNFINISHED}
    return set(states) - failed, failed


@transaction.atomic
def _bring_up_to_date(digest: Digest, day: date) -> None:
    """The memory of an address: what is new is seen, what is done is over."""
    things = {thing.key: thing for thing in digest.things}
    rows = Reminder.objects.select_for_update(no_key=True).filter(
        address=digest.recipient.key, ended_on=None
    )
    known = {(row.organisation_id, row.page, row.verb, row.keys): row for row in rows}
    over = [row.pk for key, row in known.items() if key not in things]
    Reminder.objects.filter(pk__in=over).update(ended_on=day)
    for key, row in known.items():
        if key in things and row.due_on != things[key].due_on:
            Reminder.objects.filter(pk=row.pk).update(due_on=things[key].due_on)
    new = [
        _row(thing, digest.recipient.key, day) for key, thing in things.items() if key not in known
    ]
    Reminder.objects.bulk_create(new, ignore_conflicts=True)


def _row(thing: Thing, address: str, day: date) -> Reminder:
    organisation_id, page, verb, keys = thing.key
    return Reminder(
        address=address,
        organisation_id=organisation_id,
        page=page,
        verb=verb,
        keys=keys,
        contract_id=thing.contract_id,
        facilitator_id=thing.facilitator_id,
        due_on=thing.due_on,
        seen_on=day,
    )


def _note(digest: Digest, day: date) -> None:
    """In the transaction that notes that the mail has left."""
    for one in digest.told:
        organisation_id, page, verb, keys = one.thing.key
        Reminder.objects.filter(
            Q(organisation=organisation_id) if organisation_id else Q(organisation=None),
            address=digest.recipient.key,
            page=page,
            verb=verb,
            keys=keys,
            ended_on=None,
        ).update(times=one.waiting.times + 1, told_on=day)


def _forget_the_gone(recipients: tuple[Recipient, ...], day: date) -> None:
    """Whoever left, is away or has nothing more is reminded of nothing, not even of what did not
    leave; what they find again one day is new to them."""
    here = [recipient.key for recipient in recipients]
    drop(Q(kind=DIGEST.code) & ~Q(address__in=here), reason=NOTHING_LEFT)
    Reminder.objects.filter(ended_on=None).exclude(address__in=here).update(ended_on=day)
