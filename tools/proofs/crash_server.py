"""The web server killed (-9) while people write through it; what it answered is looked for."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from http.client import HTTPConnection, HTTPException
from threading import Event
from urllib.parse import urlencode

import upload
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from table import row

from perenne.domain.clauses.factories import new_clause
from perenne.domain.clauses.models import ClauseComment
from perenne.domain.clauses.states import ClauseState
from perenne.domain.organisations.factories import new_actor
from perenne.domain.programming.actions.screening import screen_left_behind
from perenne.domain.programming.factories import file_of_purchases
from perenne.domain.programming.models import Programme
from perenne.domain.programming.states import ProgrammeState
from perenne.kit.actors import HOUSE, Actor, Role
from perenne.kit.journal.models import Entry
from perenne.kit.testing.sessions import second_factor_shown
from perenne.ops.management.commands.demo import collect_statics
from perenne.ops.serving import answers, free_port, stop

WRITERS, SENDERS = 6, 2
TIMES = 8  # the patience of the house: a machine that is very busy has longer
LINES = 3  # of each file that is sent
WIDTHS = (8, 10, 10, 10, 12)
RECEIVED = 302


@dataclass(slots=True)
class Said:
    """What was tried, and what was answered as done: marks that the rows bear."""

    tried: set[str] = field(default_factory=set)
    done: set[str] = field(default_factory=set)


def prove(kills: int, each: int) -> list[str]:
    """Sentences: what was answered as done and is not there, what is there twice or by half."""
    collect_statics()
    port, over = free_port(8277), Event()
    comments, files = Said(), Said()
    writers = list(_writers())
    row(WIDTHS, ("kill", "comments", "files", "in flight", "back in s"))
    server = _server(port)
    try:
        with ThreadPoolExecutor(WRITERS + SENDERS) as people:
            ended = [people.submit(_comment, port, *one, comments, over) for one in writers]
            ended += [people.submit(_send, port, place, files, over) for place in range(SENDERS)]
            try:
                for number in range(1, kills + 1):
                    time.sleep(each)
                    server = _killed(number, server, port, (comments, files))
                time.sleep(each)
            finally:
                over.set()
            for one in ended:
                one.result()
    finally:
        stop([server])
    return _looked_for(comments, files)


def _killed(
    number: int, server: subprocess.Popen[bytes], port: int, said: tuple[Said, Said]
) -> subprocess.Popen[bytes]:
    """All its processes at once, whatever they were answering; then another one."""
    os.killpg(server.pid, signal.SIGKILL)
    server.wait()
    began, done = time.monotonic(), [len(one.done) for one in said]
    flying = sum(len(one.tried - one.done) for one in said)
    server = _server(port)
    row(WIDTHS, (number, *done, flying, round(time.monotonic() - began, 1)))
    return server


def _server(port: int) -> subprocess.Popen[bytes]:
    server = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1",
         "--port", str(port), "--workers", "2", "--blocking-threads", "4",
         "--log-level", "error", "perenne.config.wsgi:application"],
        env={**os.environ, "PERENNE_SECOND_FACTOR": "offered"}, start_new_session=True,
    )  # fmt: skip
    if not any(answers(port) for _ in range(TIMES)):
        stop([server])
        raise AssertionError("the server does not answer")
    return server


def _writers() -> Iterator[tuple[int, str, str]]:
    """Their place, the address where they comment a clause of theirs, and their cookies."""
    facilitator = new_actor(Role.FACILITATOR)
    for place in range(WRITERS):
        buyer = new_actor(Role.BUYER)
        clause = new_clause(facilitator, buyer=buyer, state=ClauseState.SUBMITTED)
        yield place, reverse("clauses:comment", args=[clause.pk]), _cookies(buyer)


def _cookies(actor: Actor) -> str:
    browser = Client()
    browser.force_login(get_user_model().objects.get(pk=actor.person_id))
    session = browser.session
    second_factor_shown(session, actor.person_id or 0)
    session.save()
    return "; ".join(f"{name}={one.value}" for name, one in browser.cookies.items())


def _comment(port: int, place: int, path: str, cookies: str, said: Said, over: Event) -> None:
    """One after the other; the token of the form is asked again each time."""
    number = 0
    while not over.is_set():
        number += 1
        mark = f"commentaire {place}-{number}"
        status, page, set_ = _asked(port, "GET", path, cookies)
        token = upload.TOKEN.search(page)
        if status != 200 or not token:
            if status != 599:
                raise AssertionError(f"{path} answered {status}")
            time.sleep(0.05)
            continue
        body = urlencode({"csrfmiddlewaretoken": token[1], "piece": "", "text": mark})
        said.tried.add(mark)
        status, _page, _ = _asked(port, "POST", path, f"{cookies}; {set_}", body)
        if status == RECEIVED:
            said.done.add(mark)
        elif status != 599:
            raise AssertionError(f"{mark} was answered {status}")


def _asked(port: int, method: str, path: str, cookies: str, body: str = "") -> tuple[int, str, str]:
    """Status, page, cookies that it gives; 599 of a server that hangs up."""
    line = HTTPConnection("127.0.0.1", port, timeout=upload.PATIENCE)
    headers = {"Host": "localhost", "Cookie": cookies,
               "Content-Type": "application/x-www-form-urlencoded"}  # fmt: skip
    try:
        line.request(method, path, body or None, headers)
        answer = line.getresponse()
        page = answer.read().decode()
    except (OSError, HTTPException):
        return 599, "", ""
    finally:
        line.close()
    given = answer.headers.get_all("Set-Cookie") or []
    return answer.status, page, "; ".join(one.split(";")[0] for one in given)


def _send(port: int, place: int, said: Said, over: Event) -> None:
    number = 0
    while not over.is_set():
        number += 1
        mark = f"fichier {place}-{number}"
        try:
            upload.opened(port)  # else nothing is sent
        except (AssertionError, HTTPException):
            time.sleep(0.05)
            continue
        said.tried.add(mark)
        try:
            answer = upload.send(port, f"{mark}.csv", file_of_purchases(LINES))
        except (AssertionError, HTTPException):  # the server went away meanwhile
            continue
        if answer.status == RECEIVED:
            said.done.add(mark)
        elif answer.status != 599:
            raise AssertionError(f"{mark} was answered {answer}")


def _looked_for(comments: Said, files: Said) -> list[str]:
    there = Counter(ClauseComment.objects.filter(
        text__startswith="commentaire ").values_list("text", flat=True))  # fmt: skip
    received = Programme.objects.filter(title__startswith="fichier ")
    sent = Counter(title.removesuffix(".csv") for title in received.values_list("title", flat=True))
    wrong = [*_compared(comments, there), *_compared(files, sent)]
    entries = Entry.objects.filter(act="clause.comment").count()
    if entries != there.total():
        wrong.append(f"{there.total()} comments, {entries} of them in the journal.")
    half = received.filter(state=ProgrammeState.READING)
    unread = [title.removesuffix(".csv") for title in half.values_list("title", flat=True)]
    wrong += [f"“{mark}” was answered as done and is not read." for mark in {*unread} & files.done]
    screen_left_behind(by=HOUSE, today=localdate() + timedelta(days=1))
    if half.exists() or any(one.lines.count() != LINES + 1 for one in received):
        wrong.append("the night did not finish what the server left half read.")
    lost = sum(mark not in there for mark in comments.done)
    lost += sum(mark not in sent for mark in files.done)
    print(f"{len(comments.done) + len(files.done)} writes answered as done, {lost} lost; "
          f"{there.total() - len(comments.done) + sent.total() - len(files.done)} more are there "
          f"whole, that nobody could be told; {len(unread)} files left to the night")  # fmt: skip
    return wrong


def _compared(said: Said, there: Counter[str]) -> Iterator[str]:
    yield from (f"“{mark}” was answered as done and is lost." for mark in said.done - there.keys())
    yield from (f"“{mark}” was never sent." for mark in there.keys() - said.tried)
    yield from (f"“{mark}” is there {times} times." for mark, times in there.items() if times > 1)
