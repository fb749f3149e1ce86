"""Home, questions and calculator: requests per second beside a bare Django view, queries a page."""

import sys

from bound import bound
from empty_house import empty_house
from rates import Rate, rates
from table import conclude, row

BOUND = 300  # seconds for the whole proof
MOST_QUERIES = 6
LEAST_SHARE = 0.02
"""Of the requests that a bare Django view answers, what a page answers at least."""
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
        f"a page answers {LEAST_SHARE:.0%} at least of the requests of a bare Django view, "
        f"with {MOST_QUERIES} queries at most.",
        told,
    )


def shown(found: Rate, queries: int) -> None:
    shares = [f"{share:.1%}" for share in found.shares]
    row(WIDTHS, (found.path, round(found.a_second), f"{found.wait * 1000:.1f} ms", *shares,
                 queries))  # fmt: skip


def broken(found: Rate, queries: int) -> list[str]:
    told = []
    if found.shares[0] < LEAST_SHARE:
        told.append(f"{found.path} answers {found.shares[0]:.1%} of the requests of a bare view.")
    if queries > MOST_QUERIES:
        told.append(f"{found.path} asks the database {queries} times.")
    return told


if __name__ == "__main__":
    sys.exit(main())
