"""A penalty as it would be proposed today, line by line, with what the facilitator may add.

What the rules let one write by hand: hours for which neither the buyer nor the facilitator found a
solution (CCAG x.1.5), with their evidence; the hourly cost, where the calibration keeps none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.queries.terms import tariff_in
from perenne.domain.compliance.models import Observation, Shortfall
from perenne.domain.compliance.queries.exposures import Added, inputs_for
from perenne.domain.compliance.queries.past import past_of
from perenne.domain.compliance.queries.standings import Standing
from perenne.kit.refusals import Refused
from perenne.rules.french import typeset
from perenne.rules.penalties import (
    Claim,
    Evidence,
    Formula,
    Penalty,
    PenaltyInputs,
    WaiverGround,
    compute,
    waive,
)
from perenne.values import Euros, Hours

NO_HOURS = Hours(0)
ALL_SETTLED = (
    "Les heures qui manquent ont déjà fait l’objet d’une décision ou sont exonérées : il n’y a pas "
    "d’autre pénalité à proposer."
)


@dataclass(frozen=True, slots=True)
class Asked:
    """`unsolved`: hours without a solution; `search`: the trace of what was looked for."""

    unsolved: Hours = NO_HOURS
    search: str = ""
    hourly_cost: Euros | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """`lines`: the whole computation, what was exonerated first; `cautions` beside it."""

    inputs: PenaltyInputs
    penalty: Penalty
    lines: tuple[str, ...]


NOTHING_ASKED = Asked()


def draft_of(row: Shortfall, standing: Standing, on: date, asked: Asked = NOTHING_ASKED) -> Draft:
    """Refused, in French, when the clause writes no penalty, a value or a piece of evidence lacks.

    Two queries. Of a shortfall read with its commitment, clause and contract.
    """
    commitment = row.commitment
    past = past_of([commitment.contract_id])
    unsolved, told = _relieved(row, standing, asked)
    settled = past.settled(commitment, standing.lacking)
    if settled:
        told = (typeset(f"Heures déjà réglées par une décision : {settled}."), *told)
    added = Added(unsolved, asked.hourly_cost)
    try:
        inputs = inputs_for(commitment, standing, on, past=past, added=added)
    except ValueError as lacking:
        raise Refused(str(lacking)) from lacking
    if not inputs.facts.missing:
        raise Refused(ALL_SETTLED)
    penalty = compute(inputs)
    return Draft(inputs, penalty, (*told, *penalty.reasons))


def asks_hourly_cost(row: Commitment) -> bool:
    """Whether the clause counts in hourly costs, and its calibration keeps none."""
    tariff = tariff_in(row.clause)
    lacks = tariff is not None and tariff.formula is Formula.PER_HOUR_COST
    return lacks and row.clause.hourly_cost_cents is None


def _relieved(row: Shortfall, standing: Standing, asked: Asked) -> tuple[Hours, tuple[str, ...]]:
    if not asked.unsolved:
        return NO_HOURS, ()
    evidence = set()
    if Observation.objects.filter(shortfall=row).exists():
        evidence.add(Evidence.ALERT)
    if asked.search.strip():
        evidence.add(Evidence.SEARCH)
    relief = waive(
        Claim(
            ground=WaiverGround.NO_SOLUTION,
            evidence=frozenset(evidence),
            due=standing.expected,
            validated=standing.counted,
            hours=asked.unsolved,
        )
    )
    if not relief.granted:
        raise Refused(" ".join(relief.reasons))
    return relief.exonerated, (*relief.reasons[:-1], f"Recherches : {asked.search.strip()}")
