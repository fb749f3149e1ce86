"""The pace of the commitments that one follows: the gravest first, those with the greatest gap."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from perenne.domain.assessments.queries.footings import Asked, Footings, footings, in_order
from perenne.domain.clauses.models import Commitment
from perenne.domain.compliance.queries.pace import PaceRow, pace_rows
from perenne.domain.organisations.models import Organisation
from perenne.domain.territories.models import Epci
from perenne.kit.actors import Actor
from perenne.kit.paging import Page
from perenne.rules.pace import Level

SIZE = 30


@dataclass(frozen=True, slots=True)
class PaceBoard:
    """`levels`: of what fits, whatever its level; the others: names by key, of all there is."""

    page: Page[PaceRow]
    levels: Counter[Level]
    facilitators: Mapping[int, str]
    buyers: Mapping[int, str]
    epcis: Mapping[str, str]


def pace_board(asked: Asked, *, seen_by: Actor, on: date, page: int = 1) -> PaceBoard:
    """Fourteen queries, for one commitment or for a thousand."""
    every = footings("pace.view", seen_by=seen_by, on=on)
    levels = every.where(replace(asked, level=None)).levels()
    total = levels.total() if asked.level is None else levels[asked.level]
    ids, number, size = every.where(asked).page(page, size=SIZE, total=total)
    rows = pace_rows(Commitment.objects.filter(pk__in=ids), on=on)
    return PaceBoard(
        page=Page(in_order(rows, ids, "id"), number, size, total),
        levels=levels,
        facilitators=_named(every, "facilitator_id"),
        buyers=_named(every, "buyer_id"),
        epcis=dict(Epci.objects.filter(pk__in=every.keys("epci")).values_list("code", "name")),
    )


def _named(every: Footings, column: str) -> dict[int, str]:
    rows = Organisation.objects.filter(pk__in=every.keys(column))
    return dict(rows.values_list("pk", "name"))
