"""Background entry points: one call each."""

from uuid import UUID

from django.utils.timezone import localdate

from perenne.domain.programming import actions
from perenne.kit.actors import HOUSE
from perenne.kit.jobs import every_night, task


@task(name="programming.screen_programme", retry=2)
def screen_programme(programme_id: str) -> None:
    actions.screen_programme(programme_id=UUID(programme_id), by=HOUSE, today=localdate())


@every_night(name="programming.forget_abandoned")
def forget_abandoned() -> None:
    actions.forget_abandoned(by=HOUSE, today=localdate())
