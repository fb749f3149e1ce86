"""Every figure of every kind of bilan computed again by SQL of its own; and their times, at scale."""

import argparse
import sys
from datetime import date

from bound import bound
from empty_house import empty_house
from table import conclude

WIDTHS = (26, 10, 9, 9, 9, 9, 12)
LIMIT = 300  # milliseconds, for 95 readings out of 100
ON = date(2026, 11, 26)


def main() -> int:
    asked = arguments()
    bound(asked.seconds)
    broken: list[str] = []
    for works in asked.rows:
        with empty_house() as home:
            import bilan_trial as trial  # noqa: PLC0415 - needs the apps

            broken += trial.tried(works, asked, home, ON, LIMIT)
    return conclude(
        "each figure of each bilan is the one that an independent SQL program finds, and 95 "
        f"readings out of 100 take less than {LIMIT} ms.",
        broken,
    )


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run prove bilan", description=__doc__)
    add = parser.add_argument
    add("--rows", type=int, nargs="+", default=[100_000], help="of hours, one world for each")
    add("--seconds", type=int, default=3_000, help="for all of it, at most")
    add("--each", type=int, default=3, help="scopes of a kind that are computed again")
    add("--timed", type=int, default=12, help="scopes of a kind whose reading is timed")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
