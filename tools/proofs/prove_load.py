"""All of France at work: every role at once on the real server, page by page, and a bare view."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bound import bound
from empty_house import empty_house, house_at
from table import conclude, row

MADE = "world"
"""A file of the home: its world was made to its end."""
LATE = 1_000
"""Milliseconds in which 95 of 100 answers of any page have come, with everybody there."""


def main() -> int:
    asked = arguments()
    bound(asked.seconds)
    broken = one_size(asked) if len(asked.rows) == 1 else growth(asked)
    return conclude(
        "every role at once on the real server: no error, nothing refused that a page proposed, "
        f"95 answers of 100 within {LATE} ms, of each page too, and 400 ms of processors for any.",
        broken,
    )


def one_size(asked: argparse.Namespace) -> list[str]:
    with _house(asked) as home:
        import load_trial as trial  # noqa: PLC0415 - needs the apps

        if not (home / MADE).exists():
            trial.made(asked.rows[0])
            (home / MADE).touch()
        told = trial.tried(asked, LATE)
        if asked.told:
            Path(asked.told).write_text(json.dumps(told.late))
        return told.broken


@contextmanager
def _house(asked: argparse.Namespace) -> Iterator[Path]:
    """Under `--keep`, that of the same number of rows serves again, as the last one left it."""
    if not asked.keep:
        with empty_house() as home:
            yield home
        return
    home = Path(asked.keep).absolute() / str(asked.rows[0])
    home.mkdir(parents=True, exist_ok=True)
    with house_at(home):
        yield home


def growth(asked: argparse.Namespace) -> list[str]:
    """Each size in a process and a database of its own; then what each page takes, side by side."""
    broken, found = [], []
    for rows in asked.rows:
        with tempfile.NamedTemporaryFile(suffix=".json") as file:
            again = [sys.executable, __file__, "--rows", str(rows), "--told", file.name]
            for name in ("seconds", "lasting", "each", "visitors", "think", "keep"):
                again += [f"--{name}", str(getattr(asked, name))]
            if subprocess.run(again, check=False).returncode:  # noqa: S603 - ourselves
                broken.append(f"{rows} rows: see above.")
            said = Path(file.name).read_text()
            found.append(json.loads(said) if said else {})
    print("\nby rows of hours: p95 in ms, then processor time alone in ms")
    widths = (28, *(16 for _ in asked.rows))
    row(widths, ("page", *(f"{rows:>16,}".replace(",", " ") for rows in asked.rows)))
    for name in found[-1]:
        cells = (
            f"{one[name][0]:>8.0f}{one[name][1]:>8.0f}" if name in one else "" for one in found
        )
        row(widths, (name, *cells))
    return broken


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run prove load", description=__doc__)
    add = parser.add_argument
    add("--rows", type=int, nargs="+", default=[20_000], help="of hours, a world for each; "
        "all of France for ten years is 3 000 000")  # fmt: skip
    add("--lasting", type=float, default=60, help="seconds of traffic that are counted")
    add("--each", type=int, default=2, help="people of each role, those with most work")
    add("--visitors", type=int, default=3, help="people without an account")
    add("--think", type=float, default=1.0, help="seconds between two pages, on the average")
    add("--seconds", type=int, default=1_200, help="for all of it, at most")
    add("--keep", default="", help="a folder where the worlds stay, to be visited again")
    add("--told", default="", help="a file for the times, as JSON")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
