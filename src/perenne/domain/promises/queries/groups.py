"""Offers to a need beside what their structures have left, and which of them do it together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from perenne.domain.promises.queries.loads import loads_of
from perenne.domain.sourcing.models import Offer
from perenne.domain.sourcing.policy import OPENINGS
from perenne.domain.sourcing.queries.needs import covered_by, found_by, wanted_by
from perenne.domain.sourcing.states import PROPOSED
from perenne.kit.actors import Actor
from perenne.rules.french import typeset
from perenne.rules.promises import Part, group_for
from perenne.values import Hours, Period


@dataclass(frozen=True, slots=True)
class OfferWeight:
    """An offer that waits: `covers` so many hours of the need; `free`: what its structure has left
    of the trade on those days, None when it does not say."""

    offer_id: int
    structure_id: int
    structure: str
    covers: Hours
    free: Hours | None

    @property
    def is_too_much(self) -> bool:
        return self.free is not None and self.free < self.covers

    @property
    def takes(self) -> Hours:
        """What it can be asked for without promising too much."""
        return self.covers if self.free is None else min(self.covers, self.free)

    @property
    def said(self) -> str:
        """ "" when the structure does not say its hours."""
        if self.free is None:
            return ""
        if not self.is_too_much:
            return typeset(f"Il lui reste {self.free.rounded} h sur ces dates.")
        return typeset(
            f"Il ne lui reste que {self.free.rounded} h sur ces dates, pour "
            f"{self.covers.rounded} h proposées : si vous la retenez, les facilitateurs des "
            "contrats concernés sont prévenus."
        )


@dataclass(frozen=True, slots=True)
class Sharing:
    """`together`: the fewest offers that do what is left, when no offer alone does it; each with
    its part."""

    offers: Mapping[int, OfferWeight]
    left: Hours
    together: tuple[OfferWeight, ...]

    @property
    def said(self) -> str:
        parts = (f"{it.structure} {it.takes.rounded} h" for it in self.together)
        return typeset(f"{', '.join(parts)} : ensemble, elles font les {self.left.rounded} h.")


def sharing_of(opening_id: int, *, seen_by: Actor, on: date) -> Sharing | None:
    """For those whose need it is; None when no offer waits. Three queries."""
    rows = Offer.objects.filter(
        solicitation__opening__in=OPENINGS.rows("opening.view", seen_by).filter(pk=opening_id),
        state=PROPOSED,
    )
    waiting = list(rows.select_related("solicitation__structure", "solicitation__opening"))
    if not waiting:
        return None
    need, found = found_by(opening_id)
    left = need.hours - found
    offers = {it.offer_id: it for it in _weighed(waiting, on)}
    parts = [Part(it.offer_id, it.takes) for it in offers.values()]
    group = group_for(left, parts) if left.minutes > 0 else ()
    together = tuple(offers[key] for key in group) if len(group) > 1 else ()
    return Sharing(offers, left, together)


def _weighed(waiting: Iterable[Offer], on: date) -> Iterable[OfferWeight]:
    rows = list(waiting)
    loads = loads_of({it.solicitation.structure_id for it in rows}, on=on)
    for it in rows:
        opening = it.solicitation.opening
        structure = it.solicitation.structure
        load = loads.get(structure.pk)
        days = Period(max(it.starts_on, opening.starts_on), opening.ends_on + timedelta(1))
        yield OfferWeight(
            offer_id=it.pk,
            structure_id=structure.pk,
            structure=structure.name,
            covers=covered_by(wanted_by(opening), it),
            free=load.left(days).get(opening.trade) if load else None,
        )
