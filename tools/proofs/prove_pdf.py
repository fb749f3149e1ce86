"""Each kind of PDF from its page, beside typst alone; its structure read again; a 40-page bilan."""

import argparse
import os
import sys
from pathlib import Path

from bound import bound
from empty_house import empty_house
from table import conclude

BOUND = 900  # seconds for the whole proof


def main() -> int:
    asked = arguments()
    bound(BOUND)
    os.environ["PERENNE_SECOND_FACTOR"] = "offered"  # as the demo is
    with empty_house():
        import printing  # noqa: PLC0415 - needs the apps
        from visited import demo_built  # noqa: PLC0415

        demo_built()
        return conclude(printing.PROMISE, printing.prove(asked.keep))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run prove pdf", description=__doc__)
    told = "a folder where the papers are left, to be looked at"
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help=told)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
