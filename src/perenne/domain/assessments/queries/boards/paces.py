"""The pace of the commitments that one follows: the gravest first, those with the greatest gap."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import CharField, F
from django.db.models.functions import Cast

from perenne.domain.assessments.queries.footings import Asked, footings
from perenne.domain.compliance.queries.pace import PaceRow
from perenne.domain.organisations.models import Organisation
from perenne.domain.territories.models import Epci
from perenne.kit.actors import Actor
from perenne.kit.paging import Page
from perenne.rules.pace import Level

SIZE = 30


@dataclass(frozen=True, slots=True)
class PaceBoard:
    """`levels`: of what fits, whatever its level; the others: names by key, of all there is."""

    page: Page[PaceRow]
    levels: Counter[Level]
    facilitators: Mapping[str, str]
    buyers: Mapping[str, str]
    epcis: Mapping[str, str]


def pace_board(asked: Asked, *, seen_by: Actor, on: date, page: int = 1) -> PaceBoard:
    """Thirteen queries at most, for one commitment or for a thousand."""
    every = footings("pace.view", seen_by=seen_by, on=on)
    levels = every.where(replace(asked, level=None)).levels()
    total = levels.total() if asked.level is None else levels[asked.level]
    facilitators, buyers, epcis = every.keys("facilitator_id", "buyer_id", "epci")
    names = _names(facilitators | buyers, epcis)
    return PaceBoard(
        page=every.where(asked).page(page, size=SIZE, total=total),
        levels=levels,
        facilitators={key: names.get(key, "") for key in facilitators},
        buyers={key: names.get(key, "") for key in buyers},
        epcis={key: names.get(key, "") for key in epcis if key},
    )


def _names(organisations: set[str], epcis: set[str]) -> dict[str, str]:
    """No number of an organisation has the nine digits of an EPCI."""
    bodies = Organisation.objects.filter(pk__in=organisations).order_by()
    places = Epci.objects.filter(pk__in=epcis).order_by()
    key = Cast(F("pk"), CharField())
    told = bodies.annotate(key=key).values_list("key", "name")
    return dict(told.union(places.annotate(key=key).values_list("key", "name"), all=True))
