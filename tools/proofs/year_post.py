"""The mail server of the year, what came to it, and who reads it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from typing import Any

from aiosmtpd.controller import Controller
from django.conf import settings
from django.utils.timezone import localtime

from perenne.ops.serving import free_port

LINK = re.compile(r"https?://[^\s<>«»]+")


@dataclass(frozen=True, slots=True)
class Came:
    """`at` is the moment in Paris, by the moved clock. `round`: in which hour of the day."""

    at: datetime
    to: str
    number: str
    subject: str
    body: str

    @property
    def kind(self) -> str:
        """As its Message-ID says it: « notices-digest »; messages have one of their own."""
        said = self.number.strip("<").partition(".")[0]
        return "enquiries" if re.match(r"C\d{4}-", said) else said or "?"

    @property
    def paths(self) -> tuple[str, ...]:
        """Of the links to the house, once each."""
        links = (link.rstrip(".,;)") for link in LINK.findall(self.body))
        return tuple(
            dict.fromkeys(
                link.removeprefix(settings.ADDRESS)
                for link in links
                if link.startswith(settings.ADDRESS)
            )
        )

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Of a digest: what is said, and the path that follows it."""
        found = []
        for block in self.body.split("\n\n"):
            said, _, link = block.partition("\n")
            if link.startswith(settings.ADDRESS):
                found.append((said, link.strip().removeprefix(settings.ADDRESS)))
        return found


class Post:
    """It takes what comes, or answers « 451, later » while it `is_down`."""

    def __init__(self) -> None:
        self.came: list[Came] = []
        self.by_address: dict[str, list[Came]] = defaultdict(list)
        self.is_down = False
        self.refused = 0
        self.port = free_port(2525)
        self._server = Controller(self, hostname="127.0.0.1", port=self.port)

    def __enter__(self) -> Post:
        self._server.start()
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", self.port
        return self

    def __exit__(self, *_: object) -> None:
        self._server.stop()

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        if self.is_down:
            self.refused += 1
            return "451 later"
        mail = message_from_bytes(envelope.content, policy=policy.default)
        body = mail.get_body(("plain",))
        said = body.get_content().replace("\r\n", "\n") if body else ""
        for to in envelope.rcpt_tos:
            one = Came(localtime(), to.lower(), mail["Message-ID"] or "", mail["Subject"], said)
            self.came.append(one)
            self.by_address[one.to].append(one)
        return "250 OK"
