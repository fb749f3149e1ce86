"""Background entry points: one call each."""

from uuid import UUID

from django.utils.timezone import localdate

from perenne.domain.programming import actions
from perenne.kit.actors import HOUSE
from perenne.kit.jobs import every_night, task


@task(name="programming.screen_programme", retry=2)
def screen_programme(programme_id: str) -> None:
    actions.screen_programme(programme_id=UUID(programme_id), by=HOUSE, today=localdate())


@every_night(name="programming.screen_left_behind")
def screen_left_behind() -> None:
    actions.screen_left_behind(by=HOUSE, today=localdate())


@every_night(name="programming.forget_abandoned")
def forget_abandoned() -> None:
    actions.forget_abandoned(by=HOUSE, today=localdate())


@task(name="programming.compare_programme", retry=2)
def compare_programme(programme_id: str) -> None:
    actions.compare_programme(programme_id=UUID(programme_id), by=HOUSE, today=localdate())


@task(name="programming.cover_absences_now", retry=2)
def cover_absences_now() -> None:
    """An absence was announced or called off: nobody waits for the night."""
    actions.cover_absences(by=HOUSE, today=localdate())


@every_night(name="programming.cover_absences")
def cover_absences() -> None:
    actions.cover_absences(by=HOUSE, today=localdate())
