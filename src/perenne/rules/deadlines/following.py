"""The next step of a purchase on any day after it came in: received, then kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from perenne.rules.deadlines.next_step import CALIBRATE, NextStep, calibration_day, next_step
from perenne.rules.deadlines.spans import CALIBRATION_DAYS
from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.needs import Need
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import HOLIDAYS, PRACTICE


@cites(
    PRACTICE,
    HOLIDAYS,
    says="Où en est l’échéance d’un achat reçu ou retenu, un jour donné ?",
    confidence=Confidence.VARIES,
)
def step_at(
    need: Need, *, received_on: date, is_kept: bool, today: date, practice: Practice = USUAL
) -> NextStep:
    """The delays run from the reception; `today` says only whether one is over."""
    if need.consulted_on is not None and need.consulted_on <= today:
        return next_step(need, today=today, practice=practice)
    if is_kept:
        return _of_a_kept(need, today, practice)
    step = next_step(need, today=received_on, practice=practice)
    if step.on is None or step.on >= today:
        return replace(step, late=False)
    return replace(
        step,
        late=True,
        reason=typeset(
            f"Reçu le {in_full(received_on)}, attendu le {in_full(step.on)} : cette date est "
            "passée, appelez l'acheteur."
        ),
    )


def _of_a_kept(need: Need, today: date, practice: Practice) -> NextStep:
    if need.consulted_on is None:
        reason = "La date de lancement est inconnue : demandez-la, elle fixe celle du calibrage."
        return NextStep(CALIBRATE, None, False, typeset(reason))
    on = calibration_day(need.consulted_on, practice)
    said = (
        f"La consultation est prévue le {in_full(need.consulted_on)} ; le calibrage doit être "
        f"accepté {practice.of(CALIBRATION_DAYS)} jours avant."
    )
    return NextStep(CALIBRATE, on, on < today, typeset(said))
