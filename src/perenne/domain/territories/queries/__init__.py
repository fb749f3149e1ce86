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
from perenne.domain.territories.queries.finding import (
    Found,
    epcis_at_home,
    places_for,
    resembling,
)
from perenne.domain.territories.queries.gazetteer import (
    Gazetteer,
    gazetteer,
    gazetteer_at_home,
)
from perenne.domain.territories.queries.outlines import centres_of, outlines_mark, outlines_of
from perenne.domain.territories.queries.shapes import Point, Ring, around, middle

__all__ = [
    "CommuneCard",
    "DepartmentCard",
    "EpciCard",
    "Found",
    "Gazetteer",
    "Point",
    "QpvCard",
    "Ring",
    "around",
    "centres_of",
    "communes",
    "communes_of",
    "departments",
    "epcis_at_home",
    "epcis_of",
    "gazetteer",
    "gazetteer_at_home",
    "middle",
    "outlines_mark",
    "outlines_of",
    "places_for",
    "qpvs_in",
    "resembling",
]
