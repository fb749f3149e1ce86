"""Programmes and planned purchases, as they are searched."""

from django.db.models import CharField, Value
from django.db.models.functions import Coalesce

from perenne.domain.programming.policy import PROGRAMMES, PURCHASES
from perenne.domain.programming.states import PurchaseState
from perenne.kit.actors import Actor, Role
from perenne.kit.finding import Ground


def programmes_to_find(actor: Actor) -> tuple[Ground, ...]:
    """A purchase opens where one works on it: its study, or the programme of its buyer."""
    purchases = PURCHASES.rows("purchase.view", actor)
    is_buyer = actor.role is Role.BUYER
    if not is_buyer:
        purchases = purchases.exclude(state=PurchaseState.SCREENED)
    buyer = Coalesce("buyer__name", Value(""), output_field=CharField())
    its_buyer = Coalesce("programme__buyer__name", Value(""), output_field=CharField())
    return (
        Ground(
            "achats",
            "Achats",
            "programming:show" if is_buyer else "programming:study",
            purchases,
            title="object",
            more="programme__title" if is_buyer else its_buyer,
            keys=("programme_id",) if is_buyer else ("pk",),
            code="reference",
        ),
        Ground(
            "programmations",
            "Programmations",
            "programming:show",
            PROGRAMMES.rows("programme.view", actor),
            title="title",
            more=buyer,
        ),
    )
