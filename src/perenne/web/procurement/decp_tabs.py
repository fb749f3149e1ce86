"""What the pages about published data share: who comes in, and the way from one to another."""

from django.urls import reverse_lazy

from perenne.kit.actors import Role
from perenne.kit.pages import Visit
from perenne.kit.refusals import NotFound
from perenne.web.design.menu import MenuItem

TITLE = "Données essentielles"
LEDE = "Ce que les acheteurs publient de leurs contrats, comparé aux clauses suivies ici."
TABS = (
    MenuItem("Écarts", reverse_lazy("decp:gaps")),
    MenuItem("À publier", reverse_lazy("decp:publish")),
    MenuItem("Fichiers lus", reverse_lazy("decp:files")),
)


def for_those_who_follow(request: Visit) -> None:
    """A company or a structure has nothing to see here."""
    if request.actor.role not in {Role.BUYER, Role.FACILITATOR, Role.COORDINATION}:
        raise NotFound(request.path)
