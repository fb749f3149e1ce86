"""Random départements: who works where; what each edition tells of it, and the truth."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random

from perenne.rules.secrecy.counting import (
    CROSS,
    Presence,
    linked_quarter,
    linked_year,
    quarter_crowds,
)
from perenne.rules.secrecy.crowds import Crowd, Key
from perenne.rules.secrecy.linking import protect_linked, told

YEARS = ("2026",)
AGES = ("under_26", "26_40", "41_50", "over_50", "?")
FAMILIES = ("structure", "unemployed", "allowance", "young", "senior", "place", "other")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a département is like: how many persons and companies, how unequal, how stable."""

    name: str
    number: int
    """Of them, in the proof."""
    persons: int
    companies: int
    segments: int
    epcis: int
    inequality: float
    staying: float


KINDS = (
    Kind("tiny", 30, 30, 4, 3, 3, 0.8, 0.6),
    Kind("sparse", 8, 90, 25, 10, 8, 1.2, 0.4),
    Kind("dominated", 60, 150, 8, 6, 5, 2.4, 0.7),
    Kind("usual", 22, 260, 30, 8, 6, 1.0, 0.5),
    Kind("even", 80, 420, 24, 5, 4, 0.4, 0.8),
)


@dataclass
class Edition:
    """`figures` is public. `crowds` is the truth, of every place that is told or hidden."""

    quarter: str
    figures: dict[Key, tuple[int, int] | tuple[None, None]]
    crowds: dict[Key, Crowd] = field(default_factory=dict)


def works_of(kind: Kind, chance: Random) -> list[Presence]:
    """Each of them: person, company, quarter worked, places, minutes; some are corrections."""
    segments = [f"s{it}" for it in range(kind.segments)]
    epcis = [f"e{it}" for it in range(kind.epcis)]
    weights = {
        len(codes): [chance.lognormvariate(0, kind.inequality) for _ in codes]
        for codes in (segments, epcis, range(kind.companies))
    }
    companies = [f"c{it}" for it in range(kind.companies)]
    at_home = {
        company: (chance.choices(segments, weights[len(segments)])[0],
                  chance.choices(epcis, weights[len(epcis)])[0])
        for company in companies
    }  # fmt: skip
    found = []
    for person in range(kind.persons):
        traits = {
            "sex": chance.choices(("woman", "man", "?"), (20, 75, 5))[0],
            "age": chance.choices(AGES, (30, 30, 20, 15, 5))[0],
            "family": chance.choices(FAMILIES, (25, 25, 20, 12, 8, 6, 4))[0],
        }
        company = chance.choices(companies, weights[len(companies)])[0]
        for quarter in (f"{year}-T{number}" for year in YEARS for number in range(1, 5)):
            if chance.random() > kind.staying:
                continue
            if chance.random() < 0.15:
                company = chance.choices(companies, weights[len(companies)])[0]
            segment, epci = at_home[company]
            if chance.random() < 0.2:
                epci = chance.choice(epcis)
            minutes = chance.randint(60, 27_000)
            found.append(
                Presence(f"p{person}", company, quarter, minutes,
                         {"segment": segment, "epci": epci, **traits})
            )  # fmt: skip
    return found


def counted_late(works: list[Presence], chance: Random) -> Iterator[Presence]:
    """What is validated after its quarter came out, or corrected downwards, counts in the next."""
    order = [f"{year}-T{number}" for year in YEARS for number in range(1, 5)]
    after = dict(pairwise(order))
    for one in works:
        late = after.get(one.quarter)
        if late and chance.random() < 0.06:
            yield Presence(one.person, one.company, late, one.minutes, one.places)
            continue
        yield one
        if late and chance.random() < 0.02:
            less = -chance.randint(30, one.minutes // 2)
            yield Presence(one.person, one.company, late, less, one.places)


def editions_of(works: list[Presence]) -> list[Edition]:
    """As the house publishes them: one a quarter, the year with its last quarter."""
    by_quarter: dict[str, list[Presence]] = defaultdict(list)
    for one in works:
        by_quarter[one.quarter].append(one)
    found = []
    for year in YEARS:
        quarters: dict[str, Mapping[Key, Crowd]] = {}
        settled: dict[Key, bool] = {}
        for quarter in (f"{year}-T{number}" for number in range(1, 5)):
            crowds = quarter_crowds(by_quarter[quarter], quarter)
            linked = linked_quarter(crowds, quarter)
            hidden = protect_linked(linked)
            quarters[quarter] = crowds
            settled |= {key: key not in hidden for key in linked.crowds}
            known = {key: crowd for key, crowd in crowds.items() if key[1] != CROSS}
            found.append(Edition(quarter, told(linked, hidden), known))
        all_year = [one for quarter in quarters for one in by_quarter[quarter]]
        whole = linked_year(quarters, all_year, year, settled)
        hidden = protect_linked(whole)
        found[-1].figures |= told(whole, hidden)
        found[-1].crowds |= dict(whole.crowds)
    return found
