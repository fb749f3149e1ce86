"""Globalisation seen by another solver: random facts, and the optimum that networkx finds."""

from datetime import date
from random import Random

import networkx

from perenne.rules.globalisation import Commitment, Consent, Work, refusals
from perenne.values import Euros, Hours, Period, add_months

COMPANIES = ("A", "B")


def random_commitment(number: int, chance: Random) -> Commitment:
    starts = add_months(date(2026, 1, 1), chance.randint(0, 4))
    return Commitment(
        number,
        f"Marché {number}",
        Hours(chance.choice([-600, 0, 60, 4_000, 9_000, 20_000])),
        Period(starts, add_months(starts, chance.randint(1, 12))),
        frozenset(chance.sample(COMPANIES, chance.randint(1, 2))),
        chance.choice(list(Consent)),
        Hours(chance.choice([0, 600, 6_000])),
        chance.choice(["Meaux", "Melun"]) if chance.random() < 0.2 else "Meaux",
        chance.random() < 0.15,
        Euros.of(chance.randint(0, 3) * 50),
    )


def random_work(number: int, clauses: int, chance: Random) -> Work:
    month = add_months(date(2026, 1, 1), chance.randint(0, 5))
    hired = date(2025, 6, chance.choice([1, 1, 1, 15]))
    return Work(
        number,
        f"P{number}",
        chance.choice(COMPANIES),
        month,
        Hours(chance.choice([0, 2_100, 7_200, 9_100])),
        Period(hired, add_months(hired, chance.randint(7, 24))),
        chance.choice([date(2024, 3, 1), date(2025, 6, 1)]),
        chance.choice([None, *range(clauses + 1)]),
        "Meaux",
        chance.random() < 0.5,
    )


def random_facts(seed: int) -> tuple[list[Work], list[Commitment]]:
    chance = Random(seed)
    clauses, works = chance.randint(0, 5), chance.randint(0, 9)
    return (
        [random_work(number, clauses, chance) for number in range(works)],
        [random_commitment(number, chance) for number in range(clauses)],
    )


def by_first_to_end(commitments):
    return sorted(commitments, key=lambda it: (it.performance.end, it.clause_id))


def optimum_of_networkx(works, commitments) -> tuple[int, int]:
    """(minutes counted, total of the ranks), one arc for each work and clause that may count."""
    graph = networkx.DiGraph()
    graph.add_nodes_from(["source", "sink"])
    order = by_first_to_end(commitments)
    for clause in order:
        own, gate = ("own", clause.clause_id), ("gate", clause.clause_id)
        graph.add_edge(own, "sink", capacity=max(0, clause.owed.minutes), weight=0)
        graph.add_edge(gate, own, capacity=max(0, clause.from_elsewhere.minutes), weight=0)
    for work in works:
        graph.add_edge("source", work.work_id, capacity=work.hours.minutes, weight=0)
        refused = refusals(work, commitments)
        for rank, clause in enumerate(order):
            if clause.clause_id not in refused:
                home = work.clause_id == clause.clause_id
                graph.add_edge(
                    work.work_id,
                    ("own" if home else "gate", clause.clause_id),
                    capacity=work.hours.minutes,
                    weight=rank + (0 if home else len(order)),
                )
    flow = networkx.max_flow_min_cost(graph, "source", "sink")
    return sum(flow["source"].values()), networkx.cost_of_flow(graph, flow)


def total_of(plan) -> tuple[int, int]:
    """The same two figures, read from a plan in the order of the first to end."""
    order = [it.clause_id for it in by_first_to_end(plan.commitments)]
    minutes = cost = 0
    for part in plan.allocations:
        home = part.work.clause_id == part.commitment.clause_id
        rank = order.index(part.commitment.clause_id) + (0 if home else len(order))
        minutes, cost = minutes + part.hours.minutes, cost + rank * part.hours.minutes
    return minutes, cost


def faults_in(plan, works) -> list[str]:
    """Every hour counted twice, given beyond what is owed or accepted, or refused by a ground."""
    found = []
    for work in works:
        parts = [it for it in plan.allocations if it.work == work]
        counted = sum(it.hours.minutes for it in parts)
        left = plan.left_over.get(work.work_id, Hours(0)).minutes
        if counted + left != work.hours.minutes or left < 0:
            found.append(f"work {work.work_id}: {counted} + {left} of {work.hours.minutes}")
        refused = refusals(work, plan.commitments)
        found += [f"refused: {it}" for it in parts if it.commitment.clause_id in refused]
        found += [f"nothing: {it}" for it in parts if it.hours <= Hours(0)]
    for clause in plan.commitments:
        parts = [it for it in plan.allocations if it.commitment == clause]
        elsewhere = [it for it in parts if it.work.clause_id != clause.clause_id]
        if sum(it.hours.minutes for it in parts) > max(0, clause.owed.minutes):
            found.append(f"clause {clause.clause_id}: more than owed")
        if sum(it.hours.minutes for it in elsewhere) > max(0, clause.from_elsewhere.minutes):
            found.append(f"clause {clause.clause_id}: more than accepted")
    return found
