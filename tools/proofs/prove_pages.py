"""Home, questions and calculator: requests per second beside a bare Django view, queries a page."""

import sys

from bound import bound
from empty_house import empty_house
from rates import Rate, rates
from table import conclude, row

BOUND = 300  # seconds for the whole proof
MOST_QUERIES = 6
LEAST_SHARE = 0.05
"""Of the requests that a view which does nothing answers at our door, what a page answers at least.

Of a view without any middleware, told beside it, the share says more of the machine than of the
page: such a view answered 1 609 to 7 064 requests a second on one day, a page 96 to 145.
"""
PAGES = ("site:home", "site:questions", "tools:calibrate")
WIDTHS = (22, 11, 9, 16, 20, 8)


def main() -> int:
    bound(BOUND)
    with empty_house():
        import beside  # noqa: PLC0415 - needs the apps

        with beside.demo_on(18_500) as port:
            pages = beside.paths_of(PAGES)
            row(WIDTHS, ("address", "a second", "median", "of bare Django", "of it, at our door",
                         "queries"))  # fmt: skip
            told = []
            for found in rates(port, [*beside.BARE, *pages], beside=len(beside.BARE)):
                queries = beside.queries_of(found.path) if found.path in pages else 0
                shown(found, queries)
                told += broken(found, queries) if found.path in pages else []
    return conclude(
        f"a page answers {LEAST_SHARE:.0%} at least of the requests of a view that does nothing "
        f"behind the same middleware, with {MOST_QUERIES} queries at most.",
        told,
    )


def shown(found: Rate, queries: int) -> None:
    shares = [f"{share:.1%}" for share in found.shares]
    row(WIDTHS, (found.path, round(found.a_second), f"{found.wait * 1000:.1f} ms", *shares,
                 queries))  # fmt: skip


def broken(found: Rate, queries: int) -> list[str]:
    told = []
    share = found.shares[-1]
    if share < LEAST_SHARE:
        told.append(f"{found.path} answers {share:.1%} of the requests of a view at our door.")
    if queries > MOST_QUERIES:
        told.append(f"{found.path} asks the database {queries} times.")
    return told


if __name__ == "__main__":
    sys.exit(main())
