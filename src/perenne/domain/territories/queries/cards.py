"""Places as cards: communes, EPCI, départements, quartiers prioritaires."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from perenne.domain.territories.models import Commune, Department, Epci, Qpv

COLUMNS = (
    "insee_code", "name", "folded", "department_code", "postcodes", "epci_id", "epci__name",
    "population",
)  # fmt: skip
ARTICLES = {1: "d’", 2: "du ", 3: "de la ", 4: "des ", 5: "de l’"}
"""By the official class of the article; « de » where there is none."""


@dataclass(frozen=True, slots=True)
class CommuneCard:
    insee_code: str
    name: str
    folded: str
    department_code: str
    postcodes: tuple[str, ...]
    epci_code: str
    epci_name: str
    population: int | None = None


@dataclass(frozen=True, slots=True)
class EpciCard:
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class DepartmentCard:
    code: str
    name: str
    of: str
    """Its name after « la coordination »: « de l’Aisne », « du Loiret »."""


@dataclass(frozen=True, slots=True)
class QpvCard:
    code: str
    name: str
    generation: int


def communes() -> tuple[CommuneCard, ...]:
    """Every commune that is loaded, in the order of names."""
    return _cards(Commune.objects.order_by("folded", "insee_code"))


def communes_of(department_code: str) -> tuple[CommuneCard, ...]:
    rows = Commune.objects.filter(department_code=department_code)
    return _cards(rows.order_by("folded", "insee_code"))


def epcis_of(department_code: str) -> tuple[EpciCard, ...]:
    """Those that have a commune there, in the order of names."""
    held = Commune.objects.filter(department_code=department_code).values("epci_id")
    rows = Epci.objects.filter(code__in=held).order_by("name", "code")
    return tuple(EpciCard(row.code, row.name) for row in rows)


def departments() -> tuple[DepartmentCard, ...]:
    rows = Department.objects.order_by("code")
    return tuple(
        DepartmentCard(row.code, row.name, ARTICLES.get(row.liaison, "de ") + row.name)
        for row in rows
    )


def qpvs_in(insee_code: str) -> tuple[QpvCard, ...]:
    """The quartiers prioritaires of a commune; none where no list was loaded."""
    rows = Qpv.objects.filter(communes__contains=[insee_code]).order_by("code")
    return tuple(QpvCard(row.code, row.name, row.generation) for row in rows)


def _cards(rows: Any) -> tuple[CommuneCard, ...]:
    """Plain columns: thousands of communes are read for one programme."""
    found: Iterable[tuple[Any, ...]] = rows.values_list(*COLUMNS)
    return tuple(
        CommuneCard(code, name, folded, where, tuple(posts), epci or "", epci_name or "", people)
        for code, name, folded, where, posts, epci, epci_name, people in found
    )
