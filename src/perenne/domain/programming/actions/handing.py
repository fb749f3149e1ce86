"""A purchase changes hands: by the coordination, or while its facilitator is away."""

from datetime import date

from django.db import transaction

from perenne.domain.coverage.queries import Router, facilitator_router
from perenne.domain.coverage.queries.deciding import Away
from perenne.domain.organisations.models import Kind, Organisation
from perenne.domain.organisations.states import OrganisationState
from perenne.domain.programming.models import PlannedPurchase
from perenne.domain.programming.policy import PURCHASES
from perenne.domain.programming.queries.loads import open_purchases
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.french import in_full

HANDS = ["facilitator", "routing_reason", "stands_in_for"]


@transaction.atomic
def reassign_purchase(*, purchase_id: int, facilitator_id: int, reason: str, by: Actor) -> None:
    """To another facilitator; who stood in, or was away, has nothing to do with it any more."""
    row = PURCHASES.take("purchase.reassign", by, purchase_id)
    there = Organisation.objects.filter(
        pk=facilitator_id,
        kind__in=(Kind.FACILITATOR, Kind.COORDINATION),
        state=OrganisationState.VERIFIED,
    ).first()
    if there is None:
        raise Refused("Choisissez un facilitateur vérifié, ou la coordination.")
    if there.pk == row.facilitator_id:
        raise Refused("Cet achat lui est déjà confié : choisissez un autre facilitateur.")
    why = " ".join(reason.split())
    row.facilitator, row.stands_in_for = there, None
    row.routing_reason = f"Confié par la coordination : {why}"[:500]
    row.save(update_fields=HANDS)
    record("purchase.reassign", row, by=by, reason=why)


def cover_absences(*, by: Actor, today: date) -> int:
    """What waits for a decision goes to who stands in, and back when they are there again.

    Each purchase is a transaction of its own; how many changed hands. Run again, it changes
    nothing. A purchase with a clause stays: its facilitator alone knows where it stands.
    """
    router = facilitator_router(on=today, loads=open_purchases())
    away = {one.body_id: one for one in sorted(router.aways, key=lambda one: one.since)}
    back = PURCHASES.rows("purchase.give_back", by).exclude(stands_in_for__in=away)
    left = PURCHASES.rows("purchase.cover", by).filter(facilitator__in=away)
    moved = sum(_give_back(pk, by) for pk in list(back.values_list("pk", flat=True)))
    return moved + sum(
        _cover(pk, router, away, by) for pk in list(left.values_list("pk", flat=True))
    )


@transaction.atomic
def _give_back(purchase_id: int, by: Actor) -> bool:
    row = _taken("purchase.give_back", purchase_id, by)
    if row is None:
        return False
    row.facilitator, row.stands_in_for = row.stands_in_for, None
    row.routing_reason = "De retour : l’achat revient à qui le suivait."
    row.save(update_fields=HANDS)
    record("purchase.give_back", row, by=by)
    return True


@transaction.atomic
def _cover(purchase_id: int, router: Router, away: dict[int, Away], by: Actor) -> bool:
    row = _taken("purchase.cover", purchase_id, by)
    if row is None or row.facilitator_id not in away:
        return False
    absent = away[row.facilitator_id]
    there = _stand_in(row, router, away)
    if there in {None, row.facilitator_id, row.stands_in_for_id}:
        return False
    until = f" jusqu’au {in_full(absent.until)}" if absent.until else ""
    row.stands_in_for_id = row.stands_in_for_id or row.facilitator_id
    row.facilitator_id = there
    row.routing_reason = f"Le facilitateur de cet achat est absent{until} : vous prenez le relais."
    row.save(update_fields=HANDS)
    record("purchase.cover", row, by=by)
    return True


def _stand_in(row: PlannedPurchase, router: Router, away: dict[int, Away]) -> int | None:
    """The backup that was named; else whoever answers for the place today; else nobody."""
    backup = away[row.facilitator_id or 0].backup
    if backup is not None and backup.id not in away:
        return backup.id
    buyer = row.programme.buyer
    seat = (buyer.commune_id or "") if buyer else ""
    routing = router.route(
        row.place, seat=seat, segment=row.segment, buyer_id=row.programme.buyer_id
    )
    if routing.facilitator is None or routing.facilitator.id in away:
        return None
    return routing.facilitator.id


def _taken(act: str, purchase_id: int, by: Actor) -> PlannedPurchase | None:
    """None when somebody decided on it meanwhile."""
    try:
        return PURCHASES.take(act, by, purchase_id)
    except Refused:
        return None
