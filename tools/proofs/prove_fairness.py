"""100 needs, twenty territories drawn: everybody is asked as often, and nobody is always last.

The same needs and the same answers under two other orders, for comparison: the nearest first, and
the order of a list. The rule is asked as the job asks it, without a database.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from random import Random

from bound import bound
from table import conclude, row

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from perenne.rules.waves import Askable, Need, gini, next_wave  # noqa: E402
from perenne.rules.working_days import working_days_after  # noqa: E402
from perenne.values import Hours, Share  # noqa: E402

BOUND = 120  # seconds for the whole proof
NEEDS, TERRITORIES, HELPS = 100, 20, 0.15
MOST = Share.percent(5)  # the index of Gini, at most
SPREAD = 4  # times that one is asked more than another, at most
FIRST = Share.percent(25)  # of the times that one is asked, in the first wave of a need, at least
START, HOURS = date(2026, 1, 5), Hours.of(300)
WIDTHS = (26, 11, 10, 8, 8, 12)
Order = Callable[[Iterable[Askable], Need, date], list[int]]


@dataclass
class Told:
    """What became of one territory: how often each was asked, of it in the first wave of a need."""

    counts: Counter[int] = field(default_factory=Counter)
    firsts: Counter[int] = field(default_factory=Counter)


def main() -> int:
    bound(BOUND)
    print(f"{NEEDS} needs in each of {TERRITORIES} territories of 12 to 40 structures\n")
    row(WIDTHS, ("", "asked", "Gini", "least", "most", "asked at once"))
    broken = []
    for name, order in (
        ("the rule", by_turns),
        ("nearest first", by_nearness),
        ("a list", by_list),
    ):
        found = [followed(order, seed) for seed in range(TERRITORIES)]
        worst = max(gini(told.counts[one.id] for one in people) for told, people in found)
        said = figures(found)
        row(WIDTHS, (name, sum(told.counts.total() for told, _ in found), str(worst), *said))
        if order is by_turns:
            broken = faults(worst, found)
    return conclude(
        f"a Gini of {MOST} at most in every territory, {SPREAD} times of difference at most, "
        f"each asked in the first wave {FIRST} of its times at least.",
        broken,
    )


def by_turns(known: Iterable[Askable], need: Need, on: date) -> list[int]:
    return [one.id for one in next_wave(known, need, on=on).chosen]


def by_nearness(known: Iterable[Askable], _need: Need, _on: date) -> list[int]:
    return [one.id for one in sorted(known, key=lambda one: one.kilometres or 0)[:5]]


def by_list(known: Iterable[Askable], _need: Need, _on: date) -> list[int]:
    return [one.id for one in list(known)[:5]]


def followed(order: Order, seed: int) -> tuple[Told, tuple[Askable, ...]]:
    """Each need has waves until somebody helps, six at most."""
    chance, told, day = Random(seed), Told(), START  # noqa: S311 - nothing secret
    people = tuple(
        Askable(one, kilometres=chance.randint(0, 60)) for one in range(chance.randint(12, 40))
    )
    latest: dict[int, date] = {}
    for key in range(NEEDS):
        asked: set[int] = set()
        need = Need(key, HOURS)
        while need.waves < 6:
            known = [
                replace(one, asked=told.counts[one.id], asked_on=latest.get(one.id))
                for one in people
                if one.id not in asked
            ]
            chosen = order(known, need, day)
            if not chosen:
                break
            told.counts.update(chosen)
            if need.waves == 0:
                told.firsts.update(chosen)
            latest |= dict.fromkeys(chosen, day)
            asked |= set(chosen)
            need = replace(need, waves=need.waves + 1, last_wave_on=day)
            day = working_days_after(day, 2)
            if any(chance.random() < HELPS for _ in chosen):
                break
    return told, people


def figures(found: list[tuple[Told, tuple[Askable, ...]]]) -> tuple[object, ...]:
    counts = [[told.counts[one.id] for one in people] for told, people in found]
    return (
        min(map(min, counts)),
        max(map(max, counts)),
        f"{min(least_first(told, people) for told, people in found)} %",
    )


def least_first(told: Told, people: tuple[Askable, ...]) -> int:
    """Of the times that one is asked, those in which it is asked at once, in percent."""
    return min(told.firsts[one.id] * 100 // max(1, told.counts[one.id]) for one in people)


def faults(worst: Share, found: list[tuple[Told, tuple[Askable, ...]]]) -> list[str]:
    broken = [f"a Gini of {worst}."] if worst > MOST else []
    for number, (told, people) in enumerate(found):
        counts = [told.counts[one.id] for one in people]
        if max(counts) - min(counts) > SPREAD:
            broken.append(f"territory {number}: {min(counts)} to {max(counts)} times.")
        if least_first(told, people) * 100 < FIRST.basis_points:
            broken.append(f"territory {number}: one is hardly ever asked at once.")
    return broken


if __name__ == "__main__":
    sys.exit(main())
