"""What one may ask about places."""

from dataclasses import dataclass

from perenne.domain.territories.models import Commune


@dataclass(frozen=True, slots=True)
class CommuneCard:
    insee_code: str
    name: str
    folded: str
    department_code: str
    postcodes: tuple[str, ...]
    epci_code: str
    epci_name: str


def communes() -> tuple[CommuneCard, ...]:
    """Every commune that is loaded, in the order of names."""
    rows = Commune.objects.select_related("epci").order_by("folded", "insee_code")
    return tuple(card_of(row) for row in rows)


def card_of(row: Commune) -> CommuneCard:
    return CommuneCard(
        insee_code=row.insee_code,
        name=row.name,
        folded=row.folded,
        department_code=row.department_code,
        postcodes=tuple(row.postcodes),
        epci_code=row.epci_id or "",
        epci_name=row.epci.name if row.epci else "",
    )
