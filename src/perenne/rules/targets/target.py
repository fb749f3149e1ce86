"""The hours that a commitment asks for on any day, past ones included, and why.

The rules are put together in this order: notification, volume signed, amendments, phases,
renewals (or invoices, where the volume follows them), hours acquired, end or termination.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from perenne.rules.calibration.call_offs import Scheme
from perenne.rules.calibration.rounding import half_up
from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.targets.events import days_of_change
from perenne.rules.targets.facts import End, Facts, known
from perenne.rules.targets.owing import NOTHING, Owed, owed_on
from perenne.rules.targets.periods import ExecutionPeriod, period_on
from perenne.rules.targets.written import Written, written_on
from perenne.rules.texts import (
    AMENDMENTS,
    BUYERS_PRO_RATA,
    CALL_OFFS,
    PHASES,
    PRACTICE,
    RENEWALS,
)
from perenne.values import Hours


@dataclass(frozen=True, slots=True)
class Target:
    """What the contract asks for in all, as it stands `on` that day.

    `expected`: with what is ordered or decided already; `conditional`: what the buyer may still
    add; `paced`: what should be done by then if the hours follow the days of execution, each with
    the weight of its month.
    """

    on: date
    due: Hours
    conditional: Hours
    expected: Hours
    paced: Hours
    period: ExecutionPeriod | None
    reasons: tuple[str, ...]


@cites(
    AMENDMENTS,
    RENEWALS,
    PHASES,
    CALL_OFFS,
    PRACTICE,
    says="Combien d’heures l’engagement doit-il à cette date ?",
    confidence=Confidence.VARIES,
)
def target_on(
    facts: Facts, day: date, *, known_on: date | None = None, practice: Practice = USUAL
) -> Target:
    """`known_on`: with only what was recorded by that day; else with all that is known."""
    facts = facts if known_on is None else known(facts, known_on)
    if facts.notified_on is None or day < facts.notified_on:
        said = typeset("Le marché n'est pas notifié à cette date : rien n'est dû.")
        return Target(day, NOTHING, NOTHING, NOTHING, NOTHING, None, (said,))
    end, period = facts.ended_by(day), period_on(facts, day, practice=practice)
    written, owed = _standing(facts, day, practice)
    due = max(owed.due, written.acquired)
    reasons = [*written.reasons, *owed.reasons]
    if due > owed.due:
        reasons.append(typeset(f"{due} étaient dues et réalisées : elles restent acquises."))
    if end is not None:
        due, said = _at_the_end(facts, due, end, written, practice=practice, day=day)
        reasons.append(said)
    expected = due if end is not None else max(owed.foreseen, due)
    return Target(
        on=day,
        due=due,
        conditional=NOTHING if end is not None else max(NOTHING, owed.most - expected),
        expected=expected,
        paced=_paced(due, written, period, facts, day),
        period=period,
        reasons=tuple(reasons),
    )


@cites(
    BUYERS_PRO_RATA,
    PRACTICE,
    says="Que reste-t-il dû quand le marché est résilié ?",
    confidence=Confidence.VARIES,
)
def due_when_terminated(due: Hours, *, carried_out: Fraction, acquired: Hours) -> Hours:
    """In proportion to what was carried out; never under the hours owed and already done."""
    share = min(Fraction(1), max(Fraction(0), carried_out))
    return max(Hours(half_up(due.minutes * share)), min(due, acquired))


def curve(facts: Facts, *, until: date, practice: Practice = USUAL) -> tuple[Target, ...]:
    """The target on each of these days up to that one, which is the last point."""
    days = [day for day in days_of_change(facts) if day < until]
    return tuple(target_on(facts, day, practice=practice) for day in (*days, until))


def _standing(facts: Facts, day: date, practice: Practice) -> tuple[Written, Owed]:
    """Nothing is amended or renewed after the end; late invoices are still counted."""
    end = facts.ended_by(day)
    written = written_on(facts, end.on if end else day, practice=practice)
    follows = isinstance(written.volume, Scheme)
    return written, owed_on(facts, written.volume, end.on if end and not follows else day)


def _at_the_end(
    facts: Facts, due: Hours, end: End, written: Written, *, practice: Practice, day: date
) -> tuple[Hours, str]:
    ended = f"le {in_full(end.on)}"
    if not end.is_termination:
        return due, typeset(f"Marché terminé {ended} : le volume ne change plus.")
    if isinstance(written.volume, Scheme):
        return due, typeset(f"Marché résilié {ended} : seul ce qui est facturé reste dû.")
    carried_out, told = _carried_out(facts, end, practice)
    kept = due_when_terminated(due, carried_out=carried_out, acquired=facts.done_by(day))
    return kept, typeset(f"Marché résilié {ended}, {told} : {kept} restent dues sur {due}.")


def _carried_out(facts: Facts, end: End, practice: Practice) -> tuple[Fraction, str]:
    """By what was invoiced where there are orders, else by the days of execution."""
    amounts = (it.amount for it in facts.changes_by(end.on) if it.amount is not None)
    amount = (facts.amount, *amounts)[-1]
    if facts.orders and amount.cents:
        cents = sum(it.call_off.invoiced(end.on).cents for it in facts.orders)
        return Fraction(cents, amount.cents), f"{_percent(cents, amount.cents)} du montant exécuté"
    foreseen = period_on(replace(facts, end=None), end.on, practice=practice)
    if foreseen is None:
        return Fraction(0), "avant tout démarrage"
    done = Fraction(foreseen.worked, foreseen.workable)
    return done, f"{foreseen.worked} jours d'exécution sur {foreseen.workable}"


def _percent(part: int, whole: int) -> str:
    return f"{half_up(Fraction(100 * part, whole))} %"


def _paced(
    due: Hours, written: Written, period: ExecutionPeriod | None, facts: Facts, day: date
) -> Hours:
    """A volume that follows the invoices is at its pace by itself. A season that has no day in
    the period is none.
    """
    if isinstance(written.volume, Scheme):
        return due
    if period is None:
        return NOTHING
    worked, workable = period.worked, period.workable
    if not facts.season.is_even:
        calendar = facts.calendar_on(day)
        whole = calendar.load(period.starts_on, period.ends_on)
        if whole:
            worked = calendar.load(period.starts_on, min(day, period.ends_on))
            workable = whole
    return Hours(half_up(Fraction(due.minutes * worked, workable)))
