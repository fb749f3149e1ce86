"""Too much promised: what the facilitators of both contracts read, on their desk and their pages.

Nothing is blocked: a structure may find people. Both are told, and whom to call.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import BigIntegerField, Case, CharField, DateField, Value, When

from perenne.domain.directory.models import Structure
from perenne.domain.promises.models import PromiseSeen
from perenne.domain.promises.policy import PROMISES
from perenne.domain.promises.queries.loads import (
    Load,
    loads_of,
    structures_promised_to,
    structures_under,
)
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
    """On the page of a commitment, for who may read the promises of those structures."""
    pledged = structures_under(commitment_id, on=on)
    if not pledged:
        return ()
    seen = PROMISES.rows("promise.view", seen_by).filter(pk__in=pledged)
    loads = loads_of(seen.values_list("pk", flat=True), on=on)
    return tuple(
        PromiseWarning(load.structure_id, load.name, load.overloads[0], _others(load, seen_by))
        for load in loads.values()
        if commitment_id in load.concerned()
    )


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
    loads = _unread(actor.organisation_id, on)
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


def _unread(facilitator_id: int, on: date) -> tuple[Load, ...]:
    loads = loads_of(structures_promised_to(facilitator_id, on=on), on=on)
    too_much = [
        load
        for load in loads.values()
        if any(it.facilitator_id == facilitator_id and it.commitment_id in load.concerned()
               for it in load.pledges)
    ]  # fmt: skip
    seen = _seen(facilitator_id, (load.structure_id for load in too_much))
    return tuple(it for it in too_much if it.most.minutes > seen.get(it.structure_id, 0))


def _seen(facilitator_id: int, structures: Iterable[int]) -> dict[int, int]:
    rows = PromiseSeen.objects.filter(facilitator=facilitator_id, structure__in=list(structures))
    return dict(rows.values_list("structure", "minutes_per_month"))


def _by_structure(told: dict[int, object], field: object) -> Case:
    whens = [When(pk=pk, then=Value(said)) for pk, said in told.items()]
    return Case(*whens, output_field=field)  # type: ignore[arg-type]
