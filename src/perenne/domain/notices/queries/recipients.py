"""Who may be reminded on a day: people by their seats, boxes of organisations, contacts of parties.

Whoever is away is left alone, and nobody is written to for a body that is: what its backup may do
meanwhile waits for the backup itself (`programming.actions.cover_absences`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from perenne.domain.coverage.models import Absence
from perenne.domain.coverage.queries.routing import absences_on
from perenne.domain.hours.queries.awaited import AwaitedMonth, months_awaited
from perenne.domain.notices.models import Inbox, Preference
from perenne.domain.notices.queries.preferences import usual_rhythm
from perenne.domain.notices.states import DAILY, Rhythm
from perenne.domain.organisations.models import Seat
from perenne.domain.organisations.states import is_admitted
from perenne.domain.procurement.models import Suspension
from perenne.kit.actors import Actor, Role
from perenne.rules.notices import FIRST_HOUR
from perenne.rules.practice import USUAL


@dataclass(frozen=True, slots=True)
class Place:
    """A body for which the address answers. `by_link`: it declares by a link of its own too."""

    actor: Actor
    organisation_id: int
    name: str
    by_link: bool = False


@dataclass(frozen=True, slots=True)
class Recipient:
    """One address, whatever brings it here. `months`: those it declares without an account."""

    address: str
    rhythm: Rhythm = DAILY
    hour: int = USUAL.of(FIRST_HOUR)
    places: tuple[Place, ...] = ()
    months: tuple[AwaitedMonth, ...] = ()

    @property
    def key(self) -> str:
        return self.address.lower()

    def with_more(self, other: "Recipient") -> "Recipient":
        """The same address for another reason: the most often, the earliest, everything once."""
        order = list(Rhythm)
        return replace(
            self,
            rhythm=min(self.rhythm, other.rhythm, key=order.index),
            hour=min(self.hour, other.hour),
            places=_once((*self.places, *other.places)),
            months=(*self.months, *other.months),
        )


def _once(places: Iterable[Place]) -> tuple[Place, ...]:
    """A body whose box is the address of one of its people is one place."""
    found: dict[int, Place] = {}
    for place in sorted(places, key=lambda place: not place.by_link):
        found.setdefault(place.organisation_id, place)
    return tuple(found.values())


def places_of(person_id: int) -> tuple[Place, ...]:
    """Every body of a person, away or not."""
    seats = Seat.objects.select_related("organisation").filter(person_id=person_id).order_by("pk")
    return tuple(_place(seat, by_link=False) for seat in seats)


def paused_on(day: date) -> frozenset[int]:
    """The contracts that are suspended: nobody is reminded of what waits in them."""
    current = Q(since__lte=day) & (Q(until=None) | Q(until__gte=day))
    return frozenset(Suspension.objects.filter(current).values_list("contract_id", flat=True))


def recipients_on(day: date, *, paused: frozenset[int]) -> tuple[Recipient, ...]:
    """In the order of their addresses; nine queries, however many they are."""
    seats = list(
        Seat.objects.select_related("person", "organisation")
        .filter(person__is_active=True)
        .order_by("pk")
    )
    boxes = {box.organisation_id: box for box in Inbox.objects.all()}
    chosen = {one.person_id: one for one in Preference.objects.all()}
    away = {
        (one.facilitator_id, one.person_id)
        for one in Absence.objects.filter(person__isnull=False, since__lte=day).filter(
            Q(until=None) | Q(until__gte=day)
        )
    }
    present = [seat for seat in seats if (seat.organisation_id, seat.person_id) not in away]
    empty = {one.body_id for one in absences_on(day)}
    here = [seat for seat in present if seat.organisation_id not in empty]
    found = [
        *(_of_seat(seat, chosen, seat.organisation_id in boxes) for seat in here),
        *_of_boxes(here, boxes),
        *(Recipient(one.email, months=(one,)) for one in months_awaited(on=day, paused=paused)),
    ]
    return _by_address(found)


def _of_seat(seat: Seat, chosen: Mapping[int, Preference], has_inbox: bool) -> Recipient:
    own = chosen.get(seat.person_id)
    usual = usual_rhythm(is_admin=seat.is_admin, has_inbox=has_inbox)
    return Recipient(
        seat.person.email,
        Rhythm(own.rhythm) if own else usual,
        own.hour if own else USUAL.of(FIRST_HOUR),
        (_place(seat, by_link=True),),
    )


def _of_boxes(here: Iterable[Seat], boxes: Mapping[int, Inbox]) -> Iterator[Recipient]:
    """What waits for a body is asked for in the place of its first administrator."""
    done = set()
    for seat in sorted(here, key=lambda seat: not seat.is_admin):
        box, body = boxes.get(seat.organisation_id), seat.organisation
        if box is None or body.pk in done or not body.email:
            continue
        done.add(body.pk)
        yield Recipient(body.email, Rhythm(box.rhythm), box.hour, (_place(seat, by_link=False),))


def _place(seat: Seat, *, by_link: bool) -> Place:
    actor = Actor(_role(seat), seat.person_id, seat.organisation_id)
    return Place(actor, seat.organisation_id, seat.organisation.name, by_link)


def _role(seat: Seat) -> Role:
    body = seat.organisation
    return Role(body.kind) if is_admitted(body.kind, body.state) else Role.WAITING


def _by_address(found: Iterable[Recipient]) -> tuple[Recipient, ...]:
    by_key: dict[str, Recipient] = {}
    for one in found:
        known = by_key.get(one.key)
        by_key[one.key] = known.with_more(one) if known else one
    return tuple(by_key[key] for key in sorted(by_key))
