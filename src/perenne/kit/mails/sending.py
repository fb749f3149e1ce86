"""A mail is written down, handed over, then said to have left: three steps, two transactions.

Its row is committed before the server hears of it, and the row is unique: neither a job that runs
twice nor two that run together send it twice. What no program can close is the moment between the
« 250 » of the server and our own note of it: a process that dies there leaves a mail that may
have gone. It is sent again, under the same Message-ID, which lets the mailbox know it: a mail is
never lost, and its rare double can be told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from perenne.kit.mails.kinds import MailKind
from perenne.kit.mails.models import Mail
from perenne.kit.mails.states import DROPPED, FAILED, PLANNED, SENT, UNFINISHED

CLAIMED = timedelta(minutes=2)
"""How long whoever tries is left alone; the server is given up after ten seconds of silence."""
LONGEST = 200
NO_SUCH_BOX = "adresse refusée par son serveur"


class NotSent(Exception):  # noqa: N818 - it may yet leave
    """The server did not take it, or somebody else is trying: whoever asks comes back later."""


@dataclass(frozen=True, slots=True)
class Message:
    """`about` is the key of the thing; `reply_to`, somebody who answers.

    `by_hand`: somebody wrote it, no machine. `is_forgotten`: nothing keeps where it went.
    """

    kind: MailKind
    about: str
    to: str
    subject: str
    body: str = ""
    reply_to: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    by_hand: bool = False
    is_forgotten: bool = False

    def to_each(self, addresses: Iterable[str]) -> Iterator[Message]:
        """One mail each: nobody reads the address of another."""
        return (replace(self, to=address) for address in dict.fromkeys(addresses))

    @property
    def one_line(self) -> str:
        return " ".join(self.subject.split())

    @property
    def key(self) -> dict[str, str]:
        address = "" if self.is_forgotten else self.to.strip().lower()
        return {"kind": self.kind.code, "about": self.about, "address": address}


def send(message: Message, *, now: datetime, once_left: Callable[[], Any] | None = None) -> bool:
    """Whether it left now: not when it already did that day, nor to an address that is refused.

    `once_left` is done in the transaction that notes the departure. NotSent when the server did
    not take it. Never within a transaction: its row would not be there yet when it leaves.
    """
    row = _claimed(message, now)
    if row is None:
        return False
    try:
        _letter(message, row).send()
    except SMTPRecipientsRefused as refusal:
        if any(code >= 500 for code, _said in refusal.recipients.values()):
            _ended(row, DROPPED.value, NO_SUCH_BOX)
            return False
        _ended(row, FAILED.value, type(refusal).__name__)
        raise NotSent(message.kind.code) from refusal
    except (OSError, SMTPException) as fault:
        _ended(row, FAILED.value, type(fault).__name__)
        raise NotSent(message.kind.code) from fault
    with transaction.atomic():
        Mail.objects.filter(pk=row.pk).update(state=SENT.value, sent_at=now, reason="")
        if once_left:
            once_left()
    return True


def send_each(messages: Iterable[Message], *, now: datetime) -> int:
    """How many left now. All are tried before NotSent is raised: those that left leave no more."""
    left, faults = 0, []
    for message in messages:
        try:
            left += send(message, now=now)
        except NotSent as fault:
            faults.append(fault)
    if faults:
        raise faults[0]
    return left


def drop(rows: Q, *, reason: str) -> int:
    """What was to leave and has no more reason to; how many."""
    waiting = Mail.objects.filter(rows, state__in=UNFINISHED)
    return waiting.update(state=DROPPED.value, reason=reason)


def _claimed(message: Message, now: datetime) -> Mail | None:
    """Its row, ours to try; None when it left that day or was given up."""
    with transaction.atomic(durable=True):
        row = _row(message, now)
        if row.state not in UNFINISHED:
            return None
        if row.state == PLANNED and row.tried_at and now - row.tried_at < CLAIMED:
            raise NotSent(f"{message.kind.code}: somebody is trying")
        row.state, row.reason = PLANNED.value, ""
        row.day, row.tried_at = localdate(now), now
        row.attempts += 1
        row.save(update_fields=["state", "reason", "day", "tried_at", "attempts"])
    return row


def _row(message: Message, now: datetime) -> Mail:
    """That of the day, else the one of a day before that never left: it takes this day."""
    today = localdate(now)
    rows = Mail.objects.select_for_update(no_key=True).filter(**message.key)
    found = rows.filter(Q(day=today) | Q(state__in=UNFINISHED)).order_by("-day").first()
    if found:
        return found
    subject = "" if message.is_forgotten else message.one_line[:LONGEST]
    new = Mail(**message.key, subject=subject, day=today, planned_at=now)
    Mail.objects.bulk_create([new], ignore_conflicts=True)
    return rows.get(day=today)


def _ended(row: Mail, state: str, reason: str) -> None:
    Mail.objects.filter(pk=row.pk, state__in=UNFINISHED).update(state=state, reason=reason)


def _letter(message: Message, row: Mail) -> EmailMessage:
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(" >") or "localhost"
    named = re.sub(r"[^a-z0-9]+", "-", message.kind.code)
    headers = {"Message-ID": f"<{named}.{row.pk}@{host}>"}
    if not message.by_hand:
        headers["Auto-Submitted"] = "auto-generated"
    return EmailMessage(
        message.one_line,
        message.body,
        to=[message.to],
        reply_to=[message.reply_to] if message.reply_to else [],
        headers=headers | dict(message.headers),
    )
