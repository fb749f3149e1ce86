"""Contested acts, eight writers at once on 150 things each: one truth, no deadlock."""

import argparse
import sys

from bound import bound
from empty_house import empty_house
from table import conclude

PROMISE = (
    "whoever acts at the same instant as seven others is the one who wins or is told why in "
    "French; nothing is lost, nothing is done twice, and nobody waits in a circle."
)


def main() -> int:
    asked = arguments()
    bound(asked.seconds)
    with empty_house():
        import race_running  # noqa: PLC0415 - needs the apps

        return conclude(PROMISE, race_running.prove(asked.objects, asked.only))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run prove race", description=__doc__)
    parser.add_argument("--objects", type=int, default=150, help="of each operation")
    parser.add_argument("--only", default="", help="operations whose name holds this")
    parser.add_argument("--seconds", type=int, default=1_200, help="for the whole, at most")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
