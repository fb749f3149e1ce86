"""A directory at scale, what people ask it, and how long it takes, beside bare SQL."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import psycopg
from django.conf import settings
from django.db import connection
from django.utils.timezone import localdate

from perenne.domain.directory.models import Mention, Structure, Term
from perenne.domain.directory.queries.places import place_of_communes
from perenne.domain.directory.queries.search import Order, Search, structures_found
from perenne.domain.directory.tests.crowd import FIRST, MELUN, NEXT, crowd
from perenne.domain.directory.tests.relevance import QUESTIONS, known_structures
from perenne.domain.territories.queries import CommuneCard, communes
from perenne.kit.actors import VISITOR
from perenne.ops.demo.building import load_the_places
from perenne.rules.segments import TRADES
from perenne.rules.segments.jobs import JOBS
from perenne.values import Hours, fold

SEED, FIRST_ONES = 77, 5
ON = localdate()
BARE = {
    "bare SQL, every row": (
        "SELECT count(*) FROM directory_structure WHERE state = 'listed'", False
    ),
    "bare SQL, one name ILIKE": (
        "SELECT id FROM directory_structure WHERE state = 'listed' AND name ILIKE %s LIMIT 20", True
    ),
    "bare SQL, similarity of all texts": (
        "SELECT id FROM directory_structure WHERE state = 'listed'"
        " ORDER BY word_similarity(%s, name || ' ' || about) DESC LIMIT 20",
        True,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    structures: int
    words: int
    mentions: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Told:
    """`times`: half of them, 95 of 100, all of them, in milliseconds."""

    name: str
    number: int
    times: tuple[float, float, float]
    is_promised: bool


def make(number: int) -> Made:
    load_the_places()
    began = time.perf_counter()
    known_structures()
    crowd(number, on=ON)
    spent = time.perf_counter() - began
    counts = (Structure.objects.count(), Term.objects.count(), Mention.objects.count())
    return Made(*counts, spent)


def timed(number: int) -> Iterator[Told]:
    """Before PostgreSQL has counted anything, then after; then the bare SQL of the same words."""
    searches = asked(number)
    yield _told("searches, database not counted", searches[: number // 3], _look)
    with psycopg.connect(settings.CLUSTER.url_of(settings.CLUSTER.owner), autocommit=True) as owner:
        owner.execute("ANALYZE")
    yield _told("searches", searches, _look)
    for name, (sql, takes_words) in BARE.items():
        yield _told(name, searches[:40], _bare(sql, takes_words=takes_words), is_promised=False)


def relevant() -> tuple[int, int, list[str]]:
    """Answers that fit, answers looked at, questions whose very first answer does not."""
    right = looked = 0
    odd = []
    for question in QUESTIONS:
        page = structures_found(Search(words=question.typed), seen_by=VISITOR, on=ON)
        rows = page.items[: 1 if question.name else FIRST_ONES]
        fit = [question.is_answered_by(row) for row in rows]
        right, looked = right + sum(fit), looked + len(rows)
        if not fit or not fit[0]:
            odd.append(question.typed)
    return right, looked, odd


def asked(number: int) -> list[Search]:
    """All different: a trade, a job, a name, a kind; misspelt one time of two; filters, places."""
    chance = Random(SEED)  # noqa: S311 - the same ones each time
    jobs = [job.strip() for said in JOBS.values() for job in said.split(",")]
    places = [one for one in communes() if one.department_code == "77"]
    kinds = ("geiq", "esat", "entreprise adaptée", "association intermédiaire", "etti", "insertion")
    found: dict[Search, None] = {}
    while len(found) < number:
        words = chance.choice(
            (
                chance.choice(TRADES.rows).label,
                chance.choice(jobs),
                f"{chance.choice(FIRST)} {chance.choice(NEXT)}",
                f"{chance.choice(kinds)} {chance.choice(jobs)}",
                f"je cherche {chance.choice(jobs)} à {chance.choice(places).name}",
                "",
            )
        )
        if chance.random() < 0.5:
            words = misspelt(words, chance)
        found[_with_filters(words, places, chance)] = None
    return list(found)


def misspelt(words: str, chance: Random) -> str:
    """Accents left out, then a letter lost, doubled, or two put in each other’s place."""
    plain = fold(words)
    if len(plain) < 5:
        return plain
    at = chance.randrange(1, len(plain) - 2)
    return chance.choice(
        (
            plain[:at] + plain[at + 1 :],
            plain[:at] + plain[at] + plain[at:],
            plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :],
        )
    )


def _with_filters(words: str, places: list[CommuneCard], chance: Random) -> Search:
    """One filter of three more often than not."""
    filters: dict[str, Any] = {}
    if chance.random() < 0.4:
        at = (MELUN[0] + chance.randrange(-400_000, 400_000), MELUN[1])
        place = place_of_communes([chance.choice(places)])
        filters["place"] = replace(place, latitude=at[0], longitude=at[1])
        filters["within_km"] = chance.choice((0, 0, 10, 30))
    if chance.random() < 0.2:
        filters["capacity_min"] = Hours.of(chance.choice((50, 200, 500)))
    if chance.random() < 0.2:
        filters["kinds"] = ("ei", "aci", "ai", "etti", "eiti")
    if chance.random() < 0.1:
        filters["order"] = Order.CAPACITY
    return Search(words=words, **filters)


def _look(search: Search) -> None:
    structures_found(search, seen_by=VISITOR, on=ON)


def _bare(sql: str, *, takes_words: bool) -> Callable[[Search], None]:
    def run(search: Search) -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql, [f"%{search.words}%"] if takes_words else None)
            cursor.fetchall()

    return run


def _told(
    name: str, searches: list[Search], run: Callable[[Search], None], *, is_promised: bool = True
) -> Told:
    times = []
    for search in searches:
        began = time.perf_counter()
        run(search)
        times.append((time.perf_counter() - began) * 1_000)
    times.sort()
    found = (times[len(times) // 2], times[int(len(times) * 0.95)], times[-1])
    return Told(name, len(times), found, is_promised)
