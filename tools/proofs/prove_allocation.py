"""A département's year: from 20 000 months of work in the database to the proposal, in seconds."""

import argparse
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from os import getloadavg
from typing import Any

from bound import bound
from empty_house import empty_house
from table import conclude, row

BOUND = 600  # seconds for the whole proof
LONGEST = 15  # seconds, from the database to the proposal that is written
MOST = 40  # questions to the database, whatever the rows
WIDTHS = (12, 10, 10, 10, 10, 10, 8, 10)


def main() -> int:
    asked = arguments()
    bound(BOUND)
    with empty_house():
        from department import new_department  # noqa: PLC0415 - needs the apps

        began = time.perf_counter()
        made = new_department(asked.months)
        print(
            f"{made.worker_months} months of work on {made.clauses} clauses, written in "
            f"{time.perf_counter() - began:.0f} s; load average {getloadavg()[0]:.1f}\n"
        )
        row(WIDTHS, ("", "seconds", "of CPU", "solver", "database", "outside", "asked", "peak MB"))
        told = tried(made.facilitator)
    return conclude(f"a proposal for a year in {LONGEST} s at most, in {MOST} questions.", told)


def tried(facilitator: Any) -> list[str]:
    from department import ON  # noqa: PLC0415

    from perenne.domain.hours.actions import approve_plan, propose_plan  # noqa: PLC0415

    plan, proposing = measured("proposed", lambda: propose_plan(by=facilitator, on=ON))
    minutes, _ = measured("approved", lambda: approve_plan(plan_id=plan, by=facilitator, on=ON))
    print(f"\n{minutes // 60} hours counted")
    broken = questions_broken()
    told = [f"{name}: {len(rows)} rows." for name, rows in broken.items()]
    if proposing.seconds > LONGEST:
        told.append(f"The proposal took {proposing.seconds:.1f} s.")
    if proposing.asked > MOST:
        told.append(f"The proposal took {proposing.asked} questions.")
    return told


def questions_broken() -> dict[str, Any]:
    from perenne.domain.hours.tests.ledger import broken  # noqa: PLC0415 - needs the apps

    return broken()


class Spent:
    """Seconds in all, of this process at work, in the solver, and waiting for the database;
    questions asked of it."""

    def __init__(self) -> None:
        self.seconds = self.busy = self.solver = self.database = 0.0
        self.asked = 0


def measured(name: str, act: Callable[[], Any]) -> tuple[Any, Spent]:
    spent = Spent()
    with watched(spent):
        began, busy = time.perf_counter(), time.process_time()
        answer = act()
        spent.seconds, spent.busy = time.perf_counter() - began, time.process_time() - busy
    outside = f"{100 * (1 - spent.solver / spent.seconds):.0f} %"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1_000
    figures = (
        f"{spent.seconds:.2f}", f"{spent.busy:.2f}", f"{spent.solver:.2f}", f"{spent.database:.2f}",
    )  # fmt: skip
    row(WIDTHS, (name, *figures, outside, spent.asked, peak))
    return answer, spent


@contextmanager
def watched(spent: Spent) -> Iterator[None]:
    from django.db import connection  # noqa: PLC0415 - needs the settings

    from perenne.rules.globalisation import flow  # noqa: PLC0415

    solver = flow.SimpleMinCostFlow

    class Timed(solver):  # type: ignore[misc, valid-type]
        def solve_max_flow_with_min_cost(self) -> Any:
            began = time.perf_counter()
            try:
                return super().solve_max_flow_with_min_cost()
            finally:
                spent.solver += time.perf_counter() - began

    def asked(execute: Any, *said: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(*said)
        finally:
            spent.database += time.perf_counter() - began
            spent.asked += 1

    flow.SimpleMinCostFlow = Timed  # type: ignore[misc]
    try:
        with connection.execute_wrapper(asked):
            yield
    finally:
        flow.SimpleMinCostFlow = solver  # type: ignore[misc]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run prove allocation", description=__doc__)
    parser.add_argument("--months", type=int, default=20_000, help="of work of one person")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
