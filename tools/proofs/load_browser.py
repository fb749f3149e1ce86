"""A browser on the real server: it keeps its cookies, follows its links, presses its buttons."""

from __future__ import annotations

import gzip
import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from random import Random
from urllib.parse import urlencode, urljoin

import pyotp
from django.urls import Resolver404, resolve, reverse
from load_world import Account
from lxml import html

from perenne.domain.people.factories import PASSWORD

LINK = re.compile(r'href="(/[^"#]*)"')
PATIENCE = 30  # seconds, after which an answer that has not come is a failure


Fill = Callable[[html.FormElement], Iterable[tuple[str, str]]]


class Over(Exception):  # noqa: N818 - the end of the time allowed is no error
    """The time allowed has passed: whatever was begun stops there."""


def _as_it_is(form: html.FormElement) -> Iterable[tuple[str, str]]:
    return [(name, value) for name, value in form.form_values()]


@dataclass(frozen=True, slots=True)
class Asked:
    """`wrong`: what was not as it should be, "" for a page well given; `until`: its last byte."""

    name: str
    path: str
    seconds: float
    until: float
    wrong: str


@dataclass(slots=True)
class Browser:
    """`think`: seconds between two pages, on the average; `over`: when it stops (monotonic)."""

    port: int
    chance: Random
    think: float
    over: float
    told: list[Asked] = field(default_factory=list)
    cookies: dict[str, str] = field(default_factory=dict)
    page: str = ""
    path: str = ""
    _line: HTTPConnection | None = None

    def open(self, name: str, **query: str) -> None:
        """A page of the menu."""
        self.go(reverse(name) + ("?" + urlencode(query) if query else ""))

    def go(self, path: str) -> None:
        self._rest()
        self._get(path)

    def follow(self, name: str, *, first: bool = False) -> bool:
        """One of the links of the page that lead to a page of this name; False without any."""
        links = [link.replace("&amp;", "&") for link in LINK.findall(self.page)]
        found = [link for link in dict.fromkeys(links) if _leads_to(link) == name]
        if found:
            self.go(found[0] if first else self.chance.choice(found))
        return bool(found)

    def press(self, button: str, fill: Fill = _as_it_is) -> bool:
        """What the form of this button holds is sent, changed by `fill`; False without a button."""
        tree = html.fromstring(self.page)
        found = tree.xpath(f"//form//button[starts-with(normalize-space(.), '{button}')]")
        if not found:
            return False
        pressed = found[0]
        (form,) = pressed.xpath("ancestor::form[1]")
        pairs = list(fill(form))
        if pressed.get("name"):
            pairs.append((pressed.get("name"), pressed.get("value", "")))
        self._rest()
        self.post(pressed.get("formaction") or form.get("action") or self.path, pairs)
        return True

    def post(self, path: str, pairs: Iterable[tuple[str, str]]) -> None:
        """What is not answered by a redirection is written as wrong."""
        status, there = self._ask("POST", urljoin(self.path, path), urlencode(list(pairs)))
        if status in (302, 303):
            self._get(there)

    def sign_in(self, account: Account) -> None:
        """By the door, with the second factor of whoever has one; AssertionError if kept out."""
        self._get(reverse("account:login"))
        typed = {"email": account.email, "password": PASSWORD}
        self.press("Se connecter", _typed(typed))
        if account.secret:
            code = {"code": pyotp.TOTP(account.secret).now()}
            self.press("Continuer", _typed(code))
        if self.path != reverse("desks:today"):
            raise AssertionError(f"{account.role} was not let in, and is on {self.path}")

    def _rest(self) -> None:
        time.sleep(max(0.0, self.chance.uniform(0.4, 1.6) * self.think))
        if time.monotonic() > self.over:
            raise Over

    def _get(self, path: str) -> None:
        status, there = self._ask("GET", path)
        if status in (301, 302, 303):
            self._get(there)

    def _ask(self, method: str, path: str, body: str = "") -> tuple[int, str]:
        """Status and where it leads; what was shown is kept."""
        began = time.perf_counter()
        try:
            status, there, page = self._answer(method, path, body)
        except (OSError, HTTPException) as error:
            self._line, status, there, page = None, 599, "", type(error).__name__
        spent = time.perf_counter() - began
        shown = method == "GET" and status == 200
        wrong = "" if shown or status in (301, 302, 303) else _said(status, page)
        self.told.append(Asked(_name(method, path), path, spent, time.monotonic(), wrong))
        if page:
            self.page, self.path = page, path
        return status, there

    def _answer(self, method: str, path: str, body: str) -> tuple[int, str, str]:
        if self._line is None:
            self._line = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Host": "localhost", "Cookie": cookies, "Accept-Encoding": "gzip"}
        if method == "POST":
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._line.request(method, path, body=body or None, headers=headers)
        answer = self._line.getresponse()
        content = answer.read()
        if answer.getheader("Content-Encoding") == "gzip":
            content = gzip.decompress(content)
        for said in answer.headers.get_all("Set-Cookie") or ():
            self.cookies |= {name: one.value for name, one in SimpleCookie(said).items()}
        there = answer.getheader("Location") or ""
        return answer.status, there, content.decode(errors="replace")


def _typed(said: dict[str, str]) -> Fill:
    return lambda form: {**dict(form.form_values()), **said}.items()


def _leads_to(link: str) -> str:
    try:
        return resolve(link.partition("?")[0]).view_name
    except Resolver404:
        return ""


def _name(method: str, path: str) -> str:
    """That of the page, as `urls.py` has it; « ! » for what is sent to it."""
    bare = path.partition("?")[0]
    name = bare if bare.startswith("/nu/") else resolve(bare).view_name
    return f"{name} !" if method == "POST" else name


def _said(status: int, page: str) -> str:
    """The status, and the first sentence of what the page says is wrong."""
    if status != 200:
        return f"{status} {page[:120]}"
    tree = html.fromstring(page)
    found = tree.xpath("//*[@data-error-summary]//li | //*[contains(@class,'notice--error')]")
    return "refused: " + " ".join(found[0].text_content().split())[:160] if found else "refused"
