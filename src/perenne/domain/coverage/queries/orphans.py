"""How many communes nobody answers for: counted by the database, for a page that says no more."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from perenne.domain.coverage.models import Coverage
from perenne.domain.coverage.queries.areas import admitted
from perenne.domain.organisations.states import OrganisationState
from perenne.domain.territories.models import Commune
from perenne.kit.actors import Actor
from perenne.kit.tenancy import current_committee


def orphan_communes(*, on: date, seen_by: Actor) -> int:
    """Those that the report calls orphans: no area in force for any purchase of any buyer.

    For the coordination; one query, where the report reads every place and every area.
    """
    admitted("coverage.report", seen_by)
    here = (
        Q(commune=OuterRef("pk"))
        | Q(epci=OuterRef("epci"))
        | Q(department_code=OuterRef("department_code"))
    )
    in_force = Coverage.objects.filter(
        here,
        Q(since=None) | Q(since__lte=on),
        Q(until=None) | Q(until__gte=on),
        facilitator__state=OrganisationState.VERIFIED,
        buyer=None,
        segments=[],
    )
    at_home = Commune.objects.filter(department_code=current_committee().upper())
    return at_home.exclude(Exists(in_force)).count()
