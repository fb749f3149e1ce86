"""Committees that live side by side, and the many browsers that ask for their pages at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import cycle
from random import Random
from typing import TypeAlias

import psycopg
from django.conf import settings
from django.test import Client
from django.utils.timezone import localdate

from perenne.domain.organisations.actions import Identity, register_buyer
from perenne.domain.people.actions import open_account
from perenne.domain.programming.actions import receive_programme, send_programme
from perenne.domain.programming.actions.receiving import SentFile
from perenne.kit.tenancy import within
from perenne.ops.management.commands.demo import collect_statics
from perenne.ops.serving import answers, children, free_port
from perenne.rules.needs import BuyerKind

__all__ = ["collect_statics"]

Harm: TypeAlias = Callable[[], AbstractContextManager[None]]
REQUESTS, AT_ONCE, SEED = 600, 12, 77
FILE = "Objet;Montant HT;Durée;Commune\nNettoyage {mark};150000;24;\nPeinture {mark};90000;12;\n"
PASSWORD = "une longue phrase de passe"  # noqa: S105 - of a database that dies with the proof


@dataclass(frozen=True, slots=True)
class Resident:
    """A buyer of one committee, signed in; its mark is on everything that is theirs."""

    code: str
    mark: str
    cookie: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    asked: int
    shown: int
    refused: int
    foreign: int
    broken: int
    p95: float
    """Seconds."""


@contextmanager
def nothing() -> Iterator[None]:
    """nothing else happens"""
    yield


@contextmanager
def connections_cut() -> Iterator[None]:
    """connections are cut twice a second"""
    over = threading.Event()

    def cut() -> None:
        address = settings.CLUSTER.url_of(settings.CLUSTER.owner)
        with psycopg.connect(address, autocommit=True) as server:
            while not over.wait(0.5):
                server.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s"
                    " AND datname = current_database()",
                    [settings.CLUSTER.application],
                )

    cutting = threading.Thread(target=cut)
    cutting.start()
    try:
        yield
    finally:
        over.set()
        cutting.join()


def asked_all_at_once(
    codes: tuple[str, ...], harm: Callable[[], AbstractContextManager[None]]
) -> Found:
    """Every resident asks for its own pages and for those of the others, in a random order."""
    residents = [resident(code, harm.__name__) for code in codes]
    port = free_port(8400)
    with children(port):
        if not answers(port):
            raise AssertionError("the server does not answer")
        chance = Random(SEED)  # noqa: S311 - the same order each time
        pages = [page for each in residents for page in each.pages]
        wanted = [
            (who, chance.choice([*who.pages, *who.pages, *pages]))
            for who, _ in zip(cycle(residents), range(REQUESTS), strict=False)
        ]
        marks = {each.mark for each in residents}
        with harm(), ThreadPoolExecutor(AT_ONCE) as browsers:
            told = list(browsers.map(lambda it: asked(port, *it, marks - {it[0].mark}), wanted))
    seconds = sorted(spent for _, _, spent in told)
    return Found(
        asked=len(told),
        shown=sum(status == 200 for status, _, _ in told),
        refused=sum(status in {302, 404} for status, _, _ in told),
        foreign=sum(foreign for _, foreign, _ in told),
        broken=sum(status >= 500 for status, _, _ in told),
        p95=seconds[int(len(seconds) * 0.95)],
    )


def asked(port: int, who: Resident, page: str, others: set[str]) -> tuple[int, bool, float]:
    """Status; whether the answer holds the mark of somebody else; seconds."""
    began = time.perf_counter()
    browser = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        headers = {"Host": f"c{who.code}.example", "Cookie": who.cookie}
        browser.request("GET", page, headers=headers)
        answer = browser.getresponse()
        body = answer.read().decode(errors="replace")
        status = answer.status
    except OSError:
        status, body = 599, ""
    finally:
        browser.close()
    return status, any(mark in body for mark in others), time.perf_counter() - began


def resident(code: str, when: str) -> Resident:
    mark = f"marque-{code}-{when}"
    with within(code):
        person_id = open_account(
            email=f"{mark}@exemple.test", full_name=f"Personne {mark}", password=PASSWORD
        )
        buyer = register_buyer(
            Identity(f"Ville {mark}"), buyer_kind=BuyerKind.LOCAL_AUTHORITY, admin_id=person_id
        )
        content = FILE.format(mark=mark).encode()
        programme_id = receive_programme(
            SentFile(content, "achats.csv"),
            title=f"Achats {mark}",
            buyer_kind=BuyerKind.LOCAL_AUTHORITY,
            by=buyer,
            today=localdate(),
        )
        send_programme(programme_id=programme_id, by=buyer, today=localdate())
        cookie = signed_in(code, f"{mark}@exemple.test")
    own = f"/programmation/{programme_id}/"
    return Resident(code, mark, cookie, ("/bureau/", "/programmation/", own, "/clauses/"))


def signed_in(code: str, email: str) -> str:
    """The cookie of a browser that went through the door."""
    browser = Client(headers={"host": f"c{code}.example"})
    said = {"email": email, "login": email, "password": PASSWORD}
    answer = browser.post("/connexion/", said)
    if answer.status_code != 302:
        raise AssertionError("the resident was not let in")
    name = settings.SESSION_COOKIE_NAME
    return f"{name}={browser.cookies[name].value}"
