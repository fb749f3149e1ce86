"""Globalisations of the demo: the last one waits to be read, those before it are applied.

They stand on the hours that the chapters before have validated; where these leave nothing over,
there is nothing to propose.
"""

from datetime import date

from perenne.domain.hours.actions import approve_plan, look_ahead, propose_plan
from perenne.domain.hours.queries.plan_lists import companies_waiting
from perenne.kit.actors import HOUSE, Actor
from perenne.kit.refusals import Refused


def globalisations_are_proposed(facilitators: list[Actor], *, today: date) -> int:
    """Company by company; how many proposals were made."""
    made: list[tuple[int, Actor]] = []
    for facilitator in facilitators:
        for company in companies_waiting(seen_by=facilitator):
            try:
                plan_id = propose_plan(by=facilitator, on=today, siret=company.siret)
            except Refused:
                continue
            for earlier, by in made[-1:]:
                approve_plan(plan_id=earlier, by=by, on=today)
            made.append((plan_id, facilitator))
    look_ahead(by=HOUSE, on=today)
    return len(made)
