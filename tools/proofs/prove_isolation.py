"""Three committees on one server and one pool: no page ever holds a byte of the two others."""

import os
import sys

from bound import bound
from empty_house import empty_house
from table import conclude, row

BOUND = 240  # seconds for the whole proof
CODES = ("77", "34", "2a")
WIDTHS = (9, 9, 8, 8, 9, 9, 30)


def main() -> int:
    bound(BOUND)
    os.environ["PERENNE_COMMITTEES"] = " ".join(f"{code}=c{code}.example" for code in CODES)
    os.environ["PERENNE_HOSTS"] = ",".join(["localhost", *(f"c{code}.example" for code in CODES)])
    with empty_house():
        import neighbours  # noqa: PLC0415 - needs the apps

        neighbours.collect_statics()
        row(WIDTHS, ("asked", "shown", "refused", "foreign", "broken", "p95", "while"))
        told = []
        for harm in (neighbours.nothing, neighbours.connections_cut):
            found = neighbours.asked_all_at_once(CODES, harm)
            p95 = f"{found.p95 * 1000:.0f} ms"
            cells = (found.asked, found.shown, found.refused, found.foreign, found.broken, p95)
            row(WIDTHS, (*cells, harm.__doc__))
            told += broken(found, harmed=harm is neighbours.connections_cut)
    return conclude("each committee is shown its own pages whole, and nothing of the others.", told)


def broken(found: "neighbours.Found", *, harmed: bool) -> list[str]:  # type: ignore[name-defined] # noqa: F821
    told = []
    if found.foreign:
        told.append(f"{found.foreign} pages held something of another committee.")
    if found.shown < found.asked * (0.3 if harmed else 0.5):
        told.append(f"only {found.shown} pages of {found.asked} were shown: nothing was proved.")
    if found.broken and not harmed:
        told.append(f"{found.broken} answers were errors.")
    return told


if __name__ == "__main__":
    sys.exit(main())
