"""Every figure of every kind of bilan computed again by SQL of its own; their times, at scale."""

import argparse
import gc
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from bound import bound
from empty_house import empty_house, house_at
from table import conclude, row

LIMIT = 300  # milliseconds, for 95 readings out of 100
LATE = 1_000  # the same, while what was just written is not folded yet: ten seconds at most
ALL = " of every "
"""Many bilans at once, as no page asks for them: they may take as long."""
ON = date(2026, 11, 26)
WIDTH = 44
MADE = "world"
"""A file of the home: its world was made to its end, and summed from so many facts on."""


def main() -> int:
    asked = arguments()
    bound(asked.seconds)
    broken = one_world(asked) if len(asked.rows) == 1 else growth(asked)
    return conclude(
        "each figure of each bilan is the one that an independent SQL program finds, and 95 "
        f"readings out of 100 take less than {LIMIT} ms, {LATE} while changes are not folded yet "
        "or of many bilans at once.",
        broken,
    )


def one_world(asked: argparse.Namespace) -> list[str]:
    with _house(asked) as home:
        import bilan_trial as trial  # noqa: PLC0415 - needs the apps

        gc.freeze()  # as the server does
        told = trial.Told()
        if not (home / MADE).exists():
            trial.made(told, asked.rows[0], ON, audited=not asked.times)
        trial.summed_again(home / MADE)
        trial.tried(told, asked, home, ON)
    late = [
        f"{name}: 95 readings out of 100 take {times[1]:.0f} ms, not {limit}."
        for name, times in told.times.items()
        if times[1] > (limit := LATE if name.endswith(trial.WAITING) or ALL in name else LIMIT)
    ]
    if asked.told:
        Path(asked.told).write_text(json.dumps(told.times))
    return told.broken + late


@contextmanager
def _house(asked: argparse.Namespace) -> Iterator[Path]:
    """Under `--keep`, that of the same number of rows serves again."""
    if not asked.keep:
        with empty_house() as home:
            yield home
        return
    home = Path(asked.keep).absolute() / str(asked.rows[0])
    if not (home / MADE).exists():
        shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True, exist_ok=True)
    with house_at(home):
        yield home


def growth(asked: argparse.Namespace) -> list[str]:
    """Each size in a process and a database of its own; then their times side by side."""
    broken, found = [], []
    for rows in asked.rows:
        with tempfile.NamedTemporaryFile(suffix=".json") as file:
            again = [sys.executable, __file__, "--rows", str(rows), "--told", file.name]
            for name in ("seconds", "each", "timed", "keep"):
                again += [f"--{name}", str(getattr(asked, name))]
            again += ["--times"] * asked.times
            if subprocess.run(again, check=False).returncode:  # noqa: S603 - ourselves
                broken.append(f"{rows} rows: see above.")
            said = Path(file.name).read_text()
            found.append(json.loads(said) if said else {})
    print("\np95 in ms, by rows of hours")
    widths = (WIDTH, *(11 for _ in asked.rows))
    row(widths, ("reading", *(f"{rows:>11,}".replace(",", " ") for rows in asked.rows)))
    for name in found[0]:
        row(widths, (name, *(round(one[name][1]) if name in one else "" for one in found)))
    return broken


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run prove bilan", description=__doc__)
    add = parser.add_argument
    add("--rows", type=int, nargs="+", default=[100_000], help="of hours, a world for each")
    add("--seconds", type=int, default=7_200, help="for all of it, at most")
    add("--each", type=int, default=3, help="scopes of a kind that are computed again")
    add("--timed", type=int, default=12, help="scopes of a kind whose reading is timed")
    add("--keep", default="", help="a folder where the worlds stay, to be measured again")
    add("--times", action="store_true", help="times alone; the world is left as it was")
    add("--told", default="", help="a file for the times, as JSON")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
