"""The forecast as it was published."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from perenne.domain.assessments.models import Forecast
from perenne.domain.territories.models import Epci
from perenne.rules.segments import Segment


@dataclass(frozen=True, slots=True)
class ForecastRow:
    """Hours by quarter; None where they are hidden."""

    code: str
    label: str
    hours: tuple[int | None, ...]
    total: int | None


@dataclass(frozen=True, slots=True)
class Consultation:
    """So many consultations expected in that month."""

    month: date
    segment: str
    segment_code: str
    epci: str
    epci_code: str
    number: int


@dataclass(frozen=True, slots=True)
class Edition:
    id: int
    made_on: date
    quarters: tuple[str, ...]
    segments: tuple[ForecastRow, ...]
    epcis: tuple[ForecastRow, ...]
    totals: tuple[int | None, ...]
    """By quarter, then of all of them."""
    expected: tuple[Consultation, ...]

    @property
    def hides(self) -> bool:
        rows = (*self.segments, *self.epcis)
        return None in self.totals or any(None in (*row.hours, row.total) for row in rows)

    def only(self, segments: Iterable[str], epcis: Iterable[str]) -> "Edition":
        """The rows that somebody chose; what was not published by itself is not computed here."""
        wanted, places = set(segments), set(epcis)
        return Edition(
            id=self.id,
            made_on=self.made_on,
            quarters=self.quarters,
            segments=tuple(it for it in self.segments if not wanted or it.code in wanted),
            epcis=tuple(it for it in self.epcis if not places or it.code in places),
            totals=self.totals,
            expected=tuple(
                it for it in self.expected
                if (not wanted or it.segment_code in wanted)
                and (not places or it.epci_code in places)
            ),
        )  # fmt: skip

    def tells_as(self, other: "Edition | None") -> bool:
        """Whether a reader of the other one would learn nothing."""
        return other is not None and (self.segments, self.epcis, self.expected) == (
            other.segments,
            other.epcis,
            other.expected,
        )


def last_edition() -> Edition | None:
    """Two queries."""
    found = editions(1)
    return found[0] if found else None


def editions(most: int) -> tuple[Edition, ...]:
    """The last one first."""
    rows = list(Forecast.objects.order_by("-made_on")[:most])
    places = dict(Epci.objects.values_list("code", "name")) if rows else {}
    return tuple(edition_of(row, places) for row in rows)


def edition_of(row: Forecast, places: dict[str, str]) -> Edition:
    said: dict[str, Any] = row.content
    return Edition(
        id=row.pk,
        made_on=row.made_on,
        quarters=tuple(said["quarters"]),
        segments=tuple(map(_row, said["segments"])),
        epcis=tuple(map(_row, said["epcis"])),
        totals=tuple(said["totals"]),
        expected=tuple(_consultation(one, places) for one in said["expected"]),
    )


def _row(said: dict[str, Any]) -> ForecastRow:
    return ForecastRow(said["code"], said["label"], tuple(said["hours"]), said["total"])


def _consultation(said: dict[str, Any], places: dict[str, str]) -> Consultation:
    return Consultation(
        month=date.fromisoformat(f"{said['month']}-01"),
        segment=Segment(said["segment"]).label,
        segment_code=said["segment"],
        epci=places.get(said["epci"], "Lieu non précisé"),
        epci_code=said["epci"],
        number=said["number"],
    )
