"""What commitments under way would cost if they stopped today, the dearest first."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from perenne.domain.assessments.queries.footings import Asked, Footings, footings, in_order
from perenne.domain.clauses.models import Commitment
from perenne.domain.compliance.models.shortfalls import LIVE
from perenne.domain.compliance.policy import SHORTFALLS
from perenne.domain.compliance.queries.exposures import ExposedCommitment, exposures_in
from perenne.kit.actors import Actor
from perenne.kit.paging import Page
from perenne.values import Euros, Hours

SIZE = 25


@dataclass(frozen=True, slots=True)
class Exposed:
    """Sums of all that is found, whatever the page; `at_risk`: how many lack hours."""

    page: Page[ExposedCommitment]
    total: Euros
    expected: Hours
    counted: Hours
    lacking: Hours
    at_risk: int


def exposed_commitments(
    *, seen_by: Actor, on: date, words: str = "", page: int = 1, size: int = SIZE
) -> Exposed:
    """Of those that have a calendar. Eleven queries, for one or for a thousand."""
    found = footings("exposure.view", seen_by=seen_by, on=on).where(
        Asked(words), expected__isnull=False
    )
    found = Footings(found.kept, tuple(it for it in found.living if it.expected is not None))
    sums, total = found.sums(), found.total()
    ids, number, size = found.page(page, size=size, total=total, by_cost=True)
    items = in_order(
        exposures_in(Commitment.objects.filter(pk__in=ids), on=on), ids, "commitment_id"
    )
    open_on = _followed(ids, seen_by)
    shown = [replace(one, followed=open_on.get(one.commitment_id)) for one in items]
    return Exposed(
        page=Page(shown, number, size, total),
        total=Euros(sums["cents"]),
        expected=Hours(sums["expected"]),
        counted=Hours(sums["counted"]),
        lacking=Hours(sums["lacking"]),
        at_risk=sums["at_risk"],
    )


def _followed(ids: list[int], seen_by: Actor) -> Mapping[int, int]:
    rows = SHORTFALLS.rows("shortfall.view", seen_by).filter(state__in=LIVE, commitment__in=ids)
    return dict(rows.values_list("commitment", "pk"))
