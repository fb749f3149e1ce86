"""What is wrong with the shape of an employment contract: a sentence, or None.

Each is asked on the first day of the contract, under the law of that day; what is not known is
not held against it.
"""

from __future__ import annotations

from collections.abc import Mapping

from perenne.rules.eligibility import PassState, Structure, reads_pass
from perenne.rules.eligibility.numbers import PASS_FOR_EVERY_STRUCTURE
from perenne.rules.hirings.employment import Easing, Employment
from perenne.rules.hirings.employment_numbers import (
    ADAPTED_MISSION_MOST,
    APPRENTICE_FROM,
    APPRENTICE_LEAST,
    APPRENTICE_MOST,
    APPRENTICE_TO,
    ASSOCIATION_HOURS,
    FIXED_TERM_MOST,
    INCLUSION_LEAST,
    INCLUSION_MISSION_MOST,
    INCLUSION_MOST,
    INCLUSION_WEEK,
    MISSION_MOST,
    PERMANENT_INCLUSION_AGE,
    PREFECT_MAY_EASE,
    PROFESSIONAL_LEAST,
    PROFESSIONAL_MOST,
    STEPPING_STONE_LEAST,
    STEPPING_STONE_MOST,
    STEPPING_STONE_WEEK,
)
from perenne.rules.hirings.shapes import Shape
from perenne.rules.law import Dated
from perenne.values import Hours

INCLUSION_STRUCTURES = frozenset(
    {Structure.EI, Structure.ACI, Structure.AI, Structure.ETTI, Structure.EITI}
)
MISSIONS: Mapping[Structure | None, Dated[int]] = {
    Structure.ETTI: INCLUSION_MISSION_MOST,
    Structure.EATT: ADAPTED_MISSION_MOST,
}


def inclusion_employer(job: Employment) -> str | None:
    employers = {Structure.EI, Structure.ACI, Structure.AI, Structure.REGIE}
    if job.shape is not Shape.INCLUSION or job.structure in employers:
        return None
    return "Un CDDI se signe avec une EI, un ACI ou une AI : vérifiez la nature du contrat."


def inclusion_length(job: Employment) -> str | None:
    if job.shape is not Shape.INCLUSION:
        return None
    return _too_short(job, "CDDI", INCLUSION_LEAST) or _too_long(job, "CDDI", INCLUSION_MOST)


def inclusion_week(job: Employment) -> str | None:
    """A shorter week may be decided for an ACI alone, for six months at most each time."""
    if job.shape is not Shape.INCLUSION:
        return None
    if job.structure is Structure.ACI and Easing.SHORT_WEEK in job.easings:
        return None
    return _short_week(job, "CDDI", INCLUSION_WEEK)


def permanent_inclusion_age(job: Employment) -> str | None:
    if job.shape is not Shape.INCLUSION_PERMANENT or job.age is None:
        return None
    least = PERMANENT_INCLUSION_AGE.on(job.begins_on)
    if job.age >= least:
        return None
    return f"Un CDI inclusion se signe à partir de {least} ans : proposez un CDDI."


def inclusion_pass(job: Employment) -> str | None:
    if job.structure not in INCLUSION_STRUCTURES:
        return None
    if not PASS_FOR_EVERY_STRUCTURE.on(job.begins_on):
        return None
    if job.iae_pass is None:
        return "Aucun PASS IAE n'est connu : demandez son numéro et ses dates à la structure."
    reading = reads_pass(job.iae_pass, on=job.begins_on)
    return None if reading.state is PassState.VALID else reading.reason


def association_hours(job: Employment) -> str | None:
    """Private persons, non-profit bodies and local authorities are outside this ceiling."""
    if job.structure is not Structure.AI or not job.at_company:
        return None
    most = ASSOCIATION_HOURS.on(job.begins_on)
    if job.provided <= most:
        return None
    if Easing.PREFECT in job.easings and PREFECT_MAY_EASE.on(job.begins_on):
        return None
    return (
        f"La personne a été mise à disposition d'entreprises pendant {job.provided} en 24 mois, "
        f"plus de {most} : demandez l'autorisation du préfet, ou orientez-la vers une ETTI."
    )


