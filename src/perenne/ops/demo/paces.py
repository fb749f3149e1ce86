"""The pace of the demo's commitments: gardens work from March to October, a night has looked."""

from datetime import date

from perenne.domain.clauses.actions import schedule_commitment
from perenne.domain.clauses.queries import commitments_of
from perenne.domain.compliance.actions import watch_paces
from perenne.kit.actors import HOUSE, Actor
from perenne.ops.demo.commitments import FRAMEWORK

GARDENING = range(3, 11)


def paces_are_watched(facilitators: list[Actor], *, today: date) -> None:
    """Each facilitator says the months of gardens; then the house looks, as each night."""
    for facilitator in facilitators:
        for row in commitments_of(seen_by=facilitator, on=today, words=FRAMEWORK).items:
            schedule_commitment(commitment_id=row.id, months=GARDENING, by=facilitator)
    watch_paces(by=HOUSE, on=today)
