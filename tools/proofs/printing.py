"""The PDF files of the demo, asked as their readers do; typst is called again with what it got."""

from __future__ import annotations

import re
import resource
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from os import getloadavg
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import typst
from django.test import Client
from django.urls import Resolver404, resolve
from django.utils.timezone import now
from heard import faults_of
from table import row

from perenne.kit.pdf import pages_in
from perenne.kit.pdf.compiling import ROOT
from perenne.ops.demo.people import PASSWORD
from perenne.web.bilans.file.test_page import a_year
from perenne.web.bilans.file.view import pdf_of
from perenne.web.site.booklet import making

PROMISE = (
    "each kind of PDF is PDF/UA-1 by typst and by its structure read again, its page takes of a "
    "processor 1.5 times what typst alone takes for it and 0.1 s at most, and a bilan of 40 pages "
    "at least is printed in 6 s."
)
MOST, SPARE, LONGEST, LEAST_PAGES = 1.5, 0.1, 6.0, 40
ROUNDS = 3
KIT = (
    "acheteur=Ville+de+Meaux&type=local_authority&commune=Meaux"
    "&segment=nettoyage-des-locaux&montant=6000000&mois=24"
)
NOTE = "montant=1000000&part=50&effort=5&cout=30&mois=6&tranche=100000"
READERS = {
    "coordination@demo.example": ("/bureau/", "/reunions/"),
    "": ("/", f"/outils/calibrage/note.pdf?{NOTE}", "/brochure/", "/kit-acheteur/kit.pdf?" + KIT),
}
"""Who walks, and from where; "" has no account. What a form asks for is in the address."""
PAGES, EACH = 320, 5
"""Visited by each of them, at most; of a kind, likewise."""
PICTURE = Path("web/site/card/card.typ")
"""The only template that is drawn, never printed."""
WIDTHS = (30, 6, 6, 10, 11, 6, 10, 10)
LINK = re.compile(r'href="(/[^"#]*)"')
NOWHERE = ("", "account:logout")
Call = tuple[tuple[Any, ...], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds: of a processor, and by the clock; the least of the rounds."""

    spent: float
    clock: float


@dataclass(frozen=True, slots=True)
class Printed:
    name: str
    content: bytes
    whole: Times
    """From the request to the last byte."""
    alone: Times
    """Of typst for the same facts."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page that gives a PDF: who asks it, and what typst was asked the first time."""

    path: str
    browser: Client
    calls: list[Call]


def prove() -> list[str]:
    row(WIDTHS, ("PDF", "pages", "kB", "page cpu", "typst cpu", "ratio", "page", "typst"))
    told, seen = [], set[Path]()
    for found, printed in _printed():
        row(WIDTHS, (printed.name, pages_in(printed.content), round(len(printed.content) / 1000),
                     *(f"{one.spent * 1000:.0f} ms" for one in (printed.whole, printed.alone)),
                     f"{printed.whole.spent / printed.alone.spent:.2f}",
                     *(f"{one.clock * 1000:.0f} ms" for one in (printed.whole, printed.alone))),
            )  # fmt: skip
        seen |= {Path(arguments[0]).relative_to(ROOT) for arguments, _ in found}
        told += _broken(printed)
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB at most; "
          f"load {getloadavg()[0]:.1f}")  # fmt: skip
    never = {one.relative_to(ROOT) for one in (ROOT / "web").rglob("*.typ")} - seen - {PICTURE}
    return told + [f"nobody was given what {one} prints." for one in sorted(never)]


def _printed() -> Iterator[tuple[list[Call], Printed]]:
    for name, one in _pages().items():
        yield one.calls, _measured(name, _asking(one), one.calls)
    kept = a_year()
    with _overheard() as calls:
        pdf_of(kept, made_at=now())
    name = f"bilan of {len(kept.annexes)} contracts"
    yield calls, _measured(name, lambda: pdf_of(kept, made_at=now()), calls)


def _broken(printed: Printed) -> list[str]:
    told = [f"{printed.name}: {fault}." for fault in faults_of(printed.content)]
    if printed.whole.spent > MOST * printed.alone.spent + SPARE:
        ratio = printed.whole.spent / printed.alone.spent
        told.append(f"{printed.name} takes {ratio:.1f} times typst alone.")
    if printed.name.startswith("bilan of"):
        if pages_in(printed.content) < LEAST_PAGES:
            told.append(f"{printed.name} has {pages_in(printed.content)} pages.")
        if printed.whole.spent > LONGEST:
            told.append(f"{printed.name} takes {printed.whole.spent:.1f} s of a processor.")
    return told


def _asking(one: Found) -> Callable[[], bytes]:
    """Made anew each time: what the house keeps of a booklet is forgotten."""

    def ask() -> bytes:
        making._pdf.cache_clear()
        return b"".join(one.browser.get(one.path))

    return ask


def _pages() -> dict[str, Found]:
    """By name, the pages that answer a PDF, each at the first address of it that was met."""
    found: dict[str, Found] = {}
    for reader, first in READERS.items():
        browser = Client(headers={"host": "localhost"})
        if reader and not browser.login(username=reader, password=PASSWORD):
            raise AssertionError(f"{reader} was not let in")
        _walked(browser, first, found)
    return found


def _walked(browser: Client, first: Sequence[str], found: dict[str, Found]) -> None:
    """Wide, not deep."""
    seen, waiting, kinds = set(first), deque(first), Counter[str](map(_name, first))
    for _ in range(PAGES):
        if not waiting:
            return
        path = waiting.popleft()
        if ".pdf" in path or path.endswith("/pdf/"):
            _kept(browser, path, found)
            continue
        answer = browser.get(path)
        if not answer.get("Content-Type", "").startswith("text/html"):
            continue
        for link in map(unescape, LINK.findall(answer.content.decode())):
            name = _name(link)
            if name not in NOWHERE and link not in seen and kinds[name] < EACH:
                seen.add(link)
                kinds[name] += 1
                waiting.append(link)


def _kept(browser: Client, path: str, found: dict[str, Found]) -> None:
    """The first of its kind that typst has just printed: a paper kept from before is not."""
    name = _name(path)
    if name in found:
        return
    making._pdf.cache_clear()
    with _overheard() as calls:
        answer = browser.get(path)
    if answer.get("Content-Type") == "application/pdf" and calls:
        found[name] = Found(path, browser, calls)


def _name(path: str) -> str:
    try:
        return resolve(path.partition("?")[0]).view_name
    except Resolver404:
        return ""


def _measured(name: str, make: Callable[[], bytes], calls: list[Call]) -> Printed:
    content = make()
    whole = _least(make)
    alone = _least(lambda: [typst.compile(*said, **options) for said, options in calls])
    return Printed(name, content, whole, alone)


def _least(make: Callable[[], object]) -> Times:
    times = [_timed(make) for _ in range(ROUNDS)]
    return Times(min(one.spent for one in times), min(one.clock for one in times))


def _timed(make: Callable[[], object]) -> Times:
    clock, spent = perf_counter(), process_time()
    make()
    return Times(process_time() - spent, perf_counter() - clock)


@contextmanager
def _overheard() -> Iterator[list[Call]]:
    """What typst is asked meanwhile."""
    calls: list[Call] = []
    compiled = typst.compile

    def listening(*arguments: Any, **options: Any) -> Any:
        calls.append((arguments, options))
        return compiled(*arguments, **options)

    typst.compile = listening
    try:
        yield calls
    finally:
        typst.compile = compiled
