"""The bilan of a contract, a buyer, a company, a facilitator, an EPCI, the département.

Living figures: they say what the ledger and the contracts say now. Every one of them has its
definition in `queries.measures`; each breakdown has its line for what is not known.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from perenne.domain.assessments.policy import CLOCKS
from perenne.domain.assessments.queries.bilan_cards import Bilan, Breakdown, Line, Measure
from perenne.domain.assessments.queries.discretion import discreet
from perenne.domain.assessments.queries.facts_sql import TO_WORK
from perenne.domain.assessments.queries.labels import DIMENSIONS, LASTING, UNKNOWN, Dimension
from perenne.domain.assessments.queries.measures import MEASURES, Unit
from perenne.domain.assessments.queries.scopes import ScopeChoice, names_of, scopes_for
from perenne.domain.assessments.queries.standing import Stand, standings_of
from perenne.domain.assessments.queries.totals import Total, Totals, totals_of
from perenne.domain.assessments.scopes import Scope
from perenne.domain.procurement.policy import FOLLOWING
from perenne.domain.territories.models import Epci
from perenne.kit.actors import Actor
from perenne.values import Period

__all__ = [
    "Bilan",
    "Breakdown",
    "Line",
    "Measure",
    "ScopeChoice",
    "Unit",
    "bilan_of",
    "bilans_of",
    "scopes_for",
]

NEAR = FOLLOWING | CLOCKS
"""Those who work with the persons, and the clock that publishes nothing by itself."""


def bilan_of(scope: Scope, months: Period, *, seen_by: Actor, on: date) -> Bilan:
    """NotFound when they may not see it. As many queries as for many of them."""
    return bilans_of([scope], months, seen_by=seen_by, on=on)[0]


def bilans_of(
    scopes: Sequence[Scope], months: Period, *, seen_by: Actor, on: date
) -> tuple[Bilan, ...]:
    """In the order of the scopes; one query a kind for their names, then a fixed number."""
    names = names_of(scopes, seen_by=seen_by)
    totals, standings = totals_of(scopes, months), standings_of(scopes, months, on)
    places = dict(Epci.objects.values_list("code", "name"))
    found = (
        Bilan(
            scope=scope,
            title=names[scope],
            months=months,
            on=on,
            measures=tuple(_measures(totals[scope], standings[scope])),
            breakdowns=tuple(_breakdowns(totals[scope], places)),
        )
        for scope in scopes
    )
    return tuple(found) if seen_by.role in NEAR else tuple(map(discreet, found))


def _measures(totals: Totals, standing: Stand) -> Iterator[Measure]:
    for code, value in _values(totals, standing).items():
        yield Measure(code, MEASURES[code].label, MEASURES[code].unit, value)


def _values(totals: Totals, standing: Stand) -> dict[str, int | None]:
    whole = totals.of("all")
    by_segment = {code: its.minutes for code, its in totals.codes("segment").items() if its.minutes}
    exits = {code: its.persons for code, its in totals.codes("exit").items()}
    lasting = sum(totals.of("contract_length", code).minutes for code in LASTING)
    return {
        "hours_due": standing.due,
        "hours_done": whole.minutes,
        "hours_globalised_in": totals.of("flow", "received").minutes,
        "hours_globalised_out": totals.of("flow", "given").minutes,
        "hours_worked": totals.of("flow", "worked").minutes,
        "done_share": share(standing.counted, standing.owed),
        "persons": whole.persons,
        "women": totals.of("sex", "woman").persons,
        "under_26": totals.of("age", "under_26").persons,
        "over_50": totals.of("age", "over_50").persons,
        "qpv": totals.of("qpv", "yes").persons,
        "hours_per_person": rounded(whole.minutes, whole.persons),
        "lasting_share": share(lasting, whole.minutes),
        "training_hours": totals.of("flow", "training").minutes,
        "segments": len(by_segment.keys() - {UNKNOWN}),
        "diversification": share(
            whole.minutes - max(by_segment.values(), default=0), whole.minutes
        ),
        "contracts": standing.contracts,
        "commitments": standing.commitments,
        "compliance_share": share(standing.kept, standing.closed),
        "penalties_cents": standing.penalties,
        "structures": len(totals.codes("employer")),
        "exits": sum(exits.values()),
        "exits_to_work": sum(exits.get(one.value, 0) for one in TO_WORK),
    }


def rounded(part: int, whole: int) -> int | None:
    """Half up; None of nothing."""
    return (2 * part + whole) // (2 * whole) if whole else None


def share(part: int, whole: int) -> int | None:
    """In basis points."""
    return rounded(part * 10_000, whole)


def _breakdowns(totals: Totals, places: dict[str, str]) -> Iterator[Breakdown]:
    for code, dimension in DIMENSIONS.items():
        named = Dimension(dimension.title, places) if code == "epci" else dimension
        yield Breakdown(code, dimension.title, tuple(_lines(code, named, totals)))


def _lines(code: str, dimension: Dimension, totals: Totals) -> Iterator[Line]:
    held = totals.codes(code)
    if code == "month":
        order = sorted(held)
    elif dimension.whole:
        order = list(dimension.names)
    else:
        order = sorted(held.keys() - {UNKNOWN}, key=lambda it: (-held[it].minutes, it))
    told = order if code == "month" else [*order, UNKNOWN]
    for one in told:
        its = held.get(one, Total())
        yield Line(one, dimension.label(one), its.persons, its.minutes)
