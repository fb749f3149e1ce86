"""The boards of whoever follows: facilitators see their own, the coordination all of them."""

from django.urls import reverse

from perenne.domain.procurement.policy import FOLLOWING
from perenne.kit.pages import Visit
from perenne.kit.refusals import NotFound
from perenne.web.design.menu import MenuItem

BOARDS = (
    ("Charge", "boards:loads"),
    ("Ce qui attend", "boards:waiting"),
    ("Relevés en retard", "boards:late"),
    ("Segments d’achat", "boards:segments"),
)


def for_those_who_follow(request: Visit) -> None:
    if request.actor.role not in FOLLOWING:
        raise NotFound(request.actor.role)


def tabs_of(path: str) -> tuple[MenuItem, ...]:
    return tuple(
        MenuItem(label, reverse(name), current=path == reverse(name)) for label, name in BOARDS
    )
