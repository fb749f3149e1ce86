"""PostgreSQL, the web server, workers killed under load: nothing told is lost, nothing is twice."""

import argparse
import sys

from bound import bound
from empty_house import empty_house
from table import conclude

PROMISE = (
    "what was answered as done is there after each kill -9 of PostgreSQL and of the web server, "
    "nothing is there by half, and jobs whose worker is killed do what they do once, each mail "
    "under one number."
)
PARTS = ("database", "server", "jobs")


def main() -> int:
    asked = arguments()
    bound(asked.seconds)
    with empty_house() as home:
        import crash_jobs  # noqa: PLC0415 - needs the apps
        import crash_server  # noqa: PLC0415
        import crash_writers  # noqa: PLC0415

        wrong = []
        if asked.part in ("", "database"):
            wrong += crash_writers.prove(home, asked.kills, asked.each)
        if asked.part in ("", "server"):
            wrong += crash_server.prove(asked.server_kills, asked.each)
        if asked.part in ("", "jobs"):
            wrong += crash_jobs.prove(home)
        return conclude(PROMISE, wrong)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run prove crash", description=__doc__)
    add = parser.add_argument
    add("--part", choices=PARTS, default="", help="this one alone")
    add("--kills", type=int, default=10, help="of PostgreSQL")
    add("--server-kills", type=int, default=6, help="of the web server")
    add("--each", type=int, default=6, help="seconds of writing before each kill")
    add("--seconds", type=int, default=720, help="for the whole, at most")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
