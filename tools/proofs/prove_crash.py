"""PostgreSQL killed under writers, workers killed in each kind of job: nothing told is lost."""

import argparse
import sys

from bound import bound
from empty_house import empty_house
from table import conclude

PROMISE = (
    "what was answered as done is there after each kill -9, nothing is there by half, and every "
    "job is done in the end, each mail once."
)


def main() -> int:
    asked = arguments()
    bound(asked.seconds)
    with empty_house() as home:
        import crash_jobs  # noqa: PLC0415 - needs the apps
        import crash_writers  # noqa: PLC0415

        return conclude(
            PROMISE, crash_writers.prove(home, asked.kills, asked.each) + crash_jobs.prove(home)
        )


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run prove crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=10, help="of PostgreSQL")
    parser.add_argument("--each", type=int, default=6, help="seconds of writing before each kill")
    parser.add_argument("--seconds", type=int, default=900, help="for the whole, at most")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
