"""Background entry points: one call each."""

from datetime import timedelta

from django.utils.timezone import localdate, now

from perenne.domain.directory import actions
from perenne.kit.actors import HOUSE
from perenne.kit.jobs import every_night

FORGOTTEN_AFTER = timedelta(days=7)


@every_night(name="directory.enlist")
def enlist() -> None:
    actions.enlist(by=HOUSE, on=localdate())


@every_night(name="directory.drop_forgotten")
def drop_forgotten() -> None:
    actions.drop_forgotten(by=HOUSE, before=now() - FORGOTTEN_AFTER)
