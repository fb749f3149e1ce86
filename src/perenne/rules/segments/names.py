"""The fourteen purchase segments of the committee: a closed list that its service offer names."""

from enum import StrEnum


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
        return LABELS[self]


LABELS = {
    Segment.WORKS: "Bâtiment et travaux publics",
    Segment.GREEN_SPACES: "Espaces verts",
    Segment.CLEANING: "Nettoyage des locaux",
    Segment.STREET_CLEANING: "Propreté urbaine",
    Segment.ENVIRONMENT: "Environnement",
    Segment.SECURITY: "Gardiennage",
    Segment.WASTE: "Gestion des déchets et recyclage",
    Segment.CATERING: "Restauration collective et traiteur",
    Segment.RECEPTION: "Accueil, secrétariat",
    Segment.PRINT: "Création graphique et impression",
    Segment.DELEGATED_FACILITIES: "Gestion d’équipements par délégation de service public",
    Segment.IT_SUPPORT: "Assistance informatique",
    Segment.SURVEYS: "Réalisation d’enquêtes",
    Segment.ENGINEERING: "Ingénierie, maîtrise d’œuvre",
}
