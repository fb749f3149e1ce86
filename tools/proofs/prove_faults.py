"""An error at each statement of each act leaves it done or not begun; what it needs may go away."""

import argparse
import os
import subprocess
import sys
import time

from bound import bound
from empty_house import empty_house
from table import conclude

PROMISE = (
    "whatever statement of an act fails, the database and the files are as before it; while the "
    "database, the disk, the mail server, the scanner or S3 are gone, people are told so in "
    "French, and everything works again by itself."
)


def main() -> int:
    asked = arguments()
    bound(asked.seconds)
    os.environ["DJANGO_SETTINGS_MODULE"] = "perenne.config.settings"
    import django  # noqa: PLC0415

    broken: list[str] = []
    if asked.part != "outages":
        django.setup()
        import faults_told  # noqa: PLC0415 - needs the apps

        broken += faults_told.prove(time.monotonic() + asked.acting, asked.only, asked.hands)
    return conclude(PROMISE, broken + outages(asked))


def outages(asked: argparse.Namespace) -> list[str]:
    """In another process: the tests have settings of their own."""
    if asked.part == "statements":
        return []
    if asked.part == "both":
        done = subprocess.run(  # noqa: S603 - ourselves
            [sys.executable, __file__, "--part", "outages", "--gone", str(asked.gone)], check=False
        )
        return ["an outage broke the promise: see above."] if done.returncode else []
    with empty_house() as home:
        import faults_outages  # noqa: PLC0415 - needs the apps

        return faults_outages.prove(home, asked.gone)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run prove faults", description=__doc__)
    add = parser.add_argument
    add("--part", choices=("both", "statements", "outages"), default="both")
    add("--only", default="", help="actions whose name holds this")
    add("--acting", type=int, default=900, help="seconds for the acts, at most")
    add("--hands", type=int, default=2, help="processes that share the acts")
    add("--gone", type=int, default=20, help="seconds for which the database is away")
    add("--seconds", type=int, default=1_200, help="for the whole, at most")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