def apprentice_age(job: Employment) -> str | None:
    if job.shape is not Shape.APPRENTICESHIP or job.age is None:
        return None
    first, last = APPRENTICE_FROM.on(job.begins_on), APPRENTICE_TO.on(job.begins_on)
    if job.age < first:
        return (
            f"L'apprentissage n'est pas ouvert avant {first} ans : vérifiez la date de naissance."
        )
    if job.age > last and Easing.AGE not in job.easings:
        return (
            f"L'apprentissage est ouvert jusqu'à {last} ans révolus : indiquez l'exception qui "
            "s'applique, ou proposez un contrat de professionnalisation."
        )
    return None


def apprentice_length(job: Employment) -> str | None:
    if job.shape is not Shape.APPRENTICESHIP:
        return None
    name = "contrat d'apprentissage"
    return _too_short(job, name, APPRENTICE_LEAST) or _too_long(job, name, APPRENTICE_MOST)


def professional_length(job: Employment) -> str | None:
    if job.shape is not Shape.PROFESSIONAL_TRAINING:
        return None
    name = "contrat de professionnalisation"
    return _too_short(job, name, PROFESSIONAL_LEAST) or _too_long(job, name, PROFESSIONAL_MOST)


def fixed_term_length(job: Employment) -> str | None:
    if job.shape is not Shape.FIXED_TERM:
        return None
    return _too_long(job, "CDD", FIXED_TERM_MOST)


def mission_length(job: Employment) -> str | None:
    if job.shape is not Shape.MISSION:
        return None
    return _too_long(job, "contrat de mission", MISSIONS.get(job.structure, MISSION_MOST))


def stepping_stone_employer(job: Employment) -> str | None:
    if job.shape is not Shape.STEPPING_STONE or job.structure is Structure.EA:
        return None
    return "Un CDD tremplin se signe avec une entreprise adaptée : vérifiez la nature du contrat."


def stepping_stone_length(job: Employment) -> str | None:
    if job.shape is not Shape.STEPPING_STONE:
        return None
    name = "CDD tremplin"
    return _too_long(job, name, STEPPING_STONE_MOST) or _too_short(job, name, STEPPING_STONE_LEAST)


def stepping_stone_week(job: Employment) -> str | None:
    if job.shape is not Shape.STEPPING_STONE:
        return None
    return _short_week(job, "CDD tremplin", STEPPING_STONE_WEEK)


def adapted_mission(job: Employment) -> str | None:
    if job.structure is not Structure.EATT:
        return None
    if job.shape in {Shape.MISSION, Shape.TEMPORARY_PERMANENT}:
        return None
    return "Une EATT emploie en mission ou en CDI intérimaire : vérifiez la nature du contrat."


def sheltered_status(job: Employment) -> str | None:
    if (job.shape is Shape.SHELTERED) == (job.structure is Structure.ESAT):
        return None
    if job.structure is Structure.ESAT:
        return (
            "L'usager d'un ESAT n'est pas salarié : indiquez un contrat de soutien et d'aide par "
            "le travail."
        )
    return "Le contrat de soutien et d'aide par le travail se signe avec un ESAT : indiquez lequel."


def self_employed_status(job: Employment) -> str | None:
    independent = job.structure in {Structure.EITI, Structure.TIH}
    if (job.shape is Shape.SELF_EMPLOYED) == independent:
        return None
    if independent:
        return "Ce travailleur est indépendant : retirez le contrat, convertissez sa facture."
    return "Un indépendant compte s'il relève d'une EITI ou d'un titre de handicap : indiquez-le."


def _too_short(job: Employment, name: str, least: Dated[int]) -> str | None:
    months = least.on(job.begins_on)
    if not job.is_shorter_than(months) or Easing.SHORTER in job.easings:
        return None
    return f"Un {name} dure au moins {months} mois : corrigez son terme ou indiquez l'exception."


def _too_long(job: Employment, name: str, most: Dated[int]) -> str | None:
    months = most.on(job.begins_on)
    if not job.is_longer_than(months) or Easing.LONGER in job.easings:
        return None
    return f"Un {name} dure au plus {months} mois : corrigez son terme ou indiquez l'exception."


def _short_week(job: Employment, name: str, least: Dated[Hours]) -> str | None:
    week = least.on(job.begins_on)
    if job.weekly is None or job.weekly >= week:
        return None
    return f"Un {name} prévoit au moins {week} par semaine : corrigez l'horaire."
