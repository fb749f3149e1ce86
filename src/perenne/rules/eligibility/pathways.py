"""The pathway of a person in time: what runs, what is foreseen, what is left of the right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from perenne.rules.eligibility.returns import BREAK_MONTHS
from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import COMMITTEE_GLOBALISATION, PRACTICE
from perenne.values import Period, add_months, months_between


@dataclass(frozen=True, slots=True)
class Clock:
    """What is left of the right: whole months, then days; `sentence` in French."""

    months: int
    days: int
    is_over: bool
    sentence: str


@cites(
    COMMITTEE_GLOBALISATION,
    PRACTICE,
    says="Combien de temps la personne peut-elle encore compter ?",
    confidence=Confidence.VARIES,
)
def clock(right: Period, *, on: date) -> Clock:
    """`right`: the days of the verdict. Before it begins, all of it is left."""
    last = in_full(right.last_day)
    if on >= right.end:
        return Clock(0, 0, True, typeset(f"Le droit a pris fin le {last}."))
    begins = max(on, right.start)
    months = months_between(begins, right.end)
    days = (right.end - add_months(begins, months)).days
    left = f"{months} mois" if months else f"{days} jour{'s' * (days > 1)}"
    return Clock(months, days, False, typeset(f"Le droit court jusqu'au {last} : reste {left}."))


@dataclass(frozen=True, slots=True)
class Outlook:
    """`gaps`: days of the right, from its first job on, on which no job stands.

    `nothing_after`: the last day of what is foreseen; None when jobs go on past the right, or
    when there is none at all.
    """

    gaps: tuple[Period, ...]
    nothing_after: date | None
    sentence: str


@cites(
    PRACTICE,
    COMMITTEE_GLOBALISATION,
    says="Que reste-t-il à prévoir dans le parcours d’une personne ?",
    confidence=Confidence.VARIES,
)
def outlook(
    jobs: Iterable[Period], right: Period, *, on: date, practice: Practice = USUAL
) -> Outlook:
    """Jobs that overlap are one; what stands outside of the right is not looked at."""
    covered = _joined(jobs, right)
    if not covered:
        return Outlook((), None, "Aucune embauche n’est prévue.")
    gaps = tuple(Period(one.end, other.start) for one, other in pairwise(covered))
    end = covered[-1].end
    if end >= right.end:
        return Outlook(gaps, None, "Des embauches couvrent la suite du droit.")
    last = end - timedelta(1)
    months = practice.of(BREAK_MONTHS)
    until = in_full(add_months(last, months))
    said = (
        f"Rien de prévu après le {in_full(last)}."
        if on <= add_months(last, months)
        else f"Rien depuis le {in_full(last)} : vérifiez de nouveau l'éligibilité avant "
        "d'embaucher."
    )
    if on <= add_months(last, months) < right.end:
        said += f" Sans embauche avant le {until}, l'éligibilité se vérifie de nouveau."
    return Outlook((*gaps, Period(end, right.end)), last, typeset(said))


def _joined(jobs: Iterable[Period], right: Period) -> list[Period]:
    """Those of the right, in order, without overlap."""
    found: list[Period] = []
    for job in sorted(jobs, key=lambda one: one.start):
        start, end = max(job.start, right.start), min(job.end, right.end)
        if start >= end:
            continue
        if found and start <= found[-1].end:
            found[-1] = Period(found[-1].start, max(end, found[-1].end))
        else:
            found.append(Period(start, end))
    return found
