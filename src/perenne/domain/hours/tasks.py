"""Background entry points: one call each."""

from django.utils.timezone import localdate

from perenne.domain.hours import actions
from perenne.domain.hours.actions import importing
from perenne.kit.actors import HOUSE
from perenne.kit.jobs import every_night, task


@task(name="hours.read_import", retry=2)
def read_import(import_id: int) -> None:
    importing.read_import(import_id=import_id, by=HOUSE, today=localdate())


@task(name="hours.write_import", retry=2)
def write_import(import_id: int) -> None:
    importing.write_import(import_id=import_id, by=HOUSE, today=localdate())


@every_night(name="hours.look_ahead")
def look_ahead() -> None:
    actions.look_ahead(by=HOUSE, on=localdate())
