"""Whom to name in the annex: the facilitator of the commune, as the territory says."""

from __future__ import annotations

from datetime import date

from perenne.domain.coverage.queries import facilitator_router
from perenne.domain.organisations.queries import contact_at
from perenne.domain.programming.queries import open_purchases
from perenne.kit.refusals import NotFound
from perenne.rules.segments import SegmentFinding
from perenne.rules.wording import Facilitator

NOBODY = Facilitator("", "", "", "")


def facilitator_for(place: str, finding: SegmentFinding, *, on: date) -> Facilitator:
    """Blank where no commune was said or recognised, or where nobody sits."""
    if not place:
        return NOBODY
    router = facilitator_router(on=on, loads=open_purchases())
    commune = router.commune_in(place)
    if commune is None:
        return NOBODY
    segment = finding.segment.value if finding.segment else ""
    body = router.at(commune, "", segment).facilitator
    if body is None:
        return NOBODY
    try:
        known = contact_at(body.id)
    except NotFound:
        return Facilitator("", body.name, "", "")
    return Facilitator(known.name, known.organisation, known.email, known.phone)
