"""Background entry points: one call each."""

from django.utils.timezone import localdate

from perenne.domain.hours import actions
from perenne.kit.actors import HOUSE
from perenne.kit.jobs import every_night


@every_night(name="hours.look_ahead")
def look_ahead() -> None:
    actions.look_ahead(by=HOUSE, on=localdate())
