"""Background entry points: one call each."""

from django.utils.timezone import localdate

from perenne.domain.compliance import actions
from perenne.kit.actors import HOUSE
from perenne.kit.jobs import every_night


@every_night(name="compliance.watch_paces")
def watch_paces() -> None:
    actions.watch_paces(by=HOUSE, on=localdate())
