"""Offers to a need beside what their structures have left, and which of them do it together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from perenne.domain.promises.queries.loads import Load, loads_of
from perenne.domain.promises.queries.warnings import PromiseWarning, warnings_of
from perenne.domain.sourcing.queries import AskedCard, Need, OfferCard, OpeningCard
from perenne.domain.sourcing.states import KEPT, PROPOSED
from perenne.kit.actors import Actor
from perenne.rules.french import listed, typeset
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
        rest = f"que {self.free.rounded} h" if self.free else "rien"
        return typeset(
            f"Il ne lui reste {rest} sur ces dates, pour "
            f"{self.covers.rounded} h proposées : si vous la retenez, les facilitateurs des "
            "contrats concernés sont prévenus."
        )


@dataclass(frozen=True, slots=True)
class Sharing:
    """`offers`: those that wait, by number. `together`: the fewest that do what is `left`, when no
    offer alone does it. `warnings`: structures of kept offers that promised too much."""

    offers: Mapping[int, OfferWeight]
    left: Hours
    together: tuple[OfferWeight, ...]
    warnings: tuple[PromiseWarning, ...]

    @property
    def said(self) -> str:
        parts = [f"{it.structure} ({it.takes.rounded} h)" for it in self.together]
        return typeset(f"{listed(parts)} font ensemble les {self.left.rounded} h qui manquent.")


def sharing_in(card: OpeningCard, *, seen_by: Actor, on: date) -> Sharing:
    """Of a need as whoever opened it reads it. One query."""
    made = [(one, one.offer) for one in card.offers if one.offer is not None]
    loads = loads_of([one.structure_id for one, _ in made], on=on) if made else {}
    waiting = {
        offer.id: _weighed(one, offer, card.need, loads.get(one.structure_id))
        for one, offer in made
        if offer.state is PROPOSED
    }
    parts = [Part(it.offer_id, it.takes) for it in waiting.values()]
    group = group_for(card.left, parts) if card.left.minutes > 0 else ()
    kept = [loads[one.structure_id] for one, offer in made if offer.state is KEPT]
    return Sharing(
        waiting,
        card.left,
        tuple(waiting[key] for key in group) if len(group) > 1 else (),
        warnings_of(kept, card.need.commitment_id, seen_by),
    )


def _weighed(one: AskedCard, offer: OfferCard, need: Need, load: Load | None) -> OfferWeight:
    days = Period(max(offer.starts_on, need.starts_on), need.ends_on + timedelta(1))
    return OfferWeight(
        offer_id=offer.id,
        structure_id=one.structure_id,
        structure=one.structure,
        covers=offer.covers,
        free=load.left(days).get(need.trade) if load else None,
    )
