"""A directory at scale, what people ask it, and what it takes: the search, its page, bare SQL.

Times are of the processor, ours and that of PostgreSQL together: a clock tells of the neighbours.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path
from random import Random
from typing import Any

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
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
    """Of processor, to write them."""


@dataclass(frozen=True, slots=True)
class Told:
    """`times`: half of them, 95 of 100, all of them, in milliseconds of processor; `clock`: 95 of
    100 by the clock."""

    name: str
    number: int
    times: tuple[float, float, float]
    clock: float
    is_promised: bool


def make(number: int) -> Made:
    load_the_places()
    began = _processor()
    known_structures()
    crowd(number, on=ON)
    spent = (_processor() - began) / 1_000
    counts = (Structure.objects.count(), Term.objects.count(), Mention.objects.count())
    return Made(*counts, spent)


def timed(number: int) -> Iterator[Told]:
    """Before PostgreSQL has counted anything, then after; the page; bare SQL of the same words."""
    with connection.cursor() as cursor:
        cursor.execute("SET max_parallel_workers_per_gather = 0")  # all of it is in one process
    searches = asked(number)
    yield _told("searches, database not counted", searches[: number // 3], _look)
    with connection.cursor() as cursor:
        cursor.execute("SELECT directory_count_anew()")
    yield _told("searches", searches, _look)
    call_command("collectstatic", interactive=False, verbosity=0)
    browser = Client(headers={"host": "localhost"})
    yield _told("pages of /annuaire/", searches[: number // 2], lambda it: _visit(browser, it))
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


def _visit(browser: Client, search: Search) -> None:
    """As somebody types it in the page."""
    said = {
        "quoi": search.words,
        "ou": search.place.name if search.place else "",
        "rayon": str(search.within_km or ""),
        "nature": "siae" if search.kinds else "",
        "heures": str(search.capacity_min.whole if search.capacity_min else ""),
        "tri": search.order.value,
    }
    answer = browser.get(reverse("directory:find"), said)
    if answer.status_code != HTTPStatus.OK:
        raise AssertionError(f"the page answers {answer.status_code} to {said}")


def _told(
    name: str, searches: list[Search], run: Callable[[Search], None], *, is_promised: bool = True
) -> Told:
    """The first one is made twice: what is read once for all is read then."""
    run(searches[0])
    times, clocks = [], []
    for search in searches:
        began, spent = time.perf_counter(), _processor()
        run(search)
        times.append(_processor() - spent)
        clocks.append((time.perf_counter() - began) * 1_000)
    times.sort()
    found = (times[len(times) // 2], _ninety_five(times), times[-1])
    return Told(name, len(times), found, _ninety_five(sorted(clocks)), is_promised)


def _ninety_five(times: list[float]) -> float:
    return times[int(len(times) * 0.95)]


def _processor() -> float:
    """Milliseconds that this process and its server process of PostgreSQL have run."""
    connection.ensure_connection()
    raw: Any = connection.connection
    ran = Path(f"/proc/{raw.info.backend_pid}/schedstat").read_text().split()[0]
    return time.process_time() * 1_000 + int(ran) / 1e6
