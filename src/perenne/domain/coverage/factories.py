from datetime import date

from perenne.domain.coverage.models import Absence, Coverage
from perenne.kit.actors import Actor


def new_coverage(facilitator: Actor, **place: object) -> Coverage:
    return Coverage.objects.create(**{"facilitator_id": facilitator.organisation_id, **place})


def new_absence(facilitator: Actor, since: date, **facts: object) -> Absence:
    return Absence.objects.create(
        **{"facilitator_id": facilitator.organisation_id, "since": since, **facts}
    )
