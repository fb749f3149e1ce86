"""What is checked of each mail, the moment it came."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from django.test import Client
from django.urls import Resolver404, resolve, reverse
from django.utils.timezone import now as moment
from year_folk import errands_of
from year_post import Came

from perenne.domain.compliance.models import Shortfall
from perenne.domain.hours.models import Sheet
from perenne.domain.hours.queries import Door, link_behind
from perenne.domain.hours.states import DISPUTED, OPEN
from perenne.domain.notices.queries.recipients import places_of
from perenne.domain.organisations.models import Organisation, Seat
from perenne.domain.people.models import Person
from perenne.domain.procurement.models import Party
from perenne.domain.procurement.policy import CARRYING_OUT
from perenne.kit.testing.sessions import second_factor_shown
from perenne.rules.notices import may_leave

DIGEST = "notices-digest"
THREATS = re.compile(r"pénalit|mise en demeure|sanction|manquement|contentieux", re.IGNORECASE)
WITHOUT_ACCOUNT = {"hours:by_link", "clauses:offer", "certificates:check", "procurement:join"}
DEAD = 400
PROMISES = {
    "twice": "mails that said again what came that day",
    "numbers": "Message-ID seen twice",
    "digests": "second digests of a day",
    "done": "lines about what waited no more",
    "dead": "dead links",
    "quiet": "mails at quiet hours or on days off",
    "threats": "threatening words to who has nothing held against them",
}


class Promises:
    """`broken` counts by promise; `examples` keeps the first ones of each."""

    def __init__(self) -> None:
        self.broken: Counter[str] = Counter()
        self.examples: dict[str, list[str]] = defaultdict(list)
        self.opened: Counter[str] = Counter()
        self.lines = self.with_threats = 0
        self.mentions: Counter[str] = Counter()
        self._said: set[tuple[object, ...]] = set()
        self._numbers: set[tuple[str, str]] = set()
        self._digests: set[tuple[str, object]] = set()
        self._told: dict[tuple[str, object, str], Came] = {}
        self._visited: dict[tuple[str, object, str], int] = {}

    def read(self, mails: Iterable[Came]) -> None:
        """At the moment they came: nobody did anything since."""
        waiting: dict[str, set[tuple[str, str]]] = {}
        clients: dict[str, Client] = {}
        for mail in mails:
            self._once(mail)
            if not may_leave(mail.at):
                self._break("quiet", mail, f"{mail.at:%a %d %b %H:%M}")
            if mail.kind == DIGEST:
                if mail.to not in waiting:
                    waiting[mail.to] = waits_for(mail.to, mail.at)
                self._still_waits(mail, waiting[mail.to])
            self._links(mail, clients)
            self._threatens(mail)

    def _break(self, promise: str, mail: Came, said: str) -> None:
        self.broken[promise] += 1
        if len(self.examples[promise]) < 12:
            self.examples[promise].append(f"{mail.at:%d/%m/%Y} {mail.to} {mail.kind}: {said}")

    def _once(self, mail: Came) -> None:
        """The same number, the same words, or in a digest what another mail of the day told."""
        day = mail.at.date()
        if (mail.to, mail.number) in self._numbers:
            self._break("numbers", mail, mail.number)
        self._numbers.add((mail.to, mail.number))
        words = (mail.to, day, mail.subject, re.sub(r"https?://\S+", "", mail.body))
        if words in self._said:
            self._break("twice", mail, mail.subject)
        self._said.add(words)
        if mail.kind == DIGEST:
            if (mail.to, day) in self._digests:
                self._break("digests", mail, mail.subject)
            self._digests.add((mail.to, day))
        for path in mail.paths:
            first = self._told.setdefault((mail.to, day, path), mail)
            if first is not mail:
                self._again(mail, first, path)

    def _again(self, mail: Came, first: Came, path: str) -> None:
        """The same page twice in a day: a double when a digest tells it after a mail of its own."""
        if path == reverse("desks:today"):
            return
        self.mentions[f"{first.kind} then {mail.kind}"] += 1
        if mail.kind == DIGEST:
            self._break("twice", mail, f"{path}, told by {first.kind} at {first.at:%H:%M}")

    def _still_waits(self, mail: Came, waiting: set[tuple[str, str]]) -> None:
        for said, path in mail.lines:
            if path == reverse("desks:today"):
                continue
            self.lines += 1
            verbs = [verb for verb, there in waiting if there == path]
            is_there = any(plain(said).startswith(plain(verb)) for verb in verbs)
            if not is_there and not month_waits(path):
                self._break("done", mail, said)

    def _links(self, mail: Came, clients: dict[str, Client]) -> None:
        for path in mail.paths:
            key = (mail.to, mail.at.date(), path)
            if key not in self._visited:
                if mail.to not in clients:
                    clients[mail.to] = client_of(mail.to)
                self._visited[key] = self._open(path, clients[mail.to])
            status = self._visited[key]
            if status >= DEAD or status == 0:
                self._break("dead", mail, f"{status or 'asks for an account'} {path}")

    def _open(self, path: str, client: Client) -> int:
        """The status of the page at the end; 0 when it asks for an account that nobody has."""
        try:
            name = resolve(urlsplit(path).path).view_name
        except Resolver404:
            return 404
        anonymous = name in WITHOUT_ACCOUNT
        self.opened[f"{name}{' without account' if anonymous else ''}"] += 1
        browser = Client(raise_request_exception=False) if anonymous else client
        host = urlsplit(settings.ADDRESS).netloc
        machine = f"10.77.{self.opened.total() // 250 % 250}.{self.opened.total() % 250}"
        answer = browser.get(
            path.partition("#")[0], follow=True, headers={"host": host}, REMOTE_ADDR=machine,
            secure=settings.ADDRESS.startswith("https"),
        )  # fmt: skip
        asked = [there for there, _status in getattr(answer, "redirect_chain", ())]
        if any(there.startswith(reverse("account:login")) for there in asked):
            return 0
        return answer.status_code

    def _threatens(self, mail: Came) -> None:
        found = THREATS.search(f"{mail.subject} {mail.body}")
        if not found or not carries_out(mail.to):
            return
        self.with_threats += 1
        if not is_held_against(mail.to):
            self._break("threats", mail, f"« {found.group()} » in {mail.subject}")


def waits_for(address: str, at: datetime) -> set[tuple[str, str]]:
    """The verb and page of each thing on the desks of an address, and of the body whose box it
    is, asked again now."""
    people = Person.objects.filter(email__iexact=address)
    ids = list(people.values_list("pk", flat=True)) + people_of_box(address)
    return {
        (errand.kind.verb, reverse(errand.kind.address, args=errand.keys) + errand.kind.tail)
        for person_id in dict.fromkeys(ids)
        for place in places_of(person_id)
        for errand in errands_of(place, at.date())
    }


def people_of_box(address: str) -> list[int]:
    rows = Seat.objects.filter(organisation__email__iexact=address)
    return list(rows.values_list("person_id", flat=True))


def month_waits(path: str) -> bool:
    """Of the link by which a month is declared: it opens, and a sheet of it is not declared."""
    found = resolve(urlsplit(path).path)
    if found.view_name != "hours:by_link":
        return False
    link = link_behind(found.kwargs["token"], now=moment())
    sheets = Sheet.objects.filter(statement=link.statement_id, state__in=[OPEN, DISPUTED])
    return link.door is Door.OPEN and sheets.exists()


def plain(said: str) -> str:
    return re.sub(r"\s+", " ", said.replace("\u00a0", " ").replace("\u202f", " ").replace("'", "’"))


def carries_out(address: str) -> bool:
    """A company or a structure, with a space or named by a contract."""
    kinds = [role.value for role in CARRYING_OUT]
    is_seated = any(
        place.actor.role in CARRYING_OUT
        for person in Person.objects.filter(email__iexact=address)
        for place in places_of(person.pk)
    )
    return (
        is_seated
        or Party.objects.filter(email__iexact=address).exists()
        or Organisation.objects.filter(email__iexact=address, kind__in=kinds).exists()
    )


def is_held_against(address: str) -> bool:
    """A letter of a shortfall was written, in a contract where it is a party."""
    bodies = Q(organisation__email__iexact=address) | Q(email__iexact=address)
    people = Person.objects.filter(email__iexact=address)
    own = [place.organisation_id for one in people for place in places_of(one.pk)]
    parties = Party.objects.filter(bodies | Q(organisation__in=own)).values("contract")
    return Shortfall.objects.filter(commitment__contract__in=parties).exists()


def client_of(address: str) -> Client:
    """The browser of its holder, signed in where there is an account."""
    client = Client(raise_request_exception=False)
    person = Person.objects.filter(email__iexact=address, is_active=True).first()
    ids = people_of_box(address)
    if person is None and ids:
        person = Person.objects.get(pk=ids[0])
    if person:
        client.force_login(person)
        session = client.session
        second_factor_shown(session, person.pk)
        session.save()
    return client
