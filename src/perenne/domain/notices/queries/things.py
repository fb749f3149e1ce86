"""What waits for one address now: the errands of its bodies and the months of its companies."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from perenne.domain.hours.queries.awaited import AwaitedMonth
from perenne.domain.notices.queries.recipients import Place, Recipient
from perenne.domain.notices.queries.waiting import waiting_for
from perenne.rules.deadlines import statement_due_on
from perenne.rules.french import of_month
from perenne.values import Errand, ErrandKind

BY_LINK = ErrandKind("Déclarer les heures", "Heures", "hours:by_link", "À déclarer au plus tard")
DECLARED_BY_LINK = {"hours:statement", "hours:by_link"}


@dataclass(frozen=True, slots=True)
class Thing:
    """One errand of one address. `place` is None for who has no account."""

    kind: ErrandKind
    keys: tuple[str, ...]
    about: str
    who: str
    due_on: date | None
    contract_id: int | None
    facilitator_id: int | None
    place: Place | None

    @property
    def key(self) -> tuple[int | None, str, str, str]:
        """What tells it apart among those of an address, as a reminder keeps it."""
        body = self.place.organisation_id if self.place else None
        return body, self.kind.address, self.kind.verb, "/".join(self.keys)

    @property
    def statement_id(self) -> int | None:
        """Of a month that a link of their own declares too."""
        return int(self.keys[0]) if self.kind.address in DECLARED_BY_LINK else None

    @property
    def said(self) -> str:
        """What a mail says of it; a name of somebody is read on the page alone."""
        if self.kind.is_private:
            return f"n° {self.keys[0]}"
        is_month = self.kind.address in DECLARED_BY_LINK
        return self.about if is_month or not self.about else f"« {self.about} »"

    @property
    def path(self) -> str:
        """Of the page where it is done, for whoever has a seat."""
        return reverse(self.kind.address, args=self.keys) + self.kind.tail


def things_of(recipient: Recipient, *, on: date, paused: frozenset[int]) -> tuple[Thing, ...]:
    """One query for each body of the address."""
    return (
        *(thing for place in recipient.places for thing in _of_place(place, on, paused)),
        *(_of_month(month) for month in recipient.months),
    )


def _of_place(place: Place, on: date, paused: frozenset[int]) -> Iterator[Thing]:
    for errand in waiting_for(place.actor, on=on, paused=paused):
        yield _of_errand(errand, place)


def _of_errand(errand: Errand, place: Place) -> Thing:
    return Thing(
        errand.kind,
        errand.keys,
        errand.about,
        errand.who,
        errand.due_on,
        errand.contract,
        errand.facilitator,
        place,
    )


def _of_month(month: AwaitedMonth) -> Thing:
    objects = " et ".join(f"« {one} »" for one in month.contracts)
    return Thing(
        BY_LINK,
        (str(month.statement_id),),
        f"{of_month(month.month).removeprefix('de ').removeprefix('d’')}, {objects}",
        month.company,
        statement_due_on(month.month),
        month.contract_id,
        month.facilitator_id,
        None,
    )
