"""Minimum-cost maximum flow, solved exactly by OR-tools.

An arc goes from a node (an integer) to another, carries at most its capacity, at a cost by unit.
All are integers (minutes here), so that the optimum is exact and integral.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Arcs:
    tails: Integers
    heads: Integers
    capacities: Integers
    costs: Integers


def best_flow(arcs: Arcs, *, supplies: Integers, sink: int) -> Integers:
    """Units on each arc: as many as can reach the sink, at the least total cost.

    `supplies[n]` units start from node n. RuntimeError when the solver gives no optimum, which
    integers within its bounds never cause.
    """
    solver = SimpleMinCostFlow()
    numbers = solver.add_arcs_with_capacity_and_unit_cost(
        arcs.tails.astype(np.int32), arcs.heads.astype(np.int32), arcs.capacities, arcs.costs
    )
    solver.set_nodes_supplies(np.arange(len(supplies), dtype=np.int32), supplies)
    solver.set_node_supply(sink, -int(supplies.sum()))
    status = solver.solve_max_flow_with_min_cost()
    if status != SimpleMinCostFlow.OPTIMAL:
        raise RuntimeError(f"minimum-cost flow: {status.name}")
    flows: Integers = solver.flows(numbers)
    return flows
