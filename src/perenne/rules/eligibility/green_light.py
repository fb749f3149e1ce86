"""The green light: eligibility is checked before hiring, and from when the hours count if not.

The reference day is the first day of the employment contract, even when the check comes late.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from perenne.rules.eligibility.assessing import Decision, State
from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, choice
from perenne.rules.texts import AQUAREEL_2025_PUBLICS, COMMITTEE_CHECK

LATE_CHECK_REGULARISED = choice(
    "eligibility.late_check_regularised",
    "Le facilitateur peut régulariser par écrit une vérification faite après l’embauche",
    True,
    False,
    source=COMMITTEE_CHECK,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """When the person was hired, when the answer was given, and what the file already holds.

    `regularised_because` is the written reason of the facilitator, empty when there is none.
    `permanent_since` is a permanent contract with the contractor, `notified_on` the day on which
    the public contract was notified; `under_clause` says that a clause had them hired.
    """

    hired_on: date
    answered_on: date
    regularised_because: str = ""
    permanent_since: date | None = None
    notified_on: date | None = None
    under_clause: bool = False


@dataclass(frozen=True, slots=True)
class GreenLight:
    """`counts_from` None says that no hour counts."""

    counts_from: date | None
    reason: str


@cites(
    AQUAREEL_2025_PUBLICS,
    COMMITTEE_CHECK,
    says="À partir de quel jour les heures comptent-elles ?",
    confidence=Confidence.LIKELY,
)
def green_light(checked: Checked, decision: Decision, *, practice: Practice = USUAL) -> GreenLight:
    """ValueError, in French, when the decision was not taken for the day of hiring."""
    if decision.on != checked.hired_on:
        raise ValueError(
            typeset(
                f"La situation a été examinée au {in_full(decision.on)} et l'embauche est du "
                f"{in_full(checked.hired_on)} : examinez-la à la date de l'embauche."
            )
        )
    if decision.state is State.NOT_ELIGIBLE:
        return _light(None, "Personne non éligible à la date de l'embauche : rien ne compte.")
    if decision.state is State.INCOMPLETE:
        return _light(None, "Dossier incomplet : rien ne compte avant la réponse du facilitateur.")
    if _was_already_there(checked):
        return _light(
            None,
            "Personne déjà en CDI chez le titulaire avant le marché : elle n'est éligible que si "
            "une clause d'insertion l'a fait recruter ; demandez-en la preuve.",
        )
    if checked.answered_on <= checked.hired_on:
        return _light(checked.hired_on, "Vérifiée avant l'embauche : les heures comptent.")
    return _late(checked, practice)


def _was_already_there(checked: Checked) -> bool:
    """On a permanent contract when the public contract was notified, or else before this hiring."""
    if checked.permanent_since is None or checked.under_clause:
        return False
    if checked.notified_on is None:
        return checked.permanent_since < checked.hired_on
    return checked.permanent_since <= checked.notified_on


def _late(checked: Checked, practice: Practice) -> GreenLight:
    late = f"Vérifiée le {in_full(checked.answered_on)}, après l'embauche"
    if not checked.regularised_because.strip():
        return _light(
            checked.answered_on,
            f"{late} : les heures comptent de ce jour, sauf régularisation écrite et motivée du "
            "facilitateur.",
        )
    if not practice.of(LATE_CHECK_REGULARISED):
        return _light(
            checked.answered_on,
            f"{late} : le comité n'admet pas de régularisation, les heures comptent de ce jour.",
        )
    return _light(
        checked.hired_on,
        f"{late} et régularisée par écrit : les heures comptent depuis l'embauche, à laquelle la "
        "personne était éligible.",
    )


def _light(counts_from: date | None, reason: str) -> GreenLight:
    return GreenLight(counts_from, typeset(reason))
