"""Home, questions and calculator: requests per second beside a bare Django view, queries a page."""

import sys

from bound import bound
from empty_house import empty_house
from rates import Rate, rate
from table import conclude, row

BOUND = 300  # seconds for the whole proof
MOST_QUERIES = 6
LEAST_SHARE = 0.10
"""Of the requests that a bare Django view answers, what a page answers at least."""
PAGES = ("site:home", "site:questions", "tools:calibrate")
WIDTHS = (34, 11, 9, 16, 18, 8)


def main() -> int:
    bound(BOUND)
    with empty_house():
        import beside  # noqa: PLC0415 - needs the apps

        told = []
        with beside.demo_on(18_500) as port:
            row(WIDTHS, ("page", "a second", "median", "of bare Django", "of our bare view",
                         "queries"))  # fmt: skip
            bare = rate(port, beside.BARE)
            ours = rate(port, beside.BARE_AT_HOME)
            shown("bare Django view", bare, bare, ours, 0)
            shown("bare view behind our doors", ours, bare, ours, 0)
            for path in beside.paths_of(PAGES):
                found, queries = rate(port, path), beside.queries_of(path)
                shown(path, found, bare, ours, queries)
                told += broken(path, found.a_second / bare.a_second, queries)
    return conclude(
        f"a page answers {LEAST_SHARE:.0%} at least of the requests of a bare Django view, "
        f"with {MOST_QUERIES} queries at most.",
        told,
    )


def shown(name: str, found: Rate, bare: Rate, ours: Rate, queries: int) -> None:
    row(WIDTHS, (name, round(found.a_second), f"{found.median * 1000:.1f} ms",
                 f"{found.a_second / bare.a_second:.0%}",
                 f"{found.a_second / ours.a_second:.0%}", queries))  # fmt: skip


def broken(path: str, share: float, queries: int) -> list[str]:
    told = []
    if share < LEAST_SHARE:
        told.append(f"{path} answers {share:.1%} of the requests of a bare view.")
    if queries > MOST_QUERIES:
        told.append(f"{path} asks the database {queries} times.")
    return told


if __name__ == "__main__":
    sys.exit(main())
