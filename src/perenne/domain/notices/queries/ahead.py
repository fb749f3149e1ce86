"""The mails of the thirty days to come, if nothing is done meanwhile."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models.functions import Lower

from perenne.domain.clauses.policy import COMMITMENTS
from perenne.domain.clauses.states import RUNNING
from perenne.domain.notices.models import Reminder
from perenne.domain.notices.policy import REMINDERS
from perenne.domain.notices.queries.due import all_that_waits, chosen, digests_gone
from perenne.domain.notices.queries.recipients import Place, Recipient, paused_on, recipients_on
from perenne.domain.people.models import Person
from perenne.domain.procurement.policy import CARRYING_OUT
from perenne.kit.actors import Actor, Role
from perenne.rules.deadlines import statement_asked_on, statement_due_on
from perenne.rules.french import in_full, month_in_full
from perenne.rules.notices import Waiting

DAYS = 30


@dataclass(frozen=True, slots=True)
class PlannedThing:
    """`about` and `url` are empty where the reader may not read the thing itself; `why` says which
    reminder it is: « 2e rappel », « échéance le 12 décembre »."""

    verb: str
    about: str
    url: str
    why: str


@dataclass(frozen=True, slots=True)
class PlannedMail:
    """One digest: the day and the hour in Paris, to which address, for which organisation."""

    day: date
    hour: int
    to: str
    organisation: str
    things: tuple[PlannedThing, ...]


@dataclass(frozen=True, slots=True)
class _Coming:
    """A thing and where its reminders stand, as the plan moves it from day to day."""

    verb: str
    about: str
    url: str
    is_legal: bool
    waiting: Waiting


def ahead(*, seen_by: Actor, on: date) -> tuple[PlannedMail, ...]:
    """In the order of the days, from `on` on. One's own with what they are about; for the
    coordination those of everybody, by verb alone, from what the last round has seen.

    A fixed number of queries for the coordination; for others, one more for each of their bodies.
    """
    paused = paused_on(on)
    recipients = recipients_on(on, paused=paused)
    gone = digests_gone(on)
    if seen_by.role is Role.COORDINATION:
        remembered = _remembered(seen_by)
        plans = ((one, remembered[one.key]) for one in recipients if one.key in remembered)
    else:
        own = _own_addresses(seen_by)
        mine = (one for one in recipients if one.key in own)
        plans = ((one, [*_waiting(one, on, paused), *_months_to_come(one, on)]) for one in mine)
    found = [mail for one, things in plans for mail in _planned(one, things, on, gone)]
    return tuple(sorted(found, key=lambda mail: (mail.day, mail.hour, mail.to)))


def _own_addresses(actor: Actor) -> set[str]:
    rows = Person.objects.filter(pk=actor.person_id or 0)
    return set(rows.values_list(Lower("email"), flat=True))


def _remembered(actor: Actor) -> dict[str, list[_Coming]]:
    found: dict[str, list[_Coming]] = defaultdict(list)
    for row in REMINDERS.rows("notice.ahead", actor).filter(ended_on=None).order_by("pk"):
        found[row.address].append(_Coming(row.verb, "", "", False, _memory(row)))
    return found


def _memory(row: Reminder) -> Waiting:
    return Waiting(row.seen_on, row.due_on, row.told_on, row.times)


def _waiting(recipient: Recipient, on: date, paused: frozenset[int]) -> Iterator[_Coming]:
    for one in all_that_waits(recipient, day=on, paused=paused):
        kind = one.thing.kind
        url = f"{settings.ADDRESS}{one.thing.path}" if one.thing.place else ""
        yield _Coming(kind.verb, one.thing.said, url, kind.is_legal, one.waiting)


def _months_to_come(recipient: Recipient, on: date) -> Iterator[_Coming]:
    """Who has a commitment under way is asked for its hours once the month is over."""
    month = on.replace(day=1)
    asked_on = statement_asked_on(month)[0]
    due = statement_due_on(month)
    for place in recipient.places:
        if place.actor.role in CARRYING_OUT and _is_running(place):
            about = month_in_full(month)
            yield _Coming("Déclarer les heures", about, "", False, Waiting(asked_on, due))


def _is_running(place: Place) -> bool:
    return COMMITMENTS.rows("commitment.view", place.actor).filter(state=RUNNING).exists()


def _planned(
    recipient: Recipient, things: Iterable[_Coming], on: date, gone: set[str]
) -> Iterator[PlannedMail]:
    """Day by day, as the rounds would do it."""
    left = list(things)
    bodies = [place.name for place in recipient.places]
    names = ", ".join(dict.fromkeys([*bodies, *(one.company for one in recipient.months)]))
    for number in range(DAYS):
        day = on + timedelta(number)
        if not number and recipient.key in gone:
            continue
        told = chosen(left, recipient, day)
        if not told:
            continue
        left = [_moved(one, day) if one in told else one for one in left]
        said = tuple(PlannedThing(one.verb, one.about, one.url, _why(one)) for one in told)
        yield PlannedMail(day, recipient.hour, recipient.address, names, said)


def _moved(one: _Coming, day: date) -> _Coming:
    return _Coming(one.verb, one.about, one.url, one.is_legal, one.waiting.once_told(day))


def _why(one: _Coming) -> str:
    number = one.waiting.times + 1
    first = "première fois" if number == 1 else f"{number}e rappel"
    due = one.waiting.due_on
    return f"{first}, échéance le {in_full(due)}" if due else first
