"""Each kind of hour and whether it counts: the clause first, then the committee, then the law.

A counted hour counts for one hour: overtime is never increased, whatever it is paid.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from perenne.rules.french import typeset
from perenne.rules.hours.choices import (
    HOURS_BASIS,
    SUPPORT_CAP,
    TRAINING,
    WORK_STUDY_CENTRE,
    Basis,
    Extent,
)
from perenne.rules.hours.facts import CapCode, CountingTerms, Entry, HourKind
from perenne.rules.law import Confidence, Default, Source, Table
from perenne.rules.practice import Practice
from perenne.rules.texts import (
    APPRENTICE_TRAINING,
    AQUAREEL_2025,
    BAM_2021,
    IMMERSION,
    PRACTICE,
    PRE_HIRE_TRAINING,
    TRAVEL_TIME,
    WORKING_TIME,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether hours of a kind count, within which limit, and why."""

    counts: bool
    reason: str
    cap: CapCode | None = None


Asks: TypeAlias = Callable[[Entry, CountingTerms, Practice], Answer]


@dataclass(frozen=True, slots=True)
class KindRule:
    code: HourKind
    label: str
    asks: Asks
    source: Source
    confidence: Confidence


def _always(reason: str) -> Asks:
    return lambda entry, terms, practice: _yes(reason)


def _never(reason: str) -> Asks:
    return lambda entry, terms, practice: _no(reason)


def _as_training(settled: Default[Extent], what: str) -> Asks:
    def asks(entry: Entry, terms: CountingTerms, practice: Practice) -> Answer:
        match practice.of(settled):
            case Extent.WHOLE:
                return _yes(f"{what} : comptée comme du travail.")
            case Extent.CAPPED:
                return _yes(f"{what} : comptée dans la limite fixée.", CapCode.TRAINING)
            case _:
                return _no(f"{what} : non comptée ici, ne déclarez que le travail.")

    return asks


def _support(entry: Entry, terms: CountingTerms, practice: Practice) -> Answer:
    if not practice.of(SUPPORT_CAP).basis_points:
        return _no("Accompagnement socioprofessionnel : ce n'est pas du travail, retirez-le.")
    return _yes("Accompagnement socioprofessionnel : compté dans la limite fixée.", CapCode.SUPPORT)


def _if_paid(entry: Entry, terms: CountingTerms, practice: Practice) -> Answer:
    if practice.of(HOURS_BASIS) is Basis.PAID:
        return _yes("Heures payées par l'employeur : comptées, car l'assiette est l'heure payée.")
    return _no("Heures non travaillées : l'assiette est l'heure travaillée, retirez-les.")


def _if_written(entry: Entry, terms: CountingTerms, practice: Practice) -> Answer:
    if entry.kind in terms.admits:
        return _yes("La clause prévoit de les compter.")
    return _no(
        "La clause ne prévoit pas de les compter : déclarez-les comme action, s'il y a lieu."
    )


def _before_hiring(entry: Entry, terms: CountingTerms, practice: Practice) -> Answer:
    if entry.kind not in terms.admits:
        return _no("La clause ne prévoit pas de compter la formation préalable : retirez-la.")
    if not entry.led_to_hiring:
        return _no(
            "La formation préalable ne compte que suivie d'une embauche : joignez le contrat."
        )
    return _yes("Formation suivie d'une embauche : la clause prévoit de la compter.")


def _yes(reason: str, cap: CapCode | None = None) -> Answer:
    return Answer(True, typeset(reason), cap)


def _no(reason: str) -> Answer:
    return Answer(False, typeset(reason))


SURE, LIKELY, VARIES = Confidence.SURE, Confidence.LIKELY, Confidence.VARIES

HOUR_KINDS = Table(
    "hour_kinds",
    "Heures qui comptent, par nature",
    (
        KindRule(
            HourKind.WORK,
            "Heures travaillées pour le marché",
            _always("Travail pour le marché : une heure compte pour une heure."),
            AQUAREEL_2025,
            SURE,
        ),
        KindRule(
            HourKind.OVERTIME,
            "Heures supplémentaires",
            _always("Heure supplémentaire : elle compte pour une heure, sans majoration."),
            PRACTICE,
            LIKELY,
        ),
        KindRule(
            HourKind.TRAVEL_AT_WORK,
            "Trajet entre deux lieux de travail, pendant la journée",
            _always("Trajet entre deux lieux de travail : c'est du travail effectif."),
            WORKING_TIME,
            LIKELY,
        ),
        KindRule(
            HourKind.COMMUTE,
            "Trajet entre le domicile et le travail",
            _never("Trajet depuis le domicile : ce n'est pas du travail effectif, retirez-le."),
            TRAVEL_TIME,
            SURE,
        ),
        KindRule(
            HourKind.INTERNAL_TRAINING,
            "Formation interne pendant le contrat de travail",
            _as_training(TRAINING, "Formation interne"),
            PRACTICE,
            VARIES,
        ),
        KindRule(
            HourKind.EXTERNAL_TRAINING,
            "Formation externe, qualifiante ou de sécurité, pendant le contrat de travail",
            _as_training(TRAINING, "Formation externe"),
            PRACTICE,
            VARIES,
        ),
        KindRule(
            HourKind.WORK_STUDY_CENTRE,
            "Centre de formation d’un contrat d’apprentissage ou de professionnalisation",
            _as_training(WORK_STUDY_CENTRE, "Formation en alternance"),
            APPRENTICE_TRAINING,
            VARIES,
        ),
        KindRule(
            HourKind.PRE_HIRE_TRAINING,
            "Formation préalable à l’embauche (POEI, POEC)",
            _before_hiring,
            PRE_HIRE_TRAINING,
            VARIES,
        ),
        KindRule(
            HourKind.TUTORING,
            "Temps du tuteur",
            _never("Le temps du tuteur n'est pas celui de la personne : retirez-le."),
            BAM_2021,
            VARIES,
        ),
        KindRule(
            HourKind.SOCIAL_SUPPORT,
            "Accompagnement socioprofessionnel",
            _support,
            PRACTICE,
            VARIES,
        ),
        KindRule(HourKind.PAID_LEAVE, "Congés payés", _if_paid, PRACTICE, VARIES),
        KindRule(HourKind.PUBLIC_HOLIDAY, "Jour férié chômé", _if_paid, PRACTICE, VARIES),
        KindRule(HourKind.SICKNESS, "Arrêt de travail", _if_paid, PRACTICE, VARIES),
        KindRule(HourKind.BAD_WEATHER, "Intempéries", _if_paid, PRACTICE, VARIES),
        KindRule(HourKind.PARTIAL_ACTIVITY, "Activité partielle", _if_paid, PRACTICE, VARIES),
        KindRule(
            HourKind.UNPAID_ABSENCE,
            "Absence non payée",
            _never("Absence : ni travaillée ni payée, retirez-la."),
            PRACTICE,
            LIKELY,
        ),
        KindRule(
            HourKind.INTERNSHIP,
            "Stage scolaire ou de formation",
            _if_written,
            AQUAREEL_2025,
            VARIES,
        ),
        KindRule(
            HourKind.IMMERSION, "Immersion professionnelle (PMSMP)", _if_written, IMMERSION, VARIES
        ),
    ),
)
