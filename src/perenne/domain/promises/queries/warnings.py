"""Too much promised: what the facilitators of both contracts read, on their desk and their pages.

Nothing is blocked: a structure may find people. Both are told, and whom to call.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, Case, CharField, DateField, Field, Value, When

from perenne.domain.directory.models import Structure
from perenne.domain.procurement.policy import FOLLOWING
from perenne.domain.promises.queries.facts import promised_to
from perenne.domain.promises.queries.loads import Load, loads_of
from perenne.kit.actors import Actor, Role
from perenne.kit.errands import Source, source
from perenne.rules.promises import Overload
from perenne.values import ErrandKind

TO_SETTLE = ErrandKind(
    "Revoir ce qu’une structure a promis", "Engagements", "promises:show", "À partir du"
)


@dataclass(frozen=True, slots=True)
class PromiseWarning:
    """A structure that promised too much, as the page of one of its contracts says it. `with_whom`:
    the other facilitators concerned."""

    structure_id: int
    structure: str
    overload: Overload
    with_whom: tuple[str, ...]


def warnings_under(commitment_id: int, *, seen_by: Actor, on: date) -> tuple[PromiseWarning, ...]:
    """On the page of a commitment, for who follows it. One query, none for the others."""
    if not _reads_all(seen_by):
        return ()
    loads = loads_of(promised_to(on, _id=commitment_id), on=on)
    return warnings_of(loads.values(), commitment_id, seen_by)


def warnings_of(
    loads: Iterable[Load], commitment_id: int, seen_by: Actor
) -> tuple[PromiseWarning, ...]:
    """Of the structures of a need or of a commitment; nothing for a company."""
    if not _reads_all(seen_by):
        return ()
    return tuple(
        PromiseWarning(load.structure_id, load.name, load.overloads[0], _others(load, seen_by))
        for load in loads
        if commitment_id in load.concerned()
    )


def _reads_all(actor: Actor) -> bool:
    """Whoever follows the contract may read what is promised to it."""
    return actor.role in FOLLOWING


def _others(load: Load, seen_by: Actor) -> tuple[str, ...]:
    concerned = load.concerned()
    names = {
        it.facilitator
        for it in load.pledges
        if it.commitment_id in concerned and it.facilitator_id != seen_by.organisation_id
    }
    return tuple(sorted(names))


def errands_of_promises(actor: Actor, on: date) -> tuple[Source, ...]:
    """One for each structure that promised too much to a contract of theirs, until they have read
    it; once more when it promises more."""
    if actor.role is not Role.FACILITATOR or actor.organisation_id is None:
        return ()
    theirs = promised_to(on, __contract__facilitator=actor.organisation_id)
    every = loads_of(theirs, on=on).values()
    loads = [load for load in every if load.is_news_for(actor.organisation_id)]
    if not loads:
        return ()
    first = {load.structure_id: load.overloads[0] for load in loads}
    rows = Structure.objects.filter(pk__in=first)
    told = source(
        rows,
        TO_SETTLE,
        key="pk",
        about="name",
        who=_by_structure({pk: it.said for pk, it in first.items()}, CharField()),
        minutes=_by_structure({pk: it.over.minutes for pk, it in first.items()}, BigIntegerField()),
        due=_by_structure({pk: it.days.start for pk, it in first.items()}, DateField()),
    )
    return (told,)


def _by_structure(told: Mapping[int, object], field: "Field[Any, Any]") -> Case:
    whens = [When(pk=pk, then=Value(said)) for pk, said in told.items()]
    return Case(*whens, output_field=field)
