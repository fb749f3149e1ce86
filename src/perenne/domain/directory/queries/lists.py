"""The lists of structures that an organisation keeps."""

from dataclasses import dataclass

from django.db.models import Count

from perenne.domain.directory.models import SavedStructure
from perenne.domain.directory.policy import LISTS
from perenne.kit.actors import Actor
from perenne.kit.refusals import NotFound


@dataclass(frozen=True, slots=True)
class ListCard:
    """`number`: of structures, those that left the directory since among them."""

    id: int
    name: str
    number: int
    holds: bool = False
    """The structure that was asked about."""


def lists_of(seen_by: Actor, *, holding: int = 0) -> tuple[ListCard, ...]:
    """Two queries at most, in the order of names."""
    rows = LISTS.rows("saved_list.view", seen_by).annotate(number=Count("saved"))
    found = list(rows.order_by("name"))
    held: set[int] = set()
    if holding and found:
        saved = SavedStructure.objects.filter(list__in=found, structure=holding)
        held = set(saved.values_list("list_id", flat=True))
    return tuple(ListCard(row.pk, row.name, row.number, row.pk in held) for row in found)


def list_card(list_id: int, *, seen_by: Actor) -> ListCard:
    """NotFound for the list of somebody else."""
    rows = LISTS.rows("saved_list.view", seen_by).annotate(number=Count("saved"))
    row = rows.filter(pk=list_id).first()
    if row is None:
        raise NotFound(list_id)
    return ListCard(row.pk, row.name, row.number)
