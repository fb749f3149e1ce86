"""What waits for somebody at a body, of every app: the desk shows it, digests tell it."""

from collections.abc import Collection
from datetime import date
from functools import lru_cache

from perenne.domain.notices.queries.sources import ASK_FIRST, ERRANDS
from perenne.kit.actors import Actor
from perenne.kit.errands import Gathering, gather
from perenne.kit.tenancy import current_committee
from perenne.values import Errand


def waiting_for(
    actor: Actor, *, on: date, paused: Collection[int] = frozenset()
) -> tuple[Errand, ...]:
    """One query, two where promises wait. What waits in a contract of `paused` is left out, but
    for what a right stands on.
    """
    living = gather(
        (source for errands in ASK_FIRST for source in errands(actor, on)), paused=paused
    )
    return (*said_once(actor, on, current_committee()).errands(paused=paused), *living)


@lru_cache(maxsize=256)
def said_once(actor: Actor, on: date, committee: str) -> Gathering:
    """To say forty sources in SQL takes longer than to ask them: once a person and a day."""
    still = (errands for errands in ERRANDS if errands not in ASK_FIRST)
    return Gathering.of(source for errands in still for source in errands(actor, on))
