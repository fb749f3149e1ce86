"""How one came to a statement: from a desk, or by the link of a mail. The same pages serve both."""

from dataclasses import dataclass

from django.urls import reverse

from perenne.kit.actors import Actor, Role
from perenne.kit.pages import Visit


@dataclass(frozen=True, slots=True)
class Way:
    """`token` is empty at a desk. `actor` is whoever the policies are asked about: by a link, a
    visitor who holds it, whoever is signed in beside."""

    actor: Actor
    statement_id: int
    token: str = ""

    @property
    def is_link(self) -> bool:
        return bool(self.token)

    @property
    def frame(self) -> str:
        return "design/site.html" if self.token else "design/desk.html"

    @property
    def here(self) -> str:
        return self._address("statement", "by_link")

    @property
    def nothing(self) -> str:
        return self._address("nothing", "nothing_by_link")

    @property
    def take_back(self) -> str:
        return self._address("take_back", "take_back_by_link")

    def days(self, hiring_id: int, kind: str) -> str:
        return self._address("days", "days_by_link", hiring_id, kind)

    def _address(self, at_desk: str, by_link: str, *more: object) -> str:
        if self.token:
            return reverse(f"hours:{by_link}", args=[self.token, *more])
        return reverse(f"hours:{at_desk}", args=[self.statement_id, *more])


def at_desk(request: Visit, statement_id: int) -> Way:
    return Way(request.actor, statement_id)


def with_link(token: str, statement_id: int) -> Way:
    """Nothing else of its holder goes with it: neither their space, nor their other drafts."""
    return Way(Actor(Role.VISITOR, visitor_key=token), statement_id, token)
