"""The forms that work takes: employment contracts, and what is not one."""

from enum import StrEnum


class Shape(StrEnum):
    PERMANENT = "CDI"
    FIXED_TERM = "CDD"
    APPRENTICESHIP = "APPRENTISSAGE"
    PROFESSIONAL_TRAINING = "PROFESSIONNALISATION"
    MISSION = "MISSION"
    TEMPORARY_PERMANENT = "CDI_INTERIMAIRE"
    CUSTOMARY = "CDD_USAGE"
    INCLUSION = "CDDI"
    INCLUSION_PERMANENT = "CDI_INCLUSION"
    STEPPING_STONE = "CDD_TREMPLIN"
    SHELTERED = "SOUTIEN_ESAT"
    PRISON = "EMPLOI_PENITENTIAIRE"
    SELF_EMPLOYED = "INDEPENDANT"

    @property
    def label(self) -> str:
        return SHAPE_LABELS[self]


SHAPE_LABELS = {
    Shape.PERMANENT: "CDI",
    Shape.FIXED_TERM: "CDD",
    Shape.APPRENTICESHIP: "contrat d’apprentissage",
    Shape.PROFESSIONAL_TRAINING: "contrat de professionnalisation",
    Shape.MISSION: "contrat de mission",
    Shape.TEMPORARY_PERMANENT: "CDI intérimaire",
    Shape.CUSTOMARY: "CDD d’usage",
    Shape.INCLUSION: "CDD d’insertion",
    Shape.INCLUSION_PERMANENT: "CDI inclusion",
    Shape.STEPPING_STONE: "CDD tremplin",
    Shape.SHELTERED: "contrat de soutien et d’aide par le travail",
    Shape.PRISON: "contrat d’emploi pénitentiaire",
    Shape.SELF_EMPLOYED: "travail indépendant",
}
