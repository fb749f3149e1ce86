"""Until which day a record is kept: the longest of the reasons that hold wins.

A reason whose event has not happened runs on, and so does a dispute: there is then no last day.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, Dated, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.retention.periods import (
    RETENTION_PERIODS,
    Basis,
    RetentionPeriod,
    Unit,
)
from perenne.rules.retention.records import Event, Ground, Outcome, RecordKind
from perenne.rules.texts import CNIL_SOCIAL, ESF_ARCHIVE, GDPR_ERASURE, GDPR_LIMITS
from perenne.values import add_months

RECKONINGS: Mapping[Unit, Callable[[date, int], date]] = {
    Unit.DAYS: lambda day, span: day + timedelta(span),
    Unit.MONTHS: add_months,
    Unit.YEARS: lambda day, span: add_months(day, 12 * span),
    Unit.YEARS_FROM_DECEMBER: lambda day, span: date(day.year + span, 12, 31),
}
SAID = {Unit.YEARS_FROM_DECEMBER: "le 31 décembre qui suit "}
DISPUTED = "Un litige est en cours : gardez jusqu’à sa fin définitive."


@dataclass(frozen=True, slots=True)
class Holding:
    """A record as it is held: the days of its events, what else applies to it, a dispute or not."""

    kind: RecordKind
    events: Mapping[Event, date] = field(default_factory=dict)
    grounds: frozenset[Ground] = frozenset()
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One reason to keep, and its last day; None while it has not begun to run."""

    period: RetentionPeriod
    last: date | None
    reason: str

    def runs_on(self, day: date) -> bool:
        return self.last is None or day <= self.last


@dataclass(frozen=True, slots=True)
class Expiry:
    """The last day of keeping, None when it is not known, and what to do the day after.

    From `restricted_from` on only a duty or a claim holds: the record leaves the daily work.
    """

    last: date | None
    restricted_from: date | None
    outcome: Outcome
    reasons: tuple[str, ...]

    def is_over(self, day: date) -> bool:
        return self.last is not None and day > self.last


@cites(
    GDPR_LIMITS,
    CNIL_SOCIAL,
    ESF_ARCHIVE,
    GDPR_ERASURE,
    says="Jusqu’à quand garder cette donnée, et que faire ensuite ?",
    confidence=Confidence.LIKELY,
)
def expires_on(holding: Holding, practice: Practice = USUAL) -> Expiry:
    """LookupError, in French, for a number of the law asked before its first day."""
    terms = terms_of(holding, practice)
    last = None if holding.disputed else _latest(terms)
    return Expiry(
        last,
        _restricted_from(terms, last),
        holding.kind.outcome,
        (
            *(term.reason for term in terms),
            *([DISPUTED] if holding.disputed else []),
            _conclusion(holding.kind, last),
        ),
    )


def terms_of(holding: Holding, practice: Practice) -> tuple[Term, ...]:
    """Every reason that holds for this record, in the order of the table."""
    return tuple(
        _term(period, holding.events.get(period.event), practice)
        for period in RETENTION_PERIODS
        if holding.kind in period.kinds
        and (period.ground is None or period.ground in holding.grounds)
    )


def _latest(terms: tuple[Term, ...]) -> date | None:
    known = [term.last for term in terms if term.last is not None]
    return max(known) if len(known) == len(terms) else None


def _restricted_from(terms: tuple[Term, ...], last: date | None) -> date | None:
    needs = tuple(term for term in terms if term.period.basis is Basis.NEED)
    needed = _latest(needs) if needs else None
    if needed is None or needed == last:
        return None
    return needed + timedelta(1)


def _term(period: RetentionPeriod, start: date | None, practice: Practice) -> Term:
    said = f"{period.label} ({period.source})"
    if start is None:
        return Term(period, None, typeset(f"{said} : gardez, {period.event.label} reste à venir."))
    span = period.span.on(start) if isinstance(period.span, Dated) else practice.of(period.span)
    last = RECKONINGS[period.unit](start, span)
    return Term(
        period,
        last,
        typeset(
            f"{said} : {span} {period.span.unit} après {SAID.get(period.unit, '')}"
            f"{period.event.label} "
            f"({in_full(start)}), gardez jusqu'au {in_full(last)}."
        ),
    )


def _conclusion(kind: RecordKind, last: date | None) -> str:
    if last is None:
        return typeset(f"{kind.label} : aucune date de fin n'est connue, n'effacez rien.")
    return typeset(f"{kind.label} : {kind.outcome.label} après le {in_full(last)}.")
