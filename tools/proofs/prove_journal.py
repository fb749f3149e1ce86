"""What the chain of the journal costs, and that it holds, with eight writers who commit."""

import sys

from bound import bound
from empty_house import empty_house
from table import conclude, row

WRITERS = 8
SECONDS = 6
SLOWEST = 200  # entries per second with one busy committee; a national month needs 25
BOUND = 240
WIDTHS = (44, 10, 12)


def main() -> int:
    bound(BOUND)
    with empty_house():
        import journal_cost as cost  # noqa: PLC0415 - needs the settings

        row(WIDTHS, ("eight connections, one entry a commit", "entries/s", "broken links"))
        with cost.without_links():
            bare = cost.writes_a_second(["77"], WRITERS, SECONDS)
        row(WIDTHS, ("no chain", round(bare), ""))
        one = cost.writes_a_second(["77"], WRITERS, SECONDS)
        row(WIDTHS, ("chain, one busy committee", round(one), cost.broken_in(["77"])))
        codes = [f"c{number}" for number in range(WRITERS)]
        eight = cost.writes_a_second(codes, WRITERS, SECONDS)
        row(WIDTHS, ("chain, eight committees", round(eight), cost.broken_in(codes)))
        entries, spent = cost.seconds_to_check("77")
        print(f"\nchecking {entries} entries of one chain: {spent:.1f} s")
        broken = cost.broken_in(["77", *codes])
    told = [f"{broken} links are broken."] if broken else []
    if one < SLOWEST:
        told.append(f"One busy committee writes {one:.0f} entries a second only.")
    return conclude(f"More than {SLOWEST} entries a second in one chain, which holds.", told)


if __name__ == "__main__":
    sys.exit(main())
