"""What commitments under way would cost if they stopped today, the dearest first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from perenne.domain.assessments.queries.footings import Asked, footings
from perenne.domain.compliance.models.shortfalls import LIVE
from perenne.domain.compliance.policy import SHORTFALLS
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
    followed = _followed((row.id for row in shown.items), seen_by)
    items = [_exposed(row, followed.get(row.id)) for row in shown.items]
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


def _exposed(row: PaceRow, followed: int | None) -> ExposedCommitment:
    standing = standing_in(row.pace.late)
    return ExposedCommitment(
        row.id, row.object, row.buyer, row.lead, standing, row.exposure, followed
    )


def _followed(ids: Iterable[int], seen_by: Actor) -> Mapping[int, int]:
    rows = SHORTFALLS.rows("shortfall.view", seen_by)
    live = rows.filter(state__in=LIVE, commitment__in=list(ids))
    return dict(live.values_list("commitment", "pk"))
