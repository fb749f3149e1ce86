"""People who write and at once read again what they wrote; a server is drawn for each page."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from random import Random
from secrets import token_hex
from urllib.parse import urlencode

from django.urls import reverse
from upload import TOKEN, part

from perenne.domain.people.factories import PASSWORD
from perenne.domain.programming.factories import file_of_purchases

LISTS, SEND = "/annuaire/listes/", "/programmation/deposer/"
PUBLIC = ("site:home", "site:questions", "tools:calibrate", "site:duty", "account:login")
PATIENCE = 30
GONE = 599
FORM = "application/x-www-form-urlencoded"
SORRY = "rechargez-la dans quelques minutes"


@dataclass(slots=True)
class Said:
    """What all of them were answered; `scene` is what happens now to the servers."""

    scene: str = ""
    over: bool = False
    answers: list[tuple[str, str, int, float, str]] = field(default_factory=list)
    """Scene, kind of person, status, seconds, what was asked."""
    wrong: list[str] = field(default_factory=list)
    kept: dict[str, set[str]] = field(default_factory=dict)
    """What was told done, by kind: names of lists, of files, addresses of mails."""
    last_written: float = 0.0
    """When something was told done (monotonic)."""

    def done(self, kind: str, what: str) -> None:
        self.kept.setdefault(kind, set()).add(what)
        self.last_written = time.monotonic()


@dataclass(slots=True)
class Person:
    kind: str
    ports: Sequence[int]
    said: Said
    chance: Random
    cookies: dict[str, str] = field(default_factory=dict)
    page: bytes = b""

    def ask(self, method: str, path: str, body: bytes = b"", of: str = FORM) -> tuple[int, str]:
        """Status, and where it leads; a server that hangs up is a status of 599.

        An answer belongs to the scene in which it came: what was under way when a server died.
        """
        began = time.monotonic()
        line = HTTPConnection("127.0.0.1", self.chance.choice(self.ports), timeout=PATIENCE)
        try:
            cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            headers = {"Host": "localhost", "Cookie": cookies}
            line.request(
                method, path, body or None, headers | ({"Content-Type": of} if body else {})
            )
            answer = line.getresponse()
            self.page = answer.read()
            for told in answer.headers.get_all("Set-Cookie") or ():
                self.cookies |= {name: one.value for name, one in SimpleCookie(told).items()}
            status, there = answer.status, answer.getheader("Location") or ""
        except (OSError, HTTPException):
            status, there = GONE, ""
        finally:
            line.close()
        spent = time.monotonic() - began
        scene = self.said.scene
        self.said.answers.append((scene, self.kind, status, spent, f"{method} {path}"))
        if status == 503 and SORRY not in self.page.decode():
            self.said.wrong.append(f"{scene}: {path} answered 503 without a sentence.")
        return status, there

    def post(self, path: str, **typed: str) -> tuple[int, str]:
        """The form of the page that was just read."""
        return self.ask("POST", path, urlencode({**typed, **self._token()}).encode())

    def send(self, path: str, name: str, content: bytes) -> tuple[int, str]:
        boundary = token_hex(16)
        typed = {"buyer_kind": "local_authority", **self._token()}
        parts = [part(boundary, f'name="{key}"', text.encode()) for key, text in typed.items()]
        parts.append(part(boundary, f'name="file"; filename="{name}"', content))
        body = b"".join(parts) + f"--{boundary}--\r\n".encode()
        return self.ask("POST", path, body, f"multipart/form-data; boundary={boundary}")

    def sign_in(self, email: str) -> None:
        self.ask("GET", "/connexion/")
        status, _ = self.post("/connexion/", email=email, password=PASSWORD)
        if status not in (302, 303):
            raise AssertionError(f"{email} was not let in: {status}")

    def stale(self, what: str) -> None:
        self.said.wrong.append(f"{self.said.scene}: {self.kind} wrote {what} and did not read it.")

    def _token(self) -> dict[str, str]:
        found = TOKEN.search(self.page.decode(errors="replace"))
        return {"csrfmiddlewaretoken": found[1] if found else ""}


def writer(person: Person, email: str) -> Callable[[], None]:
    """Names a list, and reads it on the page where they are led; then at the desk."""
    person.sign_in(email)
    mark = email.partition("@")[0]
    number = 0

    def once() -> None:
        nonlocal number
        number += 1
        name = f"{mark} {number}"
        if person.ask("GET", LISTS)[0] != 200:
            return
        status, there = person.post(LISTS, nom=name)
        if status not in (302, 303):
            return
        person.said.done("lists", name)
        if person.ask("GET", there)[0] == 200 and f"<h2>{name}</h2>" not in person.page.decode():
            person.stale(f"the list {name}")
        person.ask("GET", reverse("desks:today"))

    return once


def sender(person: Person) -> Callable[[], None]:
    """Without an account: drops a file, reads its verdicts, takes the file back as it was."""
    number = 0

    def once() -> None:
        nonlocal number
        number += 1
        name, content = f"{token_hex(4)}-{number}.csv", file_of_purchases(1 + number % 4)
        person.cookies.clear()
        if person.ask("GET", SEND)[0] != 200:
            return
        status, there = person.send(SEND, name, content)
        if status not in (302, 303):
            return
        person.said.done("files", name)
        status, _ = person.ask("GET", there)
        if status == 404 or (status == 200 and "Nettoyage du site" not in person.page.decode()):
            person.stale(f"the file {name}")
        status, _ = person.ask("GET", f"{there}fichier/")
        if status == 404 or (status == 200 and person.page != content):
            person.stale(f"the bytes of {name}")

    return once


def inviter(person: Person, email: str, organisation_id: int) -> Callable[[], None]:
    """Invites colleagues, and reads their names; the mail is a job of the workers."""
    person.sign_in(email)
    path = reverse("organisations:people", args=[organisation_id])
    number = 0

    def once() -> None:
        nonlocal number
        number += 1
        whom = f"collegue-{number}@exemple.test"
        if person.ask("GET", path)[0] != 200:
            return
        status, there = person.post(path, email=whom)
        if status not in (302, 303):
            return
        person.said.done("mails", whom)
        if person.ask("GET", there)[0] == 200 and whom not in person.page.decode():
            person.stale(f"the invitation of {whom}")

    return once


def reader(person: Person) -> Callable[[], None]:
    return lambda: [person.ask("GET", reverse(name)) for name in PUBLIC] and None


def goes_on(once: Callable[[], None], said: Said, think: float) -> threading.Thread:
    """Until it is over; a journey that breaks says so."""

    def live() -> None:
        while not said.over:
            try:
                once()
            except Exception as fault:  # whatever it is, the proof must tell it
                said.wrong.append(f"{said.scene}: a journey broke: {fault!r}.")
                return
            time.sleep(think)

    thread = threading.Thread(target=live, daemon=True)
    thread.start()
    return thread
