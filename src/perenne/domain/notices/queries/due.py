"""Who is reminded of what on a day: derived from what waits, spaced by what was said before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from perenne.domain.notices.models import Reminder
from perenne.domain.notices.queries.recipients import Recipient, paused_on, recipients_on
from perenne.domain.notices.queries.things import Thing, things_of
from perenne.domain.notices.states import LEGAL, WEEKLY
from perenne.kit.mails.models import Mail
from perenne.kit.mails.states import SENT, UNFINISHED
from perenne.rules.notices import Waiting, is_day_for, may_join, tell_on

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


class Spaced(Protocol):
    """What is said again from time to time."""

    @property
    def waiting(self) -> Waiting: ...
    @property
    def is_legal(self) -> bool: ...


Item = TypeVar("Item", bound=Spaced)


@dataclass(frozen=True, slots=True)
class Told:
    """One thing and where its reminders stand, before this one."""

    thing: Thing
    waiting: Waiting

    @property
    def is_legal(self) -> bool:
        return self.thing.kind.is_legal


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
    told = chosen(waiting, recipient, day)
    things = tuple(one.thing for one in waiting)
    return Digest(recipient, told, len(things) - len(told), things)


def all_that_waits(recipient: Recipient, *, day: date, paused: frozenset[int]) -> tuple[Told, ...]:
    """Everything, told that day or not, with what was said of it before."""
    known, apart = _memory_of(recipient.key), _told_apart(recipient.key)
    return tuple(
        Told(thing, _waiting(thing, known.get(thing.key), apart.get(_apart(thing)), day))
        for thing in things_of(recipient, on=day, paused=paused)
    )


def chosen(items: Sequence[Item], recipient: Recipient, day: date) -> tuple[Item, ...]:
    """What is told that day: nothing, or what it is time to say and what would come next. The
    nearest days first, and no more than one reads; what is legal follows no preference."""
    open_to = [one for one in items if _is_day_of(one, recipient, day)]
    told = [one for one in open_to if _is_time(one.waiting, day)]
    if told:
        told = [one for one in open_to if one in told or may_join(one.waiting, day)]
    return tuple(sorted(told, key=lambda one: one.waiting.due_on or date.max)[:MOST_LINES])


def _is_day_of(one: Item, recipient: Recipient, day: date) -> bool:
    if recipient.rhythm is LEGAL and not one.is_legal:
        return False
    return is_day_for(day, weekly=recipient.rhythm is WEEKLY and not one.is_legal)


def _is_time(waiting: Waiting, day: date) -> bool:
    own = tell_on(waiting)
    return own is not None and own <= day


def digests_gone(day: date) -> set[str]:
    """The addresses that had theirs that day."""
    rows = Mail.objects.filter(kind="notices.digest", day=day).exclude(state__in=UNFINISHED)
    return set(rows.values_list("address", flat=True))


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
