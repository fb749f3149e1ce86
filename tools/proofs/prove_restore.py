"""A backup restored to a point in time, then a dump: every row, and nobody erased comes back."""

import argparse
import sys

from bound import bound
from empty_house import empty_house
from table import conclude

PROMISE = (
    "what was committed before the point is there to the row, what came after is not, the ledger "
    "and the journal hold, and whoever was erased is erased again before anybody is let in."
)


def main() -> int:
    asked = arguments()
    bound(asked.seconds)
    with empty_house() as home:
        import restoring  # noqa: PLC0415 - needs the apps

        return conclude(PROMISE, restoring.prove(home, asked.operations))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run prove restore", description=__doc__)
    parser.add_argument("--operations", type=int, default=4_000, help="on the ledger, each time")
    parser.add_argument("--seconds", type=int, default=900, help="for the whole, at most")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
