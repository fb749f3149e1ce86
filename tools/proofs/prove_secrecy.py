"""Published tables attacked by another linear programme: no hidden figure is worked out."""

import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from bound import bound
from table import conclude, row

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from attack import MOST, SIDES, Figures, Key, Reader, unveiled, whole_persons  # noqa: E402
from demo_editions import editions_of_the_demo  # noqa: E402
from departments import KINDS, Edition, counted_late, editions_of, works_of  # noqa: E402

from perenne.rules.secrecy.crowds import Crowd  # noqa: E402

BOUND = 3_600  # seconds for the whole proof
LEAST, MARGIN, COMPANIES, DOMINANT = 11, 20, 3, 85  # persons, percent, companies, percent
INTEGERS = 3  # figures of each département tried with integers too
INSIDERS = 4  # companies of each year that read too
WIDTHS = (11, 6, 9, 9, 9, 9, 10, 7, 7, 7, 8)
SLACK = 1e-3
TOLD = ("figures", "hidden", "protected", "readers", "recovered", "narrow", "before", "naive")
"""`before`: figures of a year that its quarters, each told rightly, bound by themselves; `naive`:
hours that would be worked out if the protected places alone were hidden."""


@dataclass
class Tally:
    seen: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)

    def breaks(self, what: str, sentence: str) -> None:
        self.seen[what] += 1
        self.broken.append(sentence)


def main() -> int:
    bound(BOUND)
    most = int(sys.argv[1]) if len(sys.argv) > 1 else sys.maxsize
    row(WIDTHS, ("", "dépts", *TOLD, "seconds"))
    broken: list[str] = []
    for kind in KINDS:
        begun, tally, each = time.monotonic(), Tally(), min(kind.number, most)
        for number in range(each):
            chance = Random(f"{kind.name} {number}")  # noqa: S311 - facts, not secrets
            editions = editions_of(list(counted_late(works_of(kind, chance), chance)))
            attacked(editions, chance, tally, f"{kind.name} {number}")
        tell(kind.name, each, tally, begun)
        broken += tally.broken
    begun, tally = time.monotonic(), Tally()
    attacked(editions_of_the_demo(), Random(77), tally, "demo")  # noqa: S311
    tell("the demo", 1, tally, begun)
    broken += tally.broken
    return conclude(
        "no protected figure is worked out, by a reader or by a company alone in a place; a small "
        f"number of persons keeps {LEAST - 1} possible values, hours {MARGIN} % on each side.",
        broken[:20],
    )


def tell(name: str, number: int, tally: Tally, begun: float) -> None:
    told = [tally.seen[one] for one in TOLD]
    row(WIDTHS, (name, number, *told, round(time.monotonic() - begun)))


@dataclass(frozen=True, slots=True)
class Told:
    """What is public of a year, and what is true; `least` is what is less than one in truth."""

    name: str
    figures: Figures
    crowds: Mapping[Key, Crowd]
    protected: list[Key]
    least: Mapping[tuple[str, Key], int]


def attacked(editions: list[Edition], chance: Random, tally: Tally, name: str) -> None:
    """Year by year: no sum goes from one to another. All editions of the year are read together."""
    for year in sorted({one.quarter[:4] for one in editions}):
        mine = [one for one in editions if one.quarter.startswith(year)]
        figures = unveiled({key: told for one in mine for key, told in one.figures.items()})
        crowds: dict[Key, Crowd] = defaultdict(Crowd)
        crowds.update({key: crowd for one in mine for key, crowd in one.crowds.items()})
        protected = [key for key in figures if must_be_hidden(crowds[key])]
        told = Told(name, figures, crowds, protected, dict(below_one(figures, crowds)))
        count(told, tally)
        for who in (None, *insiders(figures, crowds, chance)):
            tally.seen["readers"] += 1
            read(told, who, tally)
        for key in chance.sample(protected, min(INTEGERS, len(protected))):
            number = crowds[key].persons
            if 0 < number < LEAST and not whole_persons(figures, key, number):
                tally.breaks("recovered", f"{name}: {key}, integers leave one number of persons.")
        tally.seen["naive"] += naively(told)


