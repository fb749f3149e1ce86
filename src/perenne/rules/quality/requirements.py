"""The requirements that a clause may make, as data: unit, words for the contract, what is too much.

Each is about how the hours of this contract are done (L2112-2, L2112-3), never about the general
policy of the company, nor about who people are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from perenne.rules.french import in_words
from perenne.rules.law import Confidence, Source, Table
from perenne.rules.quality import excess
from perenne.rules.quality.asked import Asked
from perenne.rules.texts import CCAG_FOLLOW_UP, CCAG_WAYS, LINK, PRACTICE


class RequirementKind(StrEnum):
    TRAINING = "training"
    TUTORING = "tutoring"
    CONTRACT_MONTHS = "contract_months"
    WEEKLY_HOURS = "weekly_hours"
    LASTING_JOBS = "lasting_jobs"
    WORK_STUDY = "work_study"
    PERSONS = "persons"
    INTERVIEWS = "interviews"


@dataclass(frozen=True, slots=True)
class Requirement:
    """`sentence`: what the contract says of a quantity; `too_much`: why it is, None if it is not.

    One that is `impossible` when it is too much must be mended before the buyer reads the clause.
    """

    code: RequirementKind
    label: str
    unit: str
    sentence: Callable[[int], str]
    too_much: Callable[[Asked], str | None]
    is_impossible: bool = False
    source: Source = PRACTICE
    confidence: Confidence = Confidence.VARIES


REQUIREMENTS = Table(
    "requirements",
    "Exigences de qualité d’une clause",
    (
        Requirement(
            RequirementKind.TRAINING,
            "Heures de formation par personne",
            "h",
            lambda n: (
                f"chaque personne suit au moins {n} heures de formation rémunérées, liées à "
                "son poste ou à son projet"
            ),
            excess.training,
        ),
        Requirement(
            RequirementKind.TUTORING,
            "Heures de tutorat par mois et par personne",
            "h",
            lambda n: f"un tuteur nommé consacre à chaque personne au moins {n} heures par mois",
            excess.tutoring,
        ),
        Requirement(
            RequirementKind.CONTRACT_MONTHS,
            "Durée minimale de chaque contrat de travail",
            "mois",
            lambda n: (
                f"chaque contrat de travail dure au moins {n} mois, sauf accord du facilitateur"
            ),
            excess.contract_months,
            is_impossible=True,
            source=LINK,
            confidence=Confidence.LIKELY,
        ),
        Requirement(
            RequirementKind.WEEKLY_HOURS,
            "Durée hebdomadaire minimale du travail",
            "h",
            lambda n: (
                f"chaque personne travaille au moins {n} heures par semaine, sauf si sa "
                "situation demande moins"
            ),
            excess.weekly_hours,
            is_impossible=True,
            source=LINK,
            confidence=Confidence.LIKELY,
        ),
        Requirement(
            RequirementKind.LASTING_JOBS,
            "Part des heures en CDI, en alternance ou en CDD de six mois et plus",
            "%",
            lambda n: (
                f"au moins {n} % des heures sont faites en CDI, en alternance ou en CDD de "
                "six mois et plus"
            ),
            excess.lasting_jobs,
            source=CCAG_WAYS,
        ),
        Requirement(
            RequirementKind.WORK_STUDY,
            "Contrats en alternance",
            "personnes",
            lambda n: (
                f"au moins {in_words(n)} personne{'s' if n > 1 else ''} "
                f"{'sont employées' if n > 1 else 'est employée'} en contrat d’apprentissage ou de "
                "professionnalisation"
            ),
            excess.work_study,
            is_impossible=True,
            source=CCAG_WAYS,
            confidence=Confidence.LIKELY,
        ),
        Requirement(
            RequirementKind.PERSONS,
            "Nombre de personnes différentes",
            "personnes",
            lambda n: (
                f"les heures bénéficient à {in_words(n, feminine=True)} "
                f"personne{'s différentes' if n > 1 else ''} au moins"
            ),
            excess.persons,
            source=LINK,
        ),
        Requirement(
            RequirementKind.INTERVIEWS,
            "Entretiens de suivi par personne, avec le facilitateur",
            "entretiens",
            lambda n: (
                f"chaque personne est reçue au moins {in_words(n)} fois avec le "
                "facilitateur, dont une avant la fin de son contrat"
            ),
            excess.interviews,
            source=CCAG_FOLLOW_UP,
        ),
    ),
)
