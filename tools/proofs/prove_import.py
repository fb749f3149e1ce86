"""100 000 days of hours from a file to the sheets: quick, small, and the same after a kill -9."""

import sys
from typing import Any

from bound import bound
from empty_house import empty_house
from table import conclude, row

BOUND = 900  # seconds for the whole proof
SHARE = 0.5  # of the rows a second of the staged insert-select that the writing may come down to
MEMORY = 300  # megabytes, of the worker
WIDTHS = (52, 9, 10, 12)


def main() -> int:
    bound(BOUND)
    with empty_house():
        import import_times  # noqa: PLC0415 - needs the apps

        scene = import_times.new_scene()
        row(WIDTHS, ("", "rows", "seconds", "rows a second"))
        ours = import_times.imported(scene)
        told(ours.steps)
        floors = import_times.baselines(scene)
        told(floors)
        killed = import_times.killed_and_run_again(scene, ours.totals)
        print(
            f"\nkilled at {killed.done} of {killed.sheets} sheets, {killed.before:,} days written;"
            f" run again: {killed.after:,} days, {'the same' if killed.same else 'OTHER'} totals;"
            f" worker {killed.memory} MB at most, sandbox {killed.sandbox} MB"
        )
        broken = list(broken_by(ours, floors, killed))
    return conclude(
        f"written at {SHARE:.0%} of a staged insert-select at least, {MEMORY} MB at most, "
        "and nothing lost or doubled by a worker that was killed.",
        broken,
    )


def told(steps: list[Any]) -> None:
    for step in steps:
        rate = f"{step.rows / step.seconds:,.0f}"
        row(WIDTHS, (step.name, step.rows, f"{step.seconds:.2f} s", rate))


def broken_by(ours: Any, floors: list[Any], killed: Any) -> Any:
    writing = next(step for step in ours.steps if step.name.startswith("written"))
    staged = next(step for step in floors if step.name.startswith("staged"))
    share = (writing.rows / writing.seconds) / (staged.rows / staged.seconds)
    print(f"\nthe writing goes at {share:.0%} of the staged insert-select")
    if share < SHARE:
        yield f"the writing goes at {share:.0%} of a staged insert-select."
    if killed.memory > MEMORY:
        yield f"the worker took {killed.memory} MB."
    if not killed.same:
        yield "killed and run again, the totals are others."
    if not 0 < killed.done < killed.sheets:
        yield "the worker was not killed half-way."


if __name__ == "__main__":
    sys.exit(main())
