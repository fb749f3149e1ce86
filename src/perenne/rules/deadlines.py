"""When must one act so that the clause is in the consultation file?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, Default, cites
from perenne.rules.needs import Need
from perenne.rules.texts import HOLIDAYS, PRACTICE
from perenne.rules.working_days import working_day_at_or_before, working_days_after

OPPORTUNITY_WORKING_DAYS = Default.single(10, PRACTICE, Confidence.VARIES)
CALIBRATION_DAYS = Default.single(30, PRACTICE, Confidence.VARIES)

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


@cites(PRACTICE, HOLIDAYS)
def next_step(need: Need, *, today: date) -> NextStep:
    """Counted from today as the day of reception, backwards from the consultation."""
    answer = working_days_after(today, OPPORTUNITY_WORKING_DAYS.value)
    if need.consulted_on is None:
        return _step(
            ANSWER,
            answer,
            f"Avis attendu sous {OPPORTUNITY_WORKING_DAYS.value} jours ouvrés. La date de "
            "lancement est inconnue : demandez-la, elle fixe la date du calibrage.",
        )
    if need.consulted_on <= today:
        return _step(
            TOO_LATE,
            None,
            f"Le lancement était prévu le {in_full(need.consulted_on)} : si le dossier est déjà "
            "publié, la clause ne peut plus y entrer sans le modifier.",
            late=True,
        )
    calibrated = calibration_day(need.consulted_on)
    if answer <= calibrated:
        return _step(
            ANSWER,
            answer,
            f"Avis attendu sous {OPPORTUNITY_WORKING_DAYS.value} jours ouvrés, pour un calibrage "
            f"accepté au plus tard le {in_full(calibrated)}.",
        )
    return _calibration_first(need.consulted_on, calibrated, today)


@cites(PRACTICE, HOLIDAYS)
def calibration_day(consulted_on: date) -> date:
    """The last working day by which the calibration is accepted: 30 days before."""
    day = max(consulted_on.toordinal() - CALIBRATION_DAYS.value, date.min.toordinal())
    return working_day_at_or_before(date.fromordinal(day))


def _calibration_first(consulted_on: date, calibrated: date, today: date) -> NextStep:
    late = calibrated < today
    hurry = " Cette date est passée : appelez l'acheteur aujourd'hui." if late else ""
    return _step(
        CALIBRATE,
        calibrated,
        f"La consultation est prévue le {in_full(consulted_on)} ; le calibrage doit être accepté "
        f"{CALIBRATION_DAYS.value} jours avant.{hurry}",
        late=late,
    )


def _step(label: str, on: date | None, reason: str, *, late: bool = False) -> NextStep:
    return NextStep(label, on, late, typeset(reason))
