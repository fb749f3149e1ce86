"""The PDF files of the demo, asked as their readers do, and what typst takes of each of them."""

from __future__ import annotations

import re
import resource
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
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
KIT = (
    "acheteur=Ville+de+Meaux&type=local_authority&commune=Meaux"
    "&segment=nettoyage-des-locaux&montant=6000000&mois=24"
)
NOTE = "montant=1000000&part=50&effort=5&cout=30&mois=6&tranche=100000"
READERS = {
    "coordination@demo.example": ("/reunions/", "/attestations/", "/manquements/", "/bureau/"),
    "": ("/", f"/outils/calibrage/note.pdf?{NOTE}", "/brochure/", "/kit-acheteur/kit.pdf?" + KIT),
}
"""Who walks, and from where; "" has no account. What a form asks for is in the address."""
PAGES, EACH = 500, 6
"""Visited by each of them, at most; of a kind, likewise."""
PICTURE = Path("web/site/card/card.typ")
"""The only template that is drawn, never printed."""
WIDTHS = (30, 6, 6, 10, 11, 6, 10, 10)
LINK = re.compile(r'href="(/[^"#]*)"')
NOWHERE = ("", "account:logout")


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds: of a processor, and by the clock."""

    spent: float
    clock: float


@dataclass(slots=True)
class Heard:
    """What typst was asked: the templates, and what it took, in all."""

    templates: list[Path] = field(default_factory=list)
    alone: Times = Times(0, 0)


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper printed for the first time in this process: typst remembers what it has printed."""

    name: str
    content: bytes
    whole: Times
    """From the request to the last byte."""
    heard: Heard


def prove(kept: Path | None = None) -> list[str]:
    """`kept`: a folder where the papers are left, to be looked at."""
    row(WIDTHS, ("PDF", "pages", "kB", "page cpu", "typst cpu", "ratio", "page", "typst"))
    told, seen = [], set[Path]()
    for printed in _printed():
        both = (printed.whole, printed.heard.alone)
        row(WIDTHS, (printed.name, pages_in(printed.content), round(len(printed.content) / 1000),
                     *(f"{one.spent * 1000:.0f} ms" for one in both), f"{_ratio(printed):.2f}",
                     *(f"{one.clock * 1000:.0f} ms" for one in both)))  # fmt: skip
        seen.update(printed.heard.templates)
        told += _broken(printed)
        if kept:
            kept.mkdir(parents=True, exist_ok=True)
            (kept / f"{printed.name.replace(':', '-')}.pdf").write_bytes(printed.content)
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB at most; "
          f"load {getloadavg()[0]:.1f}")  # fmt: skip
    never = {one.relative_to(ROOT) for one in (ROOT / "web").rglob("*.typ")} - seen - {PICTURE}
    return told + [f"nobody was given what {one} prints." for one in sorted(never)]


def _printed() -> Iterator[Printed]:
    kept = a_year()
    yield _first(f"bilan of {len(kept.annexes)} contracts", lambda: pdf_of(kept, made_at=now()))
    found: set[str] = set()
    for reader, first in READERS.items():
        browser = Client(headers={"host": "localhost"})
        if reader and not browser.login(username=reader, password=PASSWORD):
            raise AssertionError(f"{reader} was not let in")
        yield from _walked(browser, first, found)


def _ratio(printed: Printed) -> float:
    return printed.whole.spent / printed.heard.alone.spent


def _broken(printed: Printed) -> list[str]:
    told = [f"{printed.name}: {fault}." for fault in faults_of(printed.content)]
    if printed.whole.spent > MOST * printed.heard.alone.spent + SPARE:
        told.append(f"{printed.name} takes {_ratio(printed):.1f} times typst alone.")
    if printed.name.startswith("bilan of"):
        if pages_in(printed.content) < LEAST_PAGES:
            told.append(f"{printed.name} has {pages_in(printed.content)} pages.")
        if printed.whole.spent > LONGEST:
            told.append(f"{printed.name} takes {printed.whole.spent:.1f} s of a processor.")
    return told


def _walked(browser: Client, first: Sequence[str], found: set[str]) -> Iterator[Printed]:
    """Wide, not deep: the first paper of each kind that is met, and printed."""
    seen, waiting, kinds = set(first), deque(first), Counter[str](map(_name, first))
    for _ in range(PAGES):
        if not waiting:
            return
        path = waiting.popleft()
        if ".pdf" in path or path.endswith("/pdf/"):
            if _name(path) not in found and (printed := _given(browser, path)):
                found.add(printed.name)
                yield printed
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


def _given(browser: Client, path: str) -> Printed | None:
    """None when it is no PDF, or one that was kept and not printed now."""
    making._pdf.cache_clear()
    answers = []

    def ask() -> bytes:
        answers.append(browser.get(path))
        return b"".join(answers[0])

    printed = _first(_name(path), ask)
    is_pdf = answers[0].get("Content-Type") == "application/pdf"
    return printed if is_pdf and printed.heard.templates else None


def _name(path: str) -> str:
    try:
        return resolve(path.partition("?")[0]).view_name
    except Resolver404:
        return ""


def _first(name: str, make: Callable[[], bytes]) -> Printed:
    with _overheard() as heard:
        content, whole = _timed(make)
    return Printed(name, content, whole, heard)


def _timed(make: Callable[[], bytes]) -> tuple[bytes, Times]:
    clock, spent = perf_counter(), process_time()
    content = make()
    return content, Times(process_time() - spent, perf_counter() - clock)


@contextmanager
def _overheard() -> Iterator[Heard]:
    """What typst is asked meanwhile, and what it takes for it."""
    heard, compiled = Heard(), typst.compile

    def listening(source: str, **options: Any) -> Any:
        made, took = _timed(lambda: compiled(source, **options))
        heard.templates.append(Path(source).relative_to(ROOT))
        sums = (heard.alone.spent + took.spent, heard.alone.clock + took.clock)
        heard.alone = Times(*sums)
        return made

    typst.compile = listening
    try:
        yield heard
    finally:
        typst.compile = compiled
