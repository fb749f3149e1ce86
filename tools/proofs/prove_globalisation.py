"""100 000 possible allocations in 1.3 times the bare solver at most, and the true optimum."""

import gc
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

import numpy as np
from bound import bound
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow
from table import conclude, row

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tests.flows import faults_in, optimum_of_networkx, random_facts, total_of  # noqa: E402

from perenne.rules.globalisation import Commitment, Consent, Plan, Work, plan  # noqa: E402
from perenne.values import Hours, Period, add_months  # noqa: E402

BOUND = 300  # seconds for the whole proof
RATIO = 1.3  # times the bare solver that a plan may take, explanations apart
INSTANCES = 1_000  # small random ones, compared with networkx
RUNS = 7  # each counted as a pair: the bare solver, then the plan
CLAUSES, COMPANIES = 400, 80
WIDTHS = (46, 10, 8, 10, 10, 8, 9)
START = date(2026, 1, 1)


def main() -> int:
    bound(BOUND)
    row(WIDTHS, ("", "months", "arcs", "bare", "plan", "ratio", "optimum"))
    broken = [
        *compared("a département's year, crews by contract", alike=True, promised=True),
        *compared("the same, no two months alike (for the record)", alike=False, promised=False),
        *checked_against_networkx(),
    ]
    return conclude(
        f"at most {RATIO} times the bare solver, the same optimum as another solver on "
        f"{INSTANCES:,} instances, no hour given twice or beyond what is owed.",
        broken,
    )


def compared(name: str, *, alike: bool, promised: bool) -> list[str]:
    works, commitments = department(alike=alike)
    arcs = one_arc_a_pair(works, commitments)
    plan(works[:100], commitments)  # warm
    bare, ours = [], []
    for _ in range(RUNS):
        (minutes, cost), spent = timed(lambda: bare_solver(arcs, works))
        bare.append(spent)
        found, spent = timed(lambda: plan(works, commitments))
        ours.append(spent)
    ratio = median(mine / theirs for mine, theirs in zip(ours, bare, strict=True))
    same = total_of(found) == (minutes, cost)
    figures = (f"{median(bare) * 1000:.0f} ms", f"{median(ours) * 1000:.0f} ms", f"{ratio:.2f}")
    row(WIDTHS, (name, len(works), len(arcs[0]), *figures, "same" if same else "OTHER"))
    told = [] if same else [f"{name}: another total than the bare solver."]
    told += over_allocated(found, works)
    if promised and ratio > RATIO:
        told.append(f"{name}: {ratio:.2f} times the bare solver.")
    return told


def department(*, alike: bool) -> tuple[list[Work], list[Commitment]]:
    """A year: 20 000 months of work, 80 companies of 5 clauses, each crew on its own contract."""
    chance = Random(77)  # noqa: S311 - facts, not secrets
    commitments = [
        Commitment(
            number,
            f"Marché {number}",
            Hours.of(chance.randint(100, 5_000)),
            Period(date(2025, 1, 1), add_months(date(2027, 1, 1), chance.randint(0, 24))),
            frozenset({f"{number % COMPANIES:09d}"}),
            chance.choice([Consent.OPEN, Consent.OPEN, Consent.OPEN, Consent.CAPPED]),
            Hours.of(300),
            "Meaux",
        )
        for number in range(CLAUSES)
    ]
    works = []
    for number in range(20_000):
        company = number % COMPANIES
        hired = date(2025, 6, 1 + number % 28)
        month = date(2026, 1 + chance.randrange(12), 1)
        begun = month.replace(day=2)
        employment = Period(hired, date(2027, 6, 1)) if alike else Period(begun, date(2027, 6, 1))
        home = company + COMPANIES * chance.randrange(CLAUSES // COMPANIES)
        works.append(
            Work(
                number,
                f"P{number % 1_700}",
                f"{company:09d}",
                month,
                Hours(chance.randint(3_000, 9_100)),
                employment,
                hired,
                home,
                "Meaux",
                chance.random() < 0.3,
            )
        )
    return works, commitments


def one_arc_a_pair(works: list[Work], commitments: list[Commitment]) -> list[Any]:
    """The plain network, ready for the solver: every pair of these facts may count."""
    order = sorted(commitments, key=lambda it: (it.performance.end, it.clause_id))
    served: dict[str, list[tuple[int, Commitment]]] = {}
    for rank, clause in enumerate(order):
        for company in clause.companies:
            served.setdefault(company, []).append((rank, clause))
    arcs = []
    for place, work in enumerate(works):
        for rank, clause in served[work.company]:
            home = work.clause_id == clause.clause_id
            head = len(works) + 2 * rank + (0 if home else 1)
            cost = rank + (0 if home else len(order))
            arcs.append((place, head, work.hours.minutes, cost))
    for rank, clause in enumerate(order):
        own = len(works) + 2 * rank
        arcs.append((own + 1, own, clause.from_elsewhere.minutes, 0))
        arcs.append((own, len(works) + 2 * len(order), clause.owed.minutes, 0))
    tails, heads, capacities, costs = np.array(arcs, np.int64).T
    return [tails.astype(np.int32), heads.astype(np.int32), capacities.copy(), costs.copy()]


def bare_solver(arcs: list[Any], works: list[Work]) -> tuple[int, int]:
    solver = SimpleMinCostFlow()
    numbers = solver.add_arcs_with_capacity_and_unit_cost(*arcs)
    minutes = np.array([work.hours.minutes for work in works], np.int64)
    solver.set_nodes_supplies(np.arange(len(works), dtype=np.int32), minutes)
    solver.set_node_supply(int(arcs[1].max()), -int(minutes.sum()))
    solver.solve_max_flow_with_min_cost()
    solver.flows(numbers)
    return solver.maximum_flow(), solver.optimal_cost()


def over_allocated(found: Plan, works: list[Work]) -> list[str]:
    """The counts of `faults_in`, fast enough for a whole year."""
    given: dict[int, int] = {}
    owed: dict[int, int] = {}
    for part in found.allocations:
        given[part.work.work_id] = given.get(part.work.work_id, 0) + part.hours.minutes
        owed[part.commitment.clause_id] = (
            owed.get(part.commitment.clause_id, 0) + part.hours.minutes
        )
    twice = sum(given.get(work.work_id, 0) > work.hours.minutes for work in works)
    beyond = sum(owed.get(it.clause_id, 0) > it.owed.minutes for it in found.commitments)
    return [f"{twice} months counted twice, {beyond} clauses beyond."] if twice or beyond else []


def checked_against_networkx() -> list[str]:
    other, faults = 0, 0
    for seed in range(INSTANCES):
        works, commitments = random_facts(seed)
        found = plan(works, commitments)
        other += total_of(found) != optimum_of_networkx(works, commitments)
        faults += len(faults_in(found, works))
    print(f"\n{INSTANCES:,} instances against networkx: {other} other optimum, {faults} faults")
    return [f"{other} other optimum, {faults} faults."] if other or faults else []


def timed(act: Callable[[], Any]) -> tuple[Any, float]:
    gc.collect()
    began = time.perf_counter()
    answer = act()
    return answer, time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
