"""Who works somewhere, and how far everybody is from there.

Distances are straight lines on a flat map, true to a hundredth at the size of a département:
a millionth of a degree of latitude is 0.11132 m, one of longitude the less as one goes north.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from django.db.models import Case, Exists, Expression, F, FloatField, OuterRef, Q, Value, When
from django.db.models.functions import Cast, Sqrt

from perenne.domain.directory.models import Structure, StructureArea
from perenne.domain.territories.queries import CommuneCard, EpciCard, centres_of

METRES, KM = 0.11132, 1_000


@dataclass(frozen=True, slots=True)
class Place:
    """A commune, several that share a postcode, or an EPCI; its centre in millionths of degrees."""

    name: str
    communes: tuple[str, ...]
    epcis: tuple[str, ...]
    department: str
    latitude: int | None = None
    longitude: int | None = None

    @property
    def short(self) -> str:
        """Of many communes, the first three."""
        names = self.name.split(", ")
        return self.name if len(names) < 4 else f"{', '.join(names[:3])}…"

    @property
    def is_drawn(self) -> bool:
        return self.latitude is not None


def place_of_communes(communes: Sequence[CommuneCard], epci: EpciCard | None = None) -> Place:
    """One query. Where an EPCI is meant, `communes` are all of its own."""
    codes = tuple(commune.insee_code for commune in communes)
    centres = tuple(centres_of(codes).values())
    name = epci.name if epci else ", ".join(commune.name for commune in communes)
    epcis = tuple(sorted({commune.epci_code for commune in communes if commune.epci_code}))
    at = [sum(axis) // len(centres) for axis in zip(*centres, strict=True)] if centres else None
    department = communes[0].department_code if communes else ""
    return Place(name, codes, epcis, department, *(at or ()))


def working_at(place: Place) -> Q:
    """By an area that it said; else by where it stands: in these communes, in their EPCI."""
    covering = StructureArea.objects.filter(
        Q(commune__in=place.communes)
        | Q(epci__in=place.epcis)
        | Q(department_code=place.department, department_code__gt="")
    )
    silent = ~Exists(StructureArea.objects.filter(structure=OuterRef("pk")))
    return (
        Q(pk__in=covering.values("structure_id"))
        | Q(commune__in=place.communes)
        | (Q(commune__epci__in=place.epcis) & Q(silent))
    )


def within(place: Place, km: int) -> Q:
    """Its seat is that near. Whoever has no point on the map stands where its commune does."""
    nearby = Q(place__lte=km * KM) | Q(commune__in=place.communes)
    if not place.is_drawn:
        return nearby
    pointless = Structure.objects.filter(latitude=None, commune__isnull=False)
    centres = centres_of(pointless.values_list("commune_id", flat=True).distinct())
    near = [code for code, at in centres.items() if metres_between(place, *at) <= km * KM]
    return nearby | Q(latitude=None, commune__in=near) if near else nearby


def metres_between(place: Place, latitude: int, longitude: int) -> float:
    """As `how_far`, of one point."""
    north = (latitude - (place.latitude or 0)) * METRES
    east = (longitude - (place.longitude or 0)) * METRES * _narrowing(place)
    return float((north**2 + east**2) ** 0.5)


def how_far(place: Place | None) -> Expression:
    """Metres from the centre of the place; in one of its communes without a point: none at all."""
    if place is None:
        return Cast(Value(None), FloatField())
    here = When(Q(latitude=None, commune__in=place.communes), then=Value(0.0))
    if not place.is_drawn:
        return Case(When(commune__in=place.communes, then=Value(0.0)), output_field=FloatField())
    north = (Cast("latitude", FloatField()) - Value(float(place.latitude or 0))) * Value(METRES)
    east = (Cast("longitude", FloatField()) - Value(float(place.longitude or 0))) * Value(
        METRES * _narrowing(place)
    )
    return Case(here, default=Sqrt(north * north + east * east), output_field=FloatField())


def _narrowing(place: Place) -> float:
    return cos(radians((place.latitude or 0) / 1_000_000))


NEAREST = F("place").asc(nulls_last=True)
