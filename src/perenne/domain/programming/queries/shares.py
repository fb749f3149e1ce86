"""Lines under the legal duty, by buyer: compliant, justified, silent."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F

from perenne.domain.programming.models import PlannedPurchase
from perenne.domain.programming.policy import PROGRAMMES
from perenne.domain.programming.queries.following import last_versions
from perenne.domain.programming.queries.programmes import TALLY, share_of
from perenne.kit.actors import Actor, Role
from perenne.kit.paging import Page, page_of
from perenne.kit.refusals import NotFound


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One programme of one buyer: the last version of its year."""

    programme_id: UUID
    title: str
    buyer: str
    year: int | None
    under_duty: int
    compliant: int
    justified: int
    silent: int

    @property
    def answered_share(self) -> str:
        """Compliant or justified."""
        return share_of(self.compliant + self.justified, self.under_duty)


def shares_by_buyer(*, seen_by: Actor, page: int = 1) -> Page[ShareRow]:
    """Most silent first. For the coordination alone; two queries."""
    if seen_by.role is not Role.COORDINATION:
        raise NotFound
    seen = PROGRAMMES.rows("programme.report", seen_by).filter(last_versions())
    purchases: Any = PlannedPurchase.objects.filter(programme__in=seen)
    rows = (
        purchases
        .values("programme_id", title=F("programme__title"), year=F("programme__year"),
                buyer=F("programme__buyer__name"))
        .annotate(**{name: TALLY[name] for name in COUNTED})
        .order_by("-silent", "buyer", "programme_id")
    )  # fmt: skip
    return page_of(rows, page, size=30, card_of=_row)


COUNTED = ("under_duty", "compliant", "justified", "silent")


def _row(row: Any) -> ShareRow:
    return ShareRow(**row)
