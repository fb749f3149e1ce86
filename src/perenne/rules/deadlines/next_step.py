"""When must one act so that the clause is in the consultation file?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from perenne.rules.deadlines.spans import CALIBRATION_DAYS, OPPORTUNITY_WORKING_DAYS
from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.needs import Need
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import HOLIDAYS, PRACTICE
from perenne.rules.working_days import days_after, working_day_at_or_before, working_days_after

ANSWER = "Rendre l’avis d’opportunité à l’acheteur"
CALIBRATE = "Faire accepter le calibrage par l’acheteur"
TOO_LATE = "Vérifier auprès de l’acheteur si la consultation est lancée"


@dataclass(frozen=True, slots=True)
class NextStep:
    """What the facilitator does next, the last day for it, and whether that day is past."""

    label: str
    on: date | None
    late: bool
    reason: str


@cites(
    PRACTICE,
    HOLIDAYS,
    says="Que doit faire le facilitateur, et pour quand ?",
    confidence=Confidence.VARIES,
)
def next_step(need: Need, *, today: date, practice: Practice = USUAL) -> NextStep:
    """Counted from today as the day of reception, backwards from the consultation."""
    days = practice.of(OPPORTUNITY_WORKING_DAYS)
    answer = working_days_after(today, days)
    if need.consulted_on is None:
        return _step(
            ANSWER,
            answer,
            f"Avis attendu sous {days} jours ouvrés. La date de lancement est inconnue : "
            "demandez-la, elle fixe la date du calibrage.",
        )
    if need.consulted_on <= today:
        return _step(
            TOO_LATE,
            None,
            f"Le lancement était prévu le {in_full(need.consulted_on)} : si le dossier est déjà "
            "publié, la clause ne peut plus y entrer sans le modifier.",
            late=True,
        )
    calibrated = calibration_day(need.consulted_on, practice)
    if answer <= calibrated:
        return _step(
            ANSWER,
            answer,
            f"Avis attendu sous {days} jours ouvrés, pour un calibrage accepté au plus tard le "
            f"{in_full(calibrated)}.",
        )
    return _calibration_first(need.consulted_on, calibrated, today, practice)


@cites(
    PRACTICE,
    HOLIDAYS,
    says="Quand le calibrage doit-il être accepté au plus tard ?",
    confidence=Confidence.VARIES,
)
def calibration_day(consulted_on: date, practice: Practice = USUAL) -> date:
    """The last working day by which the calibration is accepted: 30 days before."""
    return working_day_at_or_before(days_after(consulted_on, -practice.of(CALIBRATION_DAYS)))


def _calibration_first(
    consulted_on: date, calibrated: date, today: date, practice: Practice
) -> NextStep:
    late = calibrated < today
    hurry = " Cette date est passée : appelez l'acheteur aujourd'hui." if late else ""
    return _step(
        CALIBRATE,
        calibrated,
        f"La consultation est prévue le {in_full(consulted_on)} ; le calibrage doit être accepté "
        f"{practice.of(CALIBRATION_DAYS)} jours avant.{hurry}",
        late=late,
    )


def _step(label: str, on: date | None, reason: str, *, late: bool = False) -> NextStep:
    return NextStep(label, on, late, typeset(reason))
