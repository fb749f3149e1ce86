"""The execution period as it stands on a day: amended, renewed, suspended, ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, choice
from perenne.rules.targets.facts import Facts, Pause, known
from perenne.rules.texts import AMENDMENTS, PRACTICE, RENEWALS
from perenne.values.periods import add_months

SUSPENSION_PUSHES_END = choice(
    "targets.suspension_pushes_end",
    "Une suspension repousse d’autant la fin de l’exécution",
    True,
    False,
)
DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class ExecutionPeriod:
    """Both days included. `worked` and `workable`: calendar days, without those suspended."""

    starts_on: date
    ends_on: date
    worked: int
    workable: int
    is_suspended: bool
    reasons: tuple[str, ...]


@cites(
    RENEWALS,
    AMENDMENTS,
    PRACTICE,
    says="De quand à quand le contrat s’exécute-t-il ?",
    confidence=Confidence.VARIES,
)
def period_on(
    facts: Facts, day: date, *, known_on: date | None = None, practice: Practice = USUAL
) -> ExecutionPeriod | None:
    """None while the first day of execution is not set."""
    facts = facts if known_on is None else known(facts, known_on)
    if facts.starts_on is None:
        return None
    months, said = _months(facts, day)
    term = add_months(facts.starts_on, months) - DAY
    pauses = sorted((it for it in facts.pauses if it.since <= day), key=lambda it: it.since)
    last, lost = _pushed(term, pauses, day, pushes=practice.of(SUSPENSION_PUSHES_END))
    if lost:
        kept = "la fin est repoussée d'autant" if last != term else "la fin ne change pas"
        said.append(f"{_days(lost)} de suspension : {kept}.")
    if facts.end is not None and facts.ended_by(day):
        last = facts.end.on
    stopped = _stopped(facts.starts_on, last, pauses, day)
    by_then = min(day, last)
    stopped_by_then = _stopped(facts.starts_on, by_then, pauses, day)
    return ExecutionPeriod(
        facts.starts_on,
        last,
        max(0, (by_then - facts.starts_on).days + 1 - stopped_by_then),
        max(1, (last - facts.starts_on).days + 1 - stopped),
        any(it.until is None or it.until >= day for it in pauses) and day <= last,
        tuple(map(typeset, (*said, f"Dernier jour d'exécution : {in_full(last)}."))),
    )


def _months(facts: Facts, day: date) -> tuple[int, list[str]]:
    months, said = facts.months, [f"{facts.months} mois fermes à compter du démarrage."]
    for change in facts.changes_by(day):
        if change.months is not None:
            months = change.months
            said.append(f"L'avenant n° {change.number} porte la durée ferme à {months} mois.")
    for number, longer in enumerate(facts.renewal_months[: decided(facts, day)], 1):
        months += longer
        said.append(f"La reconduction n° {number} ajoute {longer} mois.")
    return months, said


def _pushed(term: date, pauses: list[Pause], day: date, *, pushes: bool) -> tuple[date, int]:
    """The last day, and the days suspended before it; one that lasts is counted to that day."""
    last, lost = term, 0
    for pause in pauses:
        if pause.since <= last:
            until = pause.until or max(day, pause.since)
            lost += (until - pause.since).days + 1
            last = term + timedelta(lost) if pushes else term
    return last, lost


def _stopped(since: date, until: date, pauses: list[Pause], day: date) -> int:
    """The days of a stretch on which the contract was suspended; one that lasts, to that day."""
    return sum(
        max(0, (min(it.until or day, until) - max(it.since, since)).days + 1) for it in pauses
    )


def _days(count: int) -> str:
    return f"{count} jour{'s' if count > 1 else ''}"


def decided(facts: Facts, day: date) -> int:
    """How many renewals in a row were decided by that day to take place."""
    return _in_a_row(facts, {it.number for it in facts.renewals if it.decided_on <= day})


def begun(facts: Facts, day: date) -> int:
    """How many renewals in a row have begun."""
    return _in_a_row(
        facts, {it.number for it in facts.renewals if max(it.decided_on, it.starts_on) <= day}
    )


def possible(facts: Facts, day: date) -> int:
    """How many renewals may still take place in all: none after one that was refused."""
    refused = [it.number for it in facts.renewals if not it.takes_place and it.decided_on <= day]
    return min([len(facts.renewal_months), *(number - 1 for number in refused)])


def _in_a_row(facts: Facts, numbers: set[int]) -> int:
    accepted = {it.number for it in facts.renewals if it.takes_place} & numbers
    count = 0
    while count + 1 in accepted and count < len(facts.renewal_months):
        count += 1
    return count
