"""What every page may print: the committee, the visitor, the menus."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from perenne.web.design.menu import Desk, Place
from perenne.web.desks.menu import menu_of
from perenne.web.site.card.pictures import picture_address
from perenne.web.site.menu import menus


def surroundings(request: HttpRequest) -> dict[str, object]:
    site_menu, legal_menu = menus()
    return {
        "committee": settings.COMMITTEE,
        "carrier": settings.CARRIER,
        "site_menu": site_menu,
        "legal_menu": legal_menu,
        "desk": desk_of(request),
        "picture": picture_address(request.path),
    }


def desk_of(request: HttpRequest) -> Desk | None:
    """The frame of the workspace; None for a visitor, and before the door was passed."""
    seat = getattr(request, "seat", None)
    if seat is None:
        return None
    return Desk(
        organisation=seat.organisation,
        person=str(request.user),
        role=seat.kind_label,
        menu=menu_of(seat.actor.role),
        seats=tuple(Place(one.id, one.organisation, one.id == seat.id) for one in seat.choices),
        switch_url=reverse("organisations:switch"),
        account_url=reverse("account:security"),
    )
