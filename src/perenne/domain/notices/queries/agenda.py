"""The dates that somebody has to keep: what waits for them, meetings, the end of contracts."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac

from perenne.domain.clauses.policy import COMMITMENTS
from perenne.domain.clauses.queries.targets import targets_of
from perenne.domain.clauses.states import PENDING, RUNNING
from perenne.domain.compliance.policy import REVIEWS
from perenne.domain.compliance.states import ReviewState
from perenne.domain.notices.models import AgendaLink
from perenne.domain.notices.policy import AGENDAS
from perenne.domain.notices.queries.recipients import Place, Recipient, places_of
from perenne.domain.notices.queries.things import things_of
from perenne.domain.organisations.queries.invitations import print_of
from perenne.domain.people.models import Person
from perenne.domain.procurement.policy import CARRYING_OUT
from perenne.kit.actors import Actor, Role
from perenne.kit.calendars import Dated

SEEN_FOR = timedelta(days=400)
"""Contracts that end later are not told yet."""
ENDING = frozenset({Role.BUYER, Role.FACILITATOR, *CARRYING_OUT})
"""Whose contracts end: the coordination has those of everybody, and none of its own."""


def token_of(seed: str) -> str:
    """The secret of the address: the database alone does not make it."""
    return salted_hmac("perenne.agenda", seed, algorithm="sha256").hexdigest()


def agenda_address(actor: Actor) -> str:
    """The whole address of one’s own calendar; empty when none was asked for."""
    row = AGENDAS.rows("agenda.close", actor).first()
    return f"{settings.ADDRESS}{reverse('notices:feed', args=[token_of(row.seed)])}" if row else ""


def holder_of(token: str) -> int | None:
    """The person whose calendar it opens, as long as their account is open."""
    row = AgendaLink.objects.filter(token_print=print_of(token), person__is_active=True).first()
    return row.person_id if row else None


def agenda_of(person_id: int, *, on: date) -> tuple[Dated, ...]:
    """In the order of the days. Nobody is named: a calendar is read over a shoulder.

    For each seat: what waits and has its day (one query), the meetings, the contracts (four).
    """
    person = Person.objects.filter(pk=person_id, is_active=True).first()
    if person is None:
        return ()
    places = places_of(person_id)
    found = {one.key: one for one in _waiting(person.email, places, on)}
    for place in places:
        found |= {one.key: one for one in _meetings(place)}
        found |= {one.key: one for one in _ends(place, on)}
    return tuple(sorted(found.values(), key=lambda one: (str(one.at), one.title)))


def _waiting(address: str, places: tuple[Place, ...], on: date) -> Iterator[Dated]:
    for thing in things_of(Recipient(address, places=places), on=on, paused=frozenset()):
        if thing.due_on is not None:
            key = "/".join(map(str, thing.key))
            title = f"{thing.kind.verb} : {thing.said}" if thing.said else thing.kind.verb
            yield Dated(key, thing.due_on, title, thing.kind.when, _whole(thing.path))


def _meetings(place: Place) -> Iterator[Dated]:
    rows = REVIEWS.rows("review.view", place.actor).filter(
        state=ReviewState.PLANNED, meets_at__isnull=False
    )
    for row in rows.select_related("commitment__contract"):
        title = f"Réunion de suivi : « {row.commitment.contract.object} »"
        page = _whole(reverse("reviews:show", args=[row.pk]))
        yield Dated(f"review/{row.pk}", row.meets_at, title, url=page, place=row.place)


def _ends(place: Place, on: date) -> Iterator[Dated]:
    if place.actor.role not in ENDING:
        return
    rows = COMMITMENTS.rows("commitment.view", place.actor).filter(state__in=[PENDING, RUNNING])
    objects = dict(rows.values_list("pk", "contract__object"))
    for pk, target in targets_of(objects, on=on).items():
        if target.period and on <= target.period.ends_on <= on + SEEN_FOR:
            title = f"Fin d’exécution : « {objects[pk]} »"
            page = _whole(reverse("clauses:commitment", args=[pk]))
            yield Dated(f"end/{pk}", target.period.ends_on, title, url=page)


def _whole(path: str) -> str:
    return f"{settings.ADDRESS}{path}"
