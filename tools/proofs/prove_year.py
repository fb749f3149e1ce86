"""A simulated year of the demo département: every mail that leaves is read, its links opened."""

import argparse
import os
import sys
import time

from bound import bound
from empty_house import empty_house
from table import conclude

PROMISE = (
    "a mail says one thing once, of what still waits when it leaves, with links that open, on "
    "working days and hours, one digest a day at most for each address, and threatens nobody whom "
    "nothing is held against."
)


def main() -> int:
    asked = arguments()
    until = time.monotonic() + asked.seconds * 0.9
    bound(asked.seconds)
    os.environ["PERENNE_MAIL_URL"] = "smtp://127.0.0.1:2525"  # the box says its own port below
    with empty_house():
        import year_days  # noqa: PLC0415 - needs the apps

        return conclude(PROMISE, year_days.prove(asked.days, asked.seed, until))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run prove year", description=__doc__)
    parser.add_argument("--days", type=int, default=365, help="of the simulation")
    parser.add_argument("--seed", type=int, default=77, help="of what people do")
    parser.add_argument("--seconds", type=int, default=1_800, help="for the whole, at most")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
