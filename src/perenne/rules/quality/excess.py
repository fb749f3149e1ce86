"""What is too much to ask: each function says why, or None. It looks at the whole clause."""

from __future__ import annotations

from perenne.rules.calibration.working_time import MONTH, WEEK
from perenne.rules.quality.asked import Asked
from perenne.rules.quality.numbers import (
    LEAST_PER_PERSON,
    MOST_LASTING,
    MOST_TRAINING,
    MOST_TUTORING,
    SHORTEST_WORK_STUDY,
)
from perenne.values import Hours, Share


def training(asked: Asked) -> str | None:
    """Against the hours of one person: of all, when nobody said how many they are."""
    most = asked.practice.of(MOST_TRAINING)
    whole = asked.of("training") * asked.persons
    if whole * 60 * 10_000 <= most.basis_points * asked.hours.minutes:
        return None
    return (
        f"{Hours.of(whole)} de formation en tout, plus de {most} des {asked.hours} du volume : "
        "demandez moins d'heures, ou laissez le titulaire proposer les formations."
    )


def tutoring(asked: Asked) -> str | None:
    most, wanted = asked.practice.of(MOST_TUTORING), Hours.of(asked.of("tutoring"))
    if wanted <= most:
        return None
    return (
        f"{wanted} de tutorat par mois et par personne, plus de {most} : le tuteur n'a plus le "
        "temps de son propre poste. Demandez moins d'heures."
    )


def contract_months(asked: Asked) -> str | None:
    wanted = asked.of("contract_months")
    if asked.months is not None and wanted > asked.months:
        return (
            f"Des contrats de travail de {wanted} mois, plus longs que le marché "
            f"({asked.months} mois) : demandez une durée plus courte."
        )
    half_time = wanted * MONTH.value.minutes // 2
    if half_time > asked.hours.minutes:
        return (
            f"{asked.hours} ne suffisent pas à un contrat de {wanted} mois, même à mi-temps : "
            "demandez une durée plus courte, ou prévoyez la globalisation."
        )
    return None


def weekly_hours(asked: Asked) -> str | None:
    wanted = Hours.of(asked.of("weekly_hours"))
    if wanted <= WEEK.value:
        return None
    return f"{wanted} par semaine dépassent la durée légale de {WEEK.value} : demandez moins."


def lasting_jobs(asked: Asked) -> str | None:
    most, wanted = asked.practice.of(MOST_LASTING), Share.percent(asked.of("lasting_jobs"))
    if wanted > Share.percent(100):
        return "Une part ne dépasse pas 100 % : corrigez-la."
    if wanted <= most:
        return None
    return (
        f"{wanted} des heures en emploi durable, plus de {most} : peu d'entreprises peuvent le "
        "promettre pour un seul marché. Demandez moins, ou faites-en un point du bilan."
    )


def work_study(asked: Asked) -> str | None:
    shortest, wanted = asked.practice.of(SHORTEST_WORK_STUDY), asked.of("work_study")
    if asked.months is not None and asked.months < shortest:
        return (
            f"Le marché dure {asked.months} mois : un contrat en alternance n'y tient pas. "
            "Retirez cette exigence."
        )
    needed = wanted * shortest * MONTH.value.minutes // 2
    if needed > asked.hours.minutes:
        return (
            f"Il faut environ {Hours.of(needed // 60)} pour {wanted} contrats en alternance de "
            f"{shortest} mois : le volume est de {asked.hours}. Demandez-en moins."
        )
    return None


def persons(asked: Asked) -> str | None:
    least, wanted = asked.practice.of(LEAST_PER_PERSON), asked.of("persons")
    if wanted * least.minutes <= asked.hours.minutes:
        return None
    return (
        f"{wanted} personnes pour {asked.hours} : moins de {least} chacune, le parcours est trop "
        "court. Demandez moins de personnes."
    )


def interviews(asked: Asked) -> str | None:
    """More than one a month of full time work."""
    wanted = asked.of("interviews")
    each = asked.hours.minutes // asked.persons
    if wanted <= max(2, each // MONTH.value.minutes):
        return None
    return f"{wanted} entretiens par personne, plus d'un par mois de travail : demandez-en moins."
