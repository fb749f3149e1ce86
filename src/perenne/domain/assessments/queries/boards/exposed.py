"""What commitments under way would cost if they stopped today, the dearest first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Subquery

from perenne.domain.assessments.queries.footings import Asked, footings
from perenne.domain.clauses.models import Commitment
from perenne.domain.compliance.models.shortfalls import LIVE
from perenne.domain.compliance.policy import COMMITMENTS, SHORTFALLS
from perenne.domain.compliance.queries.exposures import ExposedCommitment
from perenne.domain.compliance.queries.pace import PaceRow
from perenne.domain.compliance.queries.standings import standing_in
from perenne.kit.actors import Actor
from perenne.kit.paging import Page
from perenne.values import Euros, Hours

SIZE = 25


@dataclass(frozen=True, slots=True)
class Exposed:
    """Sums of all that is found, whatever the page; `at_risk`: how many are late."""

    page: Page[ExposedCommitment]
    total: Euros
    lacking: Hours
    at_risk: int


def exposed_commitments(*, seen_by: Actor, on: date, words: str = "", page: int = 1) -> Exposed:
    """Of those that have a calendar. Twelve queries at most, for one or for a thousand."""
    sums, shown = exposed_rows(seen_by=seen_by, on=on, words=words, page=page, size=SIZE)
    opened = _opened((row.id for row in shown.items), seen_by)
    items = [_exposed(row, *opened[row.id]) for row in shown.items]
    return Exposed(
        page=Page(items, shown.number, shown.size, shown.total),
        total=Euros(sums["cents"]),
        lacking=Hours(sums["lacking"]),
        at_risk=sums["late"],
    )


def exposed_rows(
    *, seen_by: Actor, on: date, page: int, size: int, words: str = ""
) -> tuple[dict[str, int], Page[PaceRow]]:
    """The sums of all of them, and a page."""
    every = footings("exposure.view", seen_by=seen_by, on=on)
    found = every.where(Asked(words), with_calendar=True)
    sums = found.sums()
    return sums, found.page(page, size=size, total=sums["number"], by_cost=True)


def _exposed(row: PaceRow, followed: int | None, may_alert: bool) -> ExposedCommitment:
    standing = standing_in(row.pace.late)
    return ExposedCommitment(
        row.id, row.object, row.buyer, row.lead, standing, row.exposure, followed, may_alert
    )


def _opened(ids: Iterable[int], seen_by: Actor) -> Mapping[int, tuple[int | None, bool]]:
    """The shortfall that is open on each, and whether whoever looks may open one."""
    shortfalls = SHORTFALLS.rows("shortfall.view", seen_by)
    live = shortfalls.filter(state__in=LIVE, commitment=OuterRef("pk"))
    its_own = COMMITMENTS.rows("shortfall.open", seen_by).filter(pk=OuterRef("pk"))
    rows = Commitment.objects.filter(pk__in=list(ids)).values_list(
        "pk", Subquery(live.values("pk")[:1]), Exists(its_own)
    )
    return {pk: (followed, may_alert) for pk, followed, may_alert in rows}
