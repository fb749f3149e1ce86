"""Background entry points: one call each."""

from django.utils.timezone import localdate, now

from perenne.domain.hours import actions
from perenne.domain.hours.actions import importing, mailing
from perenne.kit.actors import HOUSE
from perenne.kit.jobs import A_DAY, every_night, task


@every_night(name="hours.open_months")
def open_months() -> None:
    """From the first of the month on; what a night missed the next one does."""
    actions.open_ended_month(by=HOUSE, on=localdate())


@task(name="hours.send_link", retry=A_DAY)
def send_link(link_id: int) -> None:
    mailing.send_link(link_id=link_id, now=now())


@task(name="hours.read_import", retry=2)
def read_import(import_id: int) -> None:
    importing.read_import(import_id=import_id, by=HOUSE, today=localdate())


@task(name="hours.write_import", retry=2)
def write_import(import_id: int) -> None:
    importing.write_import(import_id=import_id, by=HOUSE, today=localdate())


@every_night(name="hours.finish_imports_left_behind")
def finish_imports_left_behind() -> None:
    importing.finish_left_behind(by=HOUSE, today=localdate())


@every_night(name="hours.look_ahead")
def look_ahead() -> None:
    actions.look_ahead(by=HOUSE, on=localdate())
