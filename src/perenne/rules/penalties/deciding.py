"""From which day a step of a penalty may be taken, by whom, and why not before.

A delay given to the contractor runs from the day after the letter is received, to the end of its
last day (CCAG 3.2); carried to the next working day when nobody works on it. The next step is
possible the day after. Observations that come early do not shorten it: they may be completed.
The formal notice and the hearing may run together, in either order: both must have ended.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from perenne.rules.deadlines import DelayCode, due_on
from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.penalties.steps import RISK_SHARE, STEPS, PenaltyFile, Person, StepCode
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import CCAG_HEARING, CCAG_PENALTIES, CCAG_PERIODS, PRIVATE_PENALTY
from perenne.rules.working_days import Territory, days_after


@dataclass(frozen=True, slots=True)
class Opening:
    """Whether the step may be taken that day.

    `first_day` is None while something lacks, and the first of all days when nothing is awaited.
    """

    allowed: bool
    first_day: date | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """One condition: the first day on which it holds, None when none is known; why."""

    opens: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where and under which practice the delays are counted."""

    territory: Territory
    practice: Practice


Gates: TypeAlias = Callable[[PenaltyFile, Place], Iterator[Gate]]
AT_ONCE = date.min


@cites(
    CCAG_PENALTIES,
    CCAG_HEARING,
    CCAG_PERIODS,
    says="Cette étape de la pénalité peut-elle être franchie ce jour-là ?",
    confidence=Confidence.LIKELY,
)
def may_take(
    code: StepCode,
    on: date,
    file: PenaltyFile,
    *,
    by: Person,
    territory: Territory = Territory.METROPOLE,
    practice: Practice = USUAL,
) -> Opening:
    gates = list(GATES[code](file, Place(territory, practice)))
    known = [gate.opens for gate in gates if gate.opens is not None]
    first = max(known) if len(known) == len(gates) else None
    refusals = _refusals(code, file, by)
    closed = [gate.reason for gate in gates if gate.opens is None or on < gate.opens]
    said = refusals + closed or [f"{STEPS[code].label} : cette étape est possible."]
    return Opening(
        allowed=not (refusals or closed),
        first_day=first,
        reasons=tuple(map(typeset, said + _told(code, file))),
    )


@cites(
    CCAG_PENALTIES,
    CCAG_HEARING,
    CCAG_PERIODS,
    PRIVATE_PENALTY,
    says="À partir de quel jour l’acheteur peut-il décider d’une pénalité ?",
    confidence=Confidence.LIKELY,
)
def may_decide(
    on: date,
    file: PenaltyFile,
    *,
    by: Person,
    territory: Territory = Territory.METROPOLE,
    practice: Practice = USUAL,
) -> Opening:
    """The buyer alone decides, and never the person who made the proposal."""
    return may_take(StepCode.DECISION, on, file, by=by, territory=territory, practice=practice)


def _refusals(code: StepCode, file: PenaltyFile, by: Person) -> list[str]:
    step = STEPS[code]
    if by.actor is not step.actor:
        return [f"{step.label} : seul {step.actor.label} le peut. Transmettez-lui le dossier."]
    if code is StepCode.DECISION and by.name == file.proposed_by:
        return ["Qui propose ne décide pas : faites décider une autre personne."]
    return []


def _told(code: StepCode, file: PenaltyFile) -> list[str]:
    """What must be known besides, on the day of the decision."""
    if code is not StepCode.DECISION:
        return []
    told = []
    if not (file.formal_notice_required or file.private):
        told.append(
            "La clause dispense de mise en demeure : vérifiez que le CCAP déclare cette "
            "dérogation au CCAG."
        )
    if file.private:
        told.append(
            "Contrat privé : le juge peut, même d'office, réduire la pénalité si elle est "
            "manifestement excessive."
        )
    return told


def _at_risk(file: PenaltyFile, place: Place) -> Iterator[Gate]:
    share = place.practice.of(RISK_SHARE)
    is_low = file.done.minutes * 10_000 < file.expected.minutes * share.basis_points
    yield Gate(
        AT_ONCE if is_low else None,
        f"Les heures réalisées ({file.done}) ne sont pas sous {share} des heures attendues "
        f"({file.expected}) : poursuivez le suivi.",
    )


def _short(file: PenaltyFile, place: Place) -> Iterator[Gate]:
    yield Gate(
        AT_ONCE if file.done < file.expected else None,
        "Aucune heure ne manque : il n'y a pas de manquement.",
    )


def _heard(file: PenaltyFile, place: Place) -> Iterator[Gate]:
    yield from _short(file, place)
    if file.formal_notice_required:
        yield _after(
            DelayCode.FORMAL_NOTICE,
            file.formal_notice_on,
            place,
            "La clause exige une mise en demeure : envoyez-la au titulaire.",
        )
    if file.hearing_required:
        yield _after(
            DelayCode.OBSERVATIONS,
            file.observations_asked_on,
            place,
            "Le titulaire n'a pas été entendu : invitez-le à présenter ses observations.",
        )


def _proposed(file: PenaltyFile, place: Place) -> Iterator[Gate]:
    yield from _heard(file, place)
    if file.proposed_on is None:
        yield Gate(None, "Aucune pénalité n'est proposée : demandez le décompte au facilitateur.")
    else:
        yield Gate(
            file.proposed_on,
            f"La proposition date du {in_full(file.proposed_on)} : décidez à partir de ce jour.",
        )


def _after(code: DelayCode, received_on: date | None, place: Place, lacking: str) -> Gate:
    if received_on is None:
        return Gate(None, lacking)
    due = due_on(code, received_on, place.territory, place.practice)
    return Gate(days_after(due.on, 1), f"{due.reason} Attendez le lendemain.")


GATES: Mapping[StepCode, Gates] = {
    StepCode.RISK: _at_risk,
    StepCode.ALERT: _short,
    StepCode.FORMAL_NOTICE: _short,
    StepCode.OBSERVATIONS: _short,
    StepCode.PROPOSAL: _heard,
    StepCode.DECISION: _proposed,
}
