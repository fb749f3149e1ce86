"""100 000 random acts of eight writers on the ledger of hours; and again, each lock taken away."""

import argparse
import os
import sys
import time
from random import Random

from bound import bound
from empty_house import empty_house
from table import conclude, row

WRITERS = 8
WAVE = 5_000  # operations on one world, before PostgreSQL is asked and another one is made
LOCKLESS = 640
SPARE = 600  # seconds for what is not an operation
WIDTHS = (12, 8, 8, 8, 10)
LOCKS = (40, 8, 8, 10, 10, 8, 60)


def main() -> int:
    asked = arguments()
    global ONLY
    ONLY = asked.only
    bound(asked.seconds + SPARE)
    with empty_house():
        import ledger_writers  # noqa: PLC0415 - needs the apps

        ledger_writers.refuse_pool()
        chance = Random(asked.seed)  # noqa: S311 - the same operations each time
        told, broken = all_locks(asked, ledger_writers, chance)
        if not asked.skip_locks:
            broken += each_lock_removed(sorted(told.locks), ledger_writers, chance)
    return conclude(
        "no invariant is broken by random concurrent acts, with their locks or without any one.",
        broken,
    )


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run prove ledger", description=__doc__)
    parser.add_argument("--operations", type=int, default=100_000)
    parser.add_argument("--seconds", type=int, default=1_800, help="of operations, at most")
    parser.add_argument("--seed", type=int, default=77)
    parser.add_argument("--skip-locks", action="store_true")
    parser.add_argument("--only", default="")
    return parser.parse_args()


def all_locks(asked, ledger, chance):
    told = ledger.Told()
    spent = 0.0
    broken = {}
    while told.operations < asked.operations and spent < asked.seconds:
        began = time.monotonic()
        told += ledger.wave(WRITERS, WAVE, asked.seconds - spent, "", chance)
        spent += time.monotonic() - began
        broken |= ledger.broken()
        print(
            told.operations,
            f"{spent:.0f} s",
            f"{told.operations / spent:.0f}/s",
            sorted(broken),
            flush=True,
        )
    row(WIDTHS, ("act", "done", "refused", "faults", "ms each"))
    for name in sorted(told.spent):
        n = told.done[name] + told.refused[name] + told.faults[name]
        row(
            WIDTHS,
            (
                name,
                told.done[name],
                told.refused[name],
                told.faults[name],
                f"{told.spent[name] / max(1, n):.1f}",
            ),
        )
    print(told.by_postgresql, told.states, told.locks)
    return told, sorted(broken)


def each_lock_removed(locks, ledger, chance):
    broken = []
    row(
        LOCKS,
        (
            "lock removed",
            "done",
            "refused",
            "faults",
            "deadlocks",
            "broken",
            "refused by PostgreSQL",
        ),
    )
    for name in [it for it in locks if ONLY in it]:
        told = ledger.wave(WRITERS, LOCKLESS, 120, name, chance)
        found = ledger.broken()
        print({k: len(v) for k, v in found.items()})
        row(
            LOCKS,
            (
                name,
                told.done.total(),
                told.refused.total(),
                told.faults.total(),
                told.states["40P01"],
                len(found),
                dict(told.by_postgresql),
            ),
        )
        broken += [f"without {name}: {one}" for one in found]
    return broken


if __name__ == "__main__":
    sys.exit(main())
