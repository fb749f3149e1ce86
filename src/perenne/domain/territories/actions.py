"""What one may do to places: load them from an official nomenclature."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from perenne.domain.territories.models import Commune, Epci
from perenne.values import fold


@dataclass(frozen=True, slots=True)
class OfficialCommune:
    insee_code: str
    name: str
    department_code: str
    postcodes: tuple[str, ...]
    epci_code: str
    epci_name: str


@transaction.atomic
def load_communes(communes: Iterable[OfficialCommune]) -> int:
    """Add or correct these communes and their EPCI; how many were read."""
    read = list(communes)
    epcis = {c.epci_code: Epci(code=c.epci_code, name=c.epci_name) for c in read if c.epci_code}
    Epci.objects.bulk_create(
        epcis.values(), update_conflicts=True, unique_fields=["code"], update_fields=["name"]
    )
    Commune.objects.bulk_create(
        (row_of(commune) for commune in read),
        update_conflicts=True,
        unique_fields=["insee_code"],
        update_fields=["name", "folded", "department_code", "postcodes", "epci"],
    )
    return len(read)


def row_of(commune: OfficialCommune) -> Commune:
    return Commune(
        insee_code=commune.insee_code,
        name=commune.name,
        folded=fold(commune.name),
        department_code=commune.department_code,
        postcodes=list(commune.postcodes),
        epci_id=commune.epci_code or None,
    )
