"""Eight processes, each with its own connection, meet at a barrier before each thing."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from os import getloadavg
from typing import TypeAlias

import race_clauses
import race_houses
import race_people
from django.conf import settings
from django.db import DatabaseError, connection, connections
from ledger_writers import refuse_pool
from race_contest import WRITERS, Contest
from table import row

from perenne.kit.refusals import NotFound, Refused
from perenne.kit.tenancy import current_committee, within

FORKS = get_context("fork")
PATIENCE = 60  # seconds before writers that wait for each other are called stuck
DEADLOCK = "40P01"
WIDTHS = (46, 7, 7, 7, 9, 9, 7, 7)
ENGLISH = re.compile(r"\b(the|violates|constraint|duplicate|key|error|not|does|null)\b", re.I)
Outcome: TypeAlias = tuple[int, str, str]
"""A place; « won », « idle », « refused », a deadlock or an error; what was said."""
Contests: TypeAlias = Callable[[int], Iterator[Contest]]
OF: tuple[Contests, ...] = (*race_clauses.OF, *race_people.OF, *race_houses.OF)


def prove(things: int, only: str) -> list[str]:
    """Sentences: a winner too many or too few, an invariant, a deadlock, a word of English."""
    refuse_pool()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    broken: list[str] = []
    total: Counter[str] = Counter()
    row(WIDTHS, ("operation", "things", "won", "idle", "refused", "deadlock", "made s", "s"))
    for contests in OF:
        if only in contests.__name__:
            broken += _each(contests, things, total)
    row(WIDTHS, ("all", total["things"], total["won"], total["idle"], total["refused"],
                 total["deadlock"], total["made"], total["met"]))  # fmt: skip
    print(f"{WRITERS} writers; load average at the end {getloadavg()[0]:.1f}")
    return broken


def _each(contests: Contests, things: int, total: Counter[str]) -> list[str]:
    """A generator makes the things of its next operation once the one before was run."""
    broken: list[str] = []
    began = time.monotonic()
    for contest in contests(things):
        made = time.monotonic() - began
        began = time.monotonic()
        outcomes = _met(contest)
        met = time.monotonic() - began
        by_kind = Counter(kind for _place, kind, _said in outcomes)
        counted = [by_kind[kind] for kind in ("won", "idle", "refused", "deadlock")]
        row(WIDTHS, (contest.name, contest.things, *counted, round(made, 1), round(met, 1)))
        total.update(by_kind)
        total.update(things=contest.things, made=round(made), met=round(met))
        broken += [f"{contest.name}: {one}" for one in _judged(contest, outcomes)]
        began = time.monotonic()
    return broken


def _judged(contest: Contest, outcomes: list[Outcome]) -> list[str]:
    winners = Counter(place for place, kind, _said in outcomes if kind == "won")
    least, most = contest.wins
    wrong = Counter(
        winners[place] for place in range(contest.things) if not least <= winners[place] <= most
    )
    found = [
        f"{many} things with {number} winners instead of {least} to {most}"
        for number, many in wrong.items()
    ]
    errors = Counter(said for _place, kind, said in outcomes if kind in {"error", "deadlock"})
    found += [f"{many} times {said}" for said, many in errors.items()]
    sentences = {said for _place, kind, said in outcomes if kind == "refused"}
    found += [
        f"« {said} » is no sentence in French"
        for said in sentences
        if not said.endswith((".", "?")) or ENGLISH.search(said)
    ]
    sound = contest.sound()
    if sound != contest.things:
        found.append(f"{sound} things of {contest.things} are as they must be")
    return found


def _met(contest: Contest) -> list[Outcome]:
    together, told = FORKS.Barrier(WRITERS), FORKS.SimpleQueue()
    code = current_committee()
    connections.close_all()
    writers = [
        FORKS.Process(target=_write, args=(contest, number, code, together, told))
        for number in range(WRITERS)
    ]
    for one in writers:
        one.start()
    outcomes: list[Outcome] = []
    for _ in writers:
        outcomes += told.get()
    for one in writers:
        one.join()
    return outcomes


def _write(contest: Contest, number: int, code: str, together, told) -> None:  # noqa: ANN001
    outcomes: list[Outcome] = []
    try:
        with within(code):
            connection.ensure_connection()
            for place in range(contest.things):
                together.wait(PATIENCE)
                outcomes.append((place, *_acted(contest, place, number)))
    except Exception as fault:  # the writers do not meet any more
        outcomes.append((-1, "error", f"writer {number} gave up: {fault!r}"))
    finally:
        told.put(outcomes)
        connection.close()


def _acted(contest: Contest, place: int, number: int) -> tuple[str, str]:
    try:
        given = contest.act(place, number)
    except Refused as refusal:
        return "refused", str(refusal)
    except NotFound:
        return "refused", "Page introuvable."
    except Exception as fault:
        cause = fault.__cause__
        is_deadlock = isinstance(fault, DatabaseError) and (
            getattr(cause, "sqlstate", "") == DEADLOCK
        )
        said = f"{type(fault).__name__}: {' '.join(str(fault).split())[:160]}"
        return ("deadlock" if is_deadlock else "error"), said
    return ("won" if contest.won(given) else "idle"), ""
