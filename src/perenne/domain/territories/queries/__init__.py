"""What one may ask about places."""

from perenne.domain.territories.queries.cards import (
    CommuneCard,
    DepartmentCard,
    EpciCard,
    QpvCard,
    communes,
    communes_of,
    departments,
    epcis_of,
    qpvs_in,
)
from perenne.domain.territories.queries.gazetteer import (
    Gazetteer,
    gazetteer,
    gazetteer_at_home,
)

__all__ = [
    "CommuneCard",
    "DepartmentCard",
    "EpciCard",
    "Gazetteer",
    "QpvCard",
    "communes",
    "communes_of",
    "departments",
    "epcis_of",
    "gazetteer",
    "gazetteer_at_home",
    "qpvs_in",
]
