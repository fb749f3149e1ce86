"""How much each facilitator has to study: between equals, the router spares the busiest."""

from django.db.models import Count

from perenne.domain.organisations.models import Kind, Organisation
from perenne.domain.organisations.states import OrganisationState
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


def takers(but: int | None) -> tuple[tuple[int, str], ...]:
    """Who may be given a purchase: verified facilitators, then the coordination."""
    kinds = (Kind.FACILITATOR, Kind.COORDINATION)
    rows = Organisation.objects.filter(kind__in=kinds, state=OrganisationState.VERIFIED)
    found = rows.exclude(pk=but or 0).order_by("-kind", "name", "pk")
    return tuple(found.values_list("pk", "name"))
