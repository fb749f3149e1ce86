"""Background entry points: one call each."""

from django.utils.timezone import now

from perenne.domain.notices import actions
from perenne.kit.actors import HOUSE
from perenne.kit.jobs import all_day


@all_day(name="notices.remind", lock="notices.remind")
def remind() -> None:
    """Each half hour; the rule says in which the people of the place work."""
    actions.remind(by=HOUSE, now=now())