def count(told: Told, tally: Tally) -> None:
    tally.seen["figures"] += len(told.figures)
    tally.seen["hidden"] += sum(figure[0] is None for figure in told.figures.values())
    tally.seen["protected"] += len(told.protected)
    for key in told.protected:
        if told.figures[key][0] is not None:
            tally.breaks("recovered", f"{told.name}: {key} is published.")


def must_be_hidden(crowd: Crowd) -> bool:
    """Said once more, from the decision and not from the rules."""
    brought = [abs(part) for part in crowd.minutes.values() if part]
    if not (crowd.contributors or crowd.persons or brought):
        return False
    few = crowd.contributors < LEAST or 0 < crowd.persons < LEAST or len(brought) < COMPANIES
    return few or max(brought) * 100 > DOMINANT * sum(brought)


def below_one(
    figures: Figures, crowds: Mapping[Key, Crowd]
) -> Iterator[tuple[tuple[str, Key], int]]:
    for key in figures:
        for side, value in zip(SIDES, (crowds[key].total, crowds[key].persons), strict=True):
            if value < 1:
                yield (side, key), value


def insiders(figures: Figures, crowds: Mapping[Key, Crowd], chance: Random) -> list[str]:
    """Some of the companies that stand alone in a hidden place."""
    found = {crowds[key].only or "" for key, told in figures.items() if told[0] is None} - {""}
    return chance.sample(sorted(found), min(INSIDERS, len(found)))


def read(told: Told, who: str | None, tally: Tally) -> None:
    """Somebody who knows what they brought, or nobody in particular."""
    knows = {
        key: (crowd.minutes.get(who or "", 0), crowd.heads.get(who or "", 0))
        for key, crowd in told.crowds.items()
    }
    sure = {  # a correction of another company may leave less than what this one brought
        key: (min(mine[0], told.crowds[key].total), min(mine[1], told.crowds[key].persons))
        for key, mine in knows.items()
    }
    alone = [key for key in told.figures if who is not None and told.crowds[key].only == who]
    now = Reader(told.figures, told.least, sure, alone)
    before = Reader(silent(told.figures), told.least, sure, alone)
    for key in told.protected:
        for side, high, width in promised(told.crowds[key], knows.get(key, (0, 0))):
            low, most = now.bounds(side, key, high, width)
            sentence = f"{told.name}: {who} knows the {side} of {key} from {low:.0f} to {most:.0f}."
            if most >= high - SLACK and most - low >= width - SLACK:
                continue
            first, last = before.bounds(side, key, high, 2 * MOST)
            is_of_a_year = "-T" not in key[0]
            if is_of_a_year and last - first <= most - low + 1 and last <= most + 1:
                tally.seen["before"] += 1
            else:
                tally.breaks("recovered" if most - low < SLACK else "narrow", sentence)


def promised(crowd: Crowd, known: tuple[int, int]) -> Iterator[tuple[str, int, int]]:
    """Which figure, how great it may be held, between how many values: said once more too."""
    others = abs(crowd.total - known[0])
    if others:
        margin = max(1, others * MARGIN // 100)
        yield "minutes", crowd.total + margin, margin + min(margin, max(1, others - 1))
    if 0 < crowd.persons < LEAST and crowd.persons > known[1]:
        yield "persons", crowd.persons, LEAST - 2


def silent(figures: Figures) -> dict[Key, tuple[int | None, int | None]]:
    """Before the last edition of the year told the year itself."""
    return {key: told if "-T" in key[0] else (None, None) for key, told in figures.items()}


def naively(told: Told) -> int:
    """How many hours would be worked out if these places alone were hidden: the attack bites."""
    silenced = set(told.protected)
    bare: dict[Key, tuple[int | None, int | None]] = {
        key: (None, None) if key in silenced else (told.crowds[key].total, told.crowds[key].persons)
        for key in told.figures
    }
    reader = Reader(bare, told.least)
    found = (reader.bounds("minutes", key, 0, 2 * MOST) for key in told.protected)
    return sum(high - low < SLACK for low, high in found)


if __name__ == "__main__":
    sys.exit(main())
