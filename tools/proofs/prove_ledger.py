"""100 000 random acts of eight writers on the ledger of hours; and again, each lock taken away."""

import argparse
import sys
import time
from os import getloadavg
from random import Random
from types import ModuleType
from typing import Any

from bound import bound
from empty_house import empty_house
from table import conclude, row

WRITERS = 8
WAVE = 10_000  # operations on one world, before PostgreSQL is asked and another one is made
WITHOUT = 400  # operations without one of the locks, all writers at the same instants
SPARE = 900  # seconds for what is not an operation with all locks
DEADLOCK, SERIALIZATION = "40P01", "40001"
WIDTHS = (12, 8, 8, 8, 10)
LOCKS = (40, 6, 8, 10, 7, 60)


def main() -> int:
    asked = arguments()
    bound(asked.seconds + SPARE)
    with empty_house():
        import ledger_writers as ledger  # noqa: PLC0415 - needs the apps

        ledger.refuse_pool()
        chance = Random(asked.seed)  # noqa: S311 - the same acts are drawn each time
        told, broken = with_all_locks(asked, ledger, chance)
        wanted = [name for name in sorted(told.locks) if asked.lock in name]
        if asked.without:
            broken += without_each_lock(wanted, asked.without, ledger, chance)
    return conclude(
        "no invariant is broken, no minute is counted twice and nobody waits in a circle; without "
        "any one of its locks, PostgreSQL refuses what would break one.",
        broken,
    )


def with_all_locks(
    asked: argparse.Namespace, ledger: ModuleType, chance: Random
) -> tuple[Any, list[str]]:
    """Until so many operations are done, or so many seconds are spent in them."""
    told, spent, broken = ledger.Told(), 0.0, dict[str, Any]()
    left = asked.operations
    while left > 0 and spent < asked.seconds:
        world = ledger.world()
        began = time.monotonic()
        told += ledger.wave(world, WRITERS, min(left, WAVE), asked.seconds - spent, chance)
        spent += time.monotonic() - began
        left = asked.operations - told.operations
        broken |= ledger.broken()
        print(
            f"{told.operations:>7} operations, {told.operations / spent:.0f} a second, "
            f"{len(broken)} invariants broken, load average {getloadavg()[0]:.1f}",
            flush=True,
        )
    print()
    row(WIDTHS, ("act", "done", "refused", "errors", "ms each"))
    for name in sorted(told.spent):
        each = told.spent[name] / max(1, told.times(name))
        row(WIDTHS, (name, told.done[name], told.refused[name], told.errors[name], f"{each:.1f}"))
    row(WIDTHS, ("all", told.done.total(), told.refused.total(), told.errors.total(), ""))
    twice = sum(len(rows) for name, rows in broken.items() if name.startswith(("I1 ", "I11 ")))
    stuck, late = told.states[DEADLOCK], told.states[SERIALIZATION]
    print(
        f"\n{told.operations} operations of {WRITERS} writers in {spent:.0f} s, "
        f"{told.operations / spent:.0f} a second; {len(broken)} invariants broken, {twice} rows "
        f"counted twice, {stuck} deadlocks, {late} serialization errors"
    )
    print(f"refused by PostgreSQL, told in words: {said(told.by_postgresql)}\n")
    found = [f"{name}: {len(rows)} rows." for name, rows in broken.items()]
    if told.errors:
        found.append(f"{told.errors.total()} acts ended in an error: {said(told.by_postgresql)}.")
    if told.operations < asked.operations:
        found.append(f"only {told.operations} operations in {asked.seconds} s.")
    return told, found


def without_each_lock(
    locks: list[str], operations: int, ledger: ModuleType, chance: Random
) -> list[str]:
    broken = []
    row(LOCKS, ("without the lock", "done", "refused", "deadlocks", "broken", "by PostgreSQL"))
    for name in locks:
        told = ledger.wave(ledger.narrow_world(), WRITERS, operations, SPARE, chance, name)
        found = ledger.broken()
        refused = told.refused.total() + told.errors.total()
        counts = (told.done.total(), refused, told.states[DEADLOCK], len(found))
        row(LOCKS, (name, *counts, said(told.by_postgresql)))
        broken += [f"without {name}, {one}" for one in found]
    return broken


def said(counted: Any) -> str:
    return ", ".join(f"{name} {times}" for name, times in counted.most_common()) or "nothing"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run prove ledger", description=__doc__)
    add = parser.add_argument
    add("--operations", type=int, default=100_000, help="with all their locks")
    add("--seconds", type=int, default=2_400, help="for them, at most")
    add("--without", type=int, default=WITHOUT, help="operations without each lock; 0: none")
    add("--lock", default="", help="only those whose name holds this")
    add("--seed", type=int, default=77)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
