"""Who is reminded of what on a day: derived from what waits, spaced by what was said before."""

from dataclasses import dataclass
from datetime import date

from perenne.domain.notices.models import Reminder
from perenne.domain.notices.queries.recipients import Recipient, paused_on, recipients_on
from perenne.domain.notices.queries.things import Thing, things_of
from perenne.domain.notices.states import LEGAL, WEEKLY
from perenne.kit.mails.models import Mail
from perenne.kit.mails.states import SENT, UNFINISHED
from perenne.rules.notices import Waiting, is_day_for, tell_on

MOST_LINES = 12
"""What a digest lists; the rest is a number, and leaves another day."""
SAID_APART = {
    "clauses:reply": ("clauses.offered", "share/{1}"),
    "clauses:kick_off": ("clauses.started", "commitment/{0}"),
    "clauses:commitment": ("clauses.started", "commitment/{0}"),
    "participants:show": ("participants.asked", "file/{0}"),
    "contact:show": ("enquiries.waiting", "enquiry/{0}"),
}
"""By page: the kind of mail that tells of the thing at once, and what it says to be about."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing and where its reminders stand, before this one."""

    thing: Thing
    waiting: Waiting


@dataclass(frozen=True, slots=True)
class Digest:
    """What one address is told; `others` is how many more things wait, not told today."""

    recipient: Recipient
    told: tuple[Told, ...]
    others: int
    things: tuple[Thing, ...]
    """All that waits, for the memory to be brought up to date."""


def due_on(day: date) -> tuple[Digest, ...]:
    """One for each address at most, for everything that it is time to say. Nothing is written."""
    paused = paused_on(day)
    found = (
        digest_of(recipient, day=day, paused=paused)
        for recipient in recipients_on(day, paused=paused)
    )
    return tuple(digest for digest in found if digest.told)


def digest_of(recipient: Recipient, *, day: date, paused: frozenset[int]) -> Digest:
    """Of one address, as things stand now. Two queries, and one for each of its bodies."""
    waiting = all_that_waits(recipient, day=day, paused=paused)
    due = [
        one
        for one in waiting
        if is_time(one.waiting, recipient, day, is_legal=one.thing.kind.is_legal)
    ]
    told = tuple(sorted(due, key=_soonest)[:MOST_LINES])
    things = tuple(one.thing for one in waiting)
    return Digest(recipient, told, len(things) - len(told), things)


def all_that_waits(recipient: Recipient, *, day: date, paused: frozenset[int]) -> tuple[Told, ...]:
    """Everything, told that day or not, with what was said of it before."""
    known, apart = _memory_of(recipient.key), _told_apart(recipient.key)
    return tuple(
        Told(thing, _waiting(thing, known.get(thing.key), apart.get(_apart(thing)), day))
        for thing in things_of(recipient, on=day, paused=paused)
    )


def is_time(waiting: Waiting, recipient: Recipient, day: date, *, is_legal: bool) -> bool:
    """Whether to say it to them that day; what is legal follows no preference."""
    if recipient.rhythm is LEGAL and not is_legal:
        return False
    if not is_day_for(day, weekly=recipient.rhythm is WEEKLY and not is_legal):
        return False
    next_day = tell_on(waiting)
    return next_day is not None and next_day <= day


def digests_gone(day: date) -> set[str]:
    """The addresses that had theirs that day."""
    rows = Mail.objects.filter(kind="notices.digest", day=day).exclude(state__in=UNFINISHED)
    return set(rows.values_list("address", flat=True))


def _soonest(one: Told) -> date:
    """What has no day comes last; what is equal keeps its order."""
    return one.thing.due_on or date.max


def _memory_of(address: str) -> dict[tuple[int | None, str, str, str], Reminder]:
    rows = Reminder.objects.filter(address=address, ended_on=None)
    return {(row.organisation_id, row.page, row.verb, row.keys): row for row in rows}


def _waiting(thing: Thing, row: Reminder | None, mailed: date | None, day: date) -> Waiting:
    """A mail of its own that told it (an offer, a question) counts as the first time."""
    if row and row.times:
        return Waiting(row.seen_on, thing.due_on, row.told_on, row.times)
    seen = row.seen_on if row else day
    if mailed:
        return Waiting(min(seen, mailed), thing.due_on, mailed, 1)
    return Waiting(seen, thing.due_on)


def _told_apart(address: str) -> dict[tuple[str, str], date]:
    """The last day on which a mail of its own told a thing to this address, by kind and thing."""
    kinds = {kind for kind, _about in SAID_APART.values()}
    rows = Mail.objects.filter(address=address, state=SENT.value, kind__in=kinds)
    found: dict[tuple[str, str], date] = {}
    for kind, about, day in rows.order_by("day").values_list("kind", "about", "day"):
        found[kind, "/".join(about.split("/")[:2])] = day
    return found


def _apart(thing: Thing) -> tuple[str, str]:
    kind, about = SAID_APART.get(thing.kind.address, ("", ""))
    return kind, about.format(*thing.keys)
