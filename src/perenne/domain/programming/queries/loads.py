"""How much each facilitator has to study: between equals, the router spares the busiest."""

from django.db.models import Count

from perenne.domain.programming.models import PlannedPurchase
from perenne.domain.programming.states import PurchaseState


def open_purchases() -> dict[int, int]:
    """Facilitator → purchases received that wait for a decision."""
    rows = (
        PlannedPurchase.objects.filter(state=PurchaseState.RECEIVED)
        .exclude(facilitator=None)
        .values_list("facilitator_id")
        .annotate(Count("pk"))
        .order_by()
    )
    return dict(rows)
