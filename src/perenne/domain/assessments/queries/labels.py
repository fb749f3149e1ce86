"""The breakdowns of a bilan: their titles, the French name of each code, the order of the lines."""

from collections.abc import Mapping
from dataclasses import dataclass

from perenne.domain.organisations.states import StructureKind
from perenne.domain.participants.models import Situation
from perenne.rules.eligibility import PUBLICS, Structure
from perenne.rules.hirings import MODALITIES
from perenne.rules.hirings.shapes import Shape
from perenne.rules.segments import Segment

UNKNOWN = "?"
UNSAID = "Non renseigné"
MORE_STRUCTURES = {
    Structure.REGIE: "Régie de quartier",
    Structure.PRISON_WORK: "Travail pénitentiaire",
    Structure.EBE: "Entreprise à but d’emploi",
    Structure.TIH: "Travailleur indépendant handicapé",
}


@dataclass(frozen=True, slots=True)
class Dimension:
    """`whole`: every code has its line, those of nobody too, in this order; else the largest
    first. The line of what is not known is always there, and the last."""

    title: str
    names: Mapping[str, str]
    whole: bool = False

    def label(self, code: str) -> str:
        return UNSAID if code == UNKNOWN else self.names.get(code, code)


def _structure(one: Structure) -> str:
    if one in MORE_STRUCTURES:
        return MORE_STRUCTURES[one]
    return StructureKind(one.value.lower()).label


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]


DIMENSIONS = {
    "sex": Dimension("Sexe", {"woman": "Femmes", "man": "Hommes"}, whole=True),
    "age": Dimension(
        "Âge à l’embauche",
        {
            "under_26": "Moins de 26 ans",
            "26_40": "De 26 à 40 ans",
            "41_50": "De 41 à 50 ans",
            "over_50": "Plus de 50 ans",
        },
        whole=True,
    ),
    "public": Dimension("Public", {one.code.value: one.label for one in PUBLICS}),
    "qpv": Dimension(
        "Quartier prioritaire",
        {"yes": "Habite un quartier prioritaire", "no": "Habite ailleurs"},
        whole=True,
    ),
    "diploma": Dimension(
        "Diplôme",
        {
            "none": "Sans diplôme ou brevet",
            "cap": "CAP ou BEP",
            "bac": "Baccalauréat",
            "higher": "Au-delà du baccalauréat",
        },
        whole=True,
    ),
    "modality": Dimension("Modalité", {one.code.value: one.label for one in MODALITIES}),
    "contract_type": Dimension(
        "Type de contrat de travail", {one.value: _capital(one.label) for one in Shape}
    ),
    "contract_length": Dimension(
        "Durée du contrat de travail",
        {
            "days": "Moins d’un mois",
            "months_1": "D’un à moins de trois mois",
            "months_3": "De trois à moins de six mois",
            "months_6": "De six mois à moins d’un an",
            "months_12": "Un an et plus",
            "open": "Sans terme (CDI)",
        },
        whole=True,
    ),
    "structure": Dimension(
        "Employeur",
        {"none": "Entreprise ordinaire"} | {it.value: _structure(it) for it in Structure},
    ),
    "segment": Dimension("Segment d’achat", {one.value: one.label for one in Segment}),
    "epci": Dimension("Intercommunalité de résidence", {}),
    "exit": Dimension("Situation à la sortie", {one.value: one.label for one in Situation}),
    "month": Dimension("Mois", {}),
}
LASTING = ("months_6", "months_12", "open")
