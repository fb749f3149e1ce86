"""Leaving, coming back, being hired for another clause: what becomes of the window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from perenne.rules.eligibility.windows import Window, counts_on
from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.texts import COMMITTEE_GLOBALISATION, PRACTICE
from perenne.values import add_months

BREAK_MONTHS = parameter(
    "eligibility.break_months",
    "Interruption au-delà de laquelle l’éligibilité se vérifie de nouveau",
    6,
    between=(3, 12),
    unit="mois",
)


@cites(
    PRACTICE,
    COMMITTEE_GLOBALISATION,
    says="Que deviennent les heures d’une personne qui quitte son emploi ?",
    confidence=Confidence.LIKELY,
)
def closed_by_leaving(window: Window, *, left_on: date) -> Window:
    """The last day still counts; the hours already counted are kept, permanent contract or not."""
    after = left_on + timedelta(1)
    if window.end is not None and window.end <= after:
        return window
    reason = (
        f"Départ le {in_full(left_on)} : les heures comptées restent acquises, il n'en compte "
        "plus après ce jour."
    )
    return replace(window, end=after, reason=typeset(reason))


@dataclass(frozen=True, slots=True)
class Return:
    """Whether the check is made again; the window then begins again too."""

    needs_check: bool
    reason: str


@cites(
    PRACTICE,
    COMMITTEE_GLOBALISATION,
    says="Faut-il vérifier de nouveau l’éligibilité pour une nouvelle embauche ?",
    confidence=Confidence.VARIES,
)
def on_return(
    window: Window, *, last_hour_on: date, hired_on: date, practice: Practice = USUAL
) -> Return:
    """For a new clause or after a break: `window` is the one that runs, whoever employs."""
    months = practice.of(BREAK_MONTHS)
    if not counts_on(window, hired_on):
        said = (
            f"La durée comptée ne couvre pas le {in_full(hired_on)} : vérifiez de nouveau "
            "l'éligibilité, une nouvelle durée commence."
        )
        return Return(True, typeset(said))
    if hired_on > add_months(last_hour_on, months):
        said = (
            f"Dernière heure le {in_full(last_hour_on)}, plus de {months} mois avant l'embauche : "
            "vérifiez de nouveau l'éligibilité, une nouvelle durée commence."
        )
        return Return(True, typeset(said))
    return Return(
        False,
        typeset("La durée comptée est en cours : vérifiez seulement l'identité de la personne."),
    )
