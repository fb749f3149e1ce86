"""Somebody proposed for a need is hired: the need knows it, the hiring stands on the proposal."""

from dataclasses import replace
from datetime import date

from django.db import transaction

from perenne.domain.hirings.actions.planning import NOT_PROPOSED, PlannedHiring, plan_hiring
from perenne.domain.sourcing.actions import hire_candidate
from perenne.domain.sourcing.policy import CANDIDATES
from perenne.domain.sourcing.states import HIRED
from perenne.kit.actors import Actor
from perenne.kit.refusals import Refused


@transaction.atomic
def hire_proposed(*, candidate_id: int, planned: PlannedHiring, by: Actor, on: date) -> int:
    """The id of the hiring. The need is locked before the commitment; its last person fills it.

    Once more for the same person when the hiring before was cancelled.
    """
    rows = CANDIDATES.rows("candidate.view", by).select_related("opening", "file")
    row = rows.filter(pk=candidate_id).first()
    if row is None or row.file.participant_id != planned.participant_id:
        raise Refused(NOT_PROPOSED)
    if row.state != HIRED:
        hire_candidate(candidate_id=candidate_id, by=by, on=on)
    return plan_hiring(
        commitment_id=row.opening.commitment_id,
        planned=replace(planned, candidate_id=candidate_id),
        by=by,
    )
