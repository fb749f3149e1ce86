"""The flow whose optimum is the plan: minutes run from months of work to what clauses owe.

    work → clause → sink             hours worked on the contract itself
    work → gate → clause → sink      hours worked elsewhere

A gate holds what its buyer lets come from elsewhere. Leaving its contract costs a minute more than
any difference of rank between two clauses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from perenne.rules.globalisation.alike import dealt, gathered
from perenne.rules.globalisation.facts import Commitment, Work
from perenne.rules.globalisation.flow import Arcs, best_flow
from perenne.rules.globalisation.pairs import Flags, Integers, pairs_of_companies
from perenne.rules.globalisation.refusals import admitted
from perenne.rules.practice import Practice


def best_minutes(
    works: Sequence[Work], clauses: Sequence[Commitment], practice: Practice
) -> Iterator[tuple[Work, Commitment, int]]:
    """Minutes of a work counted on a clause, never nil: the optimum, `clauses` being in order."""
    groups = gathered(works, clauses, practice)
    supplies = np.array([sum(it.hours.minutes for it in group) for group in groups], np.int64)
    pairs = pairs_of_companies([group[0] for group in groups], clauses, practice)
    kept = np.flatnonzero(admitted(pairs))
    group, clause = pairs.work[kept], pairs.clause[kept]
    flows = best_flow(
        _arcs(group, clause, pairs.is_home[kept], supplies, clauses),
        supplies=supplies,
        sink=len(groups) + 2 * len(clauses),
    )[: len(kept)]
    parts: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    used = np.flatnonzero(flows)
    columns = (group[used].tolist(), clause[used].tolist(), flows[used].tolist())
    for place, rank, minutes in zip(*columns, strict=True):
        parts[place].append((rank, minutes))
    for place, shares in parts.items():
        for work, rank, minutes in dealt(groups[place], shares):
            yield work, clauses[rank], minutes


def _arcs(
    group: Integers,
    clause: Integers,
    is_home: Flags,
    supplies: Integers,
    clauses: Sequence[Commitment],
) -> Arcs:
    own = len(supplies) + np.arange(len(clauses))
    gate, sink = own + len(clauses), len(supplies) + 2 * len(clauses)
    room = np.array([it.from_elsewhere.minutes for it in clauses], np.int64)
    owed = np.array([it.owed.minutes for it in clauses], np.int64)
    free = np.zeros(len(clauses), np.int64)
    return Arcs(
        tails=np.concatenate([group, gate, own]),
        heads=np.concatenate(
            [np.where(is_home, own[clause], gate[clause]), own, np.full(len(clauses), sink)]
        ),
        capacities=np.maximum(0, np.concatenate([supplies[group], room, owed])),
        costs=np.concatenate([clause + np.where(is_home, 0, len(clauses)), free, free]),
    )
