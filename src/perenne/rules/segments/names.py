"""The fourteen purchase segments of the committee: a closed list that its service offer names."""

from dataclasses import dataclass
from enum import StrEnum

from perenne.rules.law import Confidence, Source, Table
from perenne.rules.texts import COMMITTEE_SEGMENTS


class Segment(StrEnum):
    """Closed list: the committee names these fourteen."""

    WORKS = "works"
    GREEN_SPACES = "green_spaces"
    CLEANING = "cleaning"
    STREET_CLEANING = "street_cleaning"
    ENVIRONMENT = "environment"
    SECURITY = "security"
    WASTE = "waste"
    CATERING = "catering"
    RECEPTION = "reception"
    PRINT = "print"
    DELEGATED_FACILITIES = "delegated_facilities"
    IT_SUPPORT = "it_support"
    SURVEYS = "surveys"
    ENGINEERING = "engineering"

    @property
    def label(self) -> str:
        return SEGMENTS[self].label


@dataclass(frozen=True, slots=True)
class SegmentRow:
    code: Segment
    label: str
    source: Source = COMMITTEE_SEGMENTS
    confidence: Confidence = Confidence.SURE


SEGMENTS = Table(
    "segments",
    "Les quatorze segments d’achats du comité",
    (
        SegmentRow(Segment.WORKS, "Bâtiment et travaux publics"),
        SegmentRow(Segment.GREEN_SPACES, "Espaces verts"),
        SegmentRow(Segment.CLEANING, "Nettoyage des locaux"),
        SegmentRow(Segment.STREET_CLEANING, "Propreté urbaine"),
        SegmentRow(Segment.ENVIRONMENT, "Environnement"),
        SegmentRow(Segment.SECURITY, "Gardiennage"),
        SegmentRow(Segment.WASTE, "Gestion des déchets et recyclage"),
        SegmentRow(Segment.CATERING, "Restauration collective et traiteur"),
        SegmentRow(Segment.RECEPTION, "Accueil, secrétariat"),
        SegmentRow(Segment.PRINT, "Création graphique et impression"),
        SegmentRow(
            Segment.DELEGATED_FACILITIES, "Gestion d’équipements par délégation de service public"
        ),
        SegmentRow(Segment.IT_SUPPORT, "Assistance informatique"),
        SegmentRow(Segment.SURVEYS, "Réalisation d’enquêtes"),
        SegmentRow(Segment.ENGINEERING, "Ingénierie, maîtrise d’œuvre"),
    ),
)
