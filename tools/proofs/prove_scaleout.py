"""A primary, two replicas, pgbouncer, S3, several servers and workers; one after the other dies."""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bound import bound
from empty_house import empty_house, house_at
from table import conclude

PROMISE = (
    "whoever wrote reads it at once, whichever server answers; a replica that stops or dies is "
    "noticed by nobody; when the primary dies visitors go on reading, and once a replica is "
    "promoted nothing told done is lost, each mail comes once, and everything works again."
)
INSTALL = Path(__file__).parents[1] / "pgbouncer.sh"
NOT_HERE = 2


def main() -> int:
    asked = arguments()
    found = subprocess.run(["sh", INSTALL], stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603, S607 - ours
    if found.returncode:
        print("Not run: pgbouncer is not here, and could not be fetched.", file=sys.stderr)
        return NOT_HERE
    bound(asked.seconds)
    with house(asked.made) as home:
        import scale_trial  # noqa: PLC0415 - needs the apps

        bouncer = Path(found.stdout.strip())
        return conclude(PROMISE, scale_trial.prove(home, bouncer, asked.each))


@contextmanager
def house(made: str) -> Iterator[Path]:
    if not made:
        with empty_house() as home:
            yield home
        return
    with tempfile.TemporaryDirectory(prefix="perenne-proof-") as folder:
        home = Path(folder) / "house"
        shutil.copytree(made, home)
        with house_at(home):
            yield home


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run prove scaleout", description=__doc__)
    parser.add_argument("--each", type=int, default=15, help="seconds of traffic in each scene")
    parser.add_argument("--made", default="", help="a PERENNE_HOME that is stopped and up to date: "
                        "a copy of it serves, rather than a new one")  # fmt: skip
    parser.add_argument("--seconds", type=int, default=360, help="for the whole, at most")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
