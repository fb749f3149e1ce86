"""Contested: spaces, seats, rights, membership, messages, texts, files, mails, codes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from allauth.mfa.models import Authenticator
from django.db.models import Count
from django.utils.timezone import localdate, now
from race_contest import ALL, ONE, WRITERS, Contest

from perenne.domain.coverage.actions import Leave, Place, announce_absence, cover, say_hours
from perenne.domain.coverage.models import Absence, Coverage, OpeningHours
from perenne.domain.enquiries.actions import (
    answer_enquiry,
    close_enquiry,
    keep_draft,
    release_enquiry,
    send_enquiry,
)
from perenne.domain.enquiries.factories import HUMAN, TODAY, WRITER, letter, sent_enquiry
from perenne.domain.enquiries.models import Enquiry
from perenne.domain.enquiries.states import EnquiryKind, EnquiryState
from perenne.domain.library.actions import write_text
from perenne.domain.library.factories import new_text, said
from perenne.domain.library.models import Revision
from perenne.domain.membership.factories import new_membership
from perenne.domain.membership.models import Membership
from perenne.domain.organisations import actions as organisations
from perenne.domain.organisations.factories import new_actor, new_colleague
from perenne.domain.organisations.models import Invitation, Organisation, Seat
from perenne.domain.organisations.queries.invitations import token_of
from perenne.domain.people.actions import spend_code
from perenne.domain.people.factories import new_person
from perenne.domain.procurement.factories import new_siret
from perenne.domain.rights.actions import answer_request, ask, erase_person, withdraw_consent
from perenne.domain.rights.actions.asking import Asked
from perenne.domain.rights.factories import new_consent, new_holder, new_request
from perenne.domain.rights.models import Consent, DataRequest, Erasure
from perenne.domain.rights.states import RequestKind
from perenne.kit.actors import HOUSE, VISITOR, Actor, Role
from perenne.kit.files.keeping import keep
from perenne.kit.files.scanning import scan
from perenne.kit.files.states import FileState
from perenne.kit.files.uses import Use
from perenne.kit.mails.kinds import declare
from perenne.kit.mails.models import Mail
from perenne.kit.mails.sending import Message, NotSent, send
from perenne.kit.scanner import Clean
from perenne.values import Siret

CLICK = declare("proof.race", "Course de la preuve")
TABLE = b"objet;montant\nVoirie;12\n"


def seats(things: int) -> Iterator[Contest]:
    admins = [[new_actor(Role.COMPANY)] for _ in range(things)]
    for those in admins:
        those += [new_colleague(those[0], is_admin=True) for _ in range(WRITERS - 1)]
    held = [[Seat.objects.get(person_id=one.person_id).pk for one in those] for those in admins]

    def join(place: int, number: int) -> None:
        new_membership(admins[place][number])

    bodies = [those[0].organisation_id for those in admins]
    yield Contest("adhere to the committee", things, join, ONE, lambda: (
        Membership.objects.filter(organisation__in=bodies).count()))  # fmt: skip

    def go(place: int, number: int) -> None:
        organisations.leave(seat_id=held[place][number], by=admins[place][number])

    yield Contest("leave an organisation", things, go, (WRITERS - 1, WRITERS - 1), lambda: (
        Seat.objects.filter(organisation__in=bodies, is_admin=True).values("organisation")
        .annotate(n=Count("pk")).filter(n=1).count()))  # fmt: skip
    yield from doors(things)


def doors(things: int) -> Iterator[Contest]:
    at = now()
    persons = [Actor(Role.VISITOR, person_id=new_person().pk) for _ in range(WRITERS)]
    hosts = [new_actor(Role.COMPANY) for _ in range(things)]
    for number, host in enumerate(hosts):
        organisations.invite(
            organisation_id=host.organisation_id, email=f"n{number}@exemple.test",
            is_admin=False, by=host, now=at,
        )  # fmt: skip
    bodies = [host.organisation_id for host in hosts]
    tokens = [token_of(Invitation.objects.get(organisation=one).seed) for one in bodies]

    def accept(place: int, number: int) -> None:
        organisations.accept_invitation(token=tokens[place], by=persons[number], now=at)

    yield Contest("use one link of invitation", things, accept, ONE, lambda: (
        Seat.objects.filter(organisation__in=bodies).values("organisation")
        .annotate(n=Count("pk")).filter(n=2).count()))  # fmt: skip
    sirets = [new_siret() for _ in range(things)]

    def open_space(place: int, number: int) -> None:
        identity = organisations.Identity("Bâti Brie", siret=Siret.read(sirets[place]))
        organisations.declare_organisation(identity, role=Role.COMPANY, by=persons[number])

    yield Contest("open the space of a SIRET", things, open_space, ONE, lambda: (
        Organisation.objects.filter(siret__in=sirets).count()))  # fmt: skip


def rights(things: int) -> Iterator[Contest]:
    desks = [new_holder(Role.COORDINATION) for _ in range(WRITERS)]
    rows = [new_request().pk for _ in range(things)]

    def answer(place: int, number: int) -> None:
        answer_request(request_id=rows[place], answer="Voici.", by=desks[number], today=TODAY)

    yield Contest("answer a request about one's data", things, answer, ONE, lambda: (
        DataRequest.objects.filter(pk__in=rows).exclude(state="received").count()))  # fmt: skip
    given = [new_consent().pk for _ in range(things)]

    def withdraw(place: int, _number: int) -> None:
        withdraw_consent(consent_id=given[place], by=VISITOR, at=now())

    yield Contest("withdraw a consent", things, withdraw, ONE, lambda: (
        Consent.objects.filter(pk__in=given).exclude(withdrawn_at=None).count()))  # fmt: skip
    holders = [new_holder(Role.BUYER) for _ in range(things)]
    keys = [one.person_id for one in holders]

    def request(place: int, _number: int) -> None:
        ask(asked=Asked(RequestKind.ACCESS), by=holders[place], today=TODAY)

    yield Contest("ask for one's data", things, request, ONE, lambda: (
        DataRequest.objects.filter(person__in=keys).count()))  # fmt: skip
    before = Erasure.objects.count()

    def erase(place: int, _number: int) -> None:
        erase_person(person_id=keys[place], by=HOUSE, today=TODAY, takes_over=True)

    yield Contest("erase a person", things, erase, ALL,
                  lambda: Erasure.objects.count() - before)  # fmt: skip


def messages(things: int) -> Iterator[Contest]:
    desk = new_actor(Role.COORDINATION)
    letters = [letter(email=f"p{place}@exemple.test") for place in range(things)]

    def by(place: int, what: str) -> Actor:
        return replace(WRITER, visitor_key=f"{what} {place}")

    def of(what: str) -> int:
        return Enquiry.objects.filter(visitor_key__startswith=f"{what} ").count()

    def press(place: int, _number: int) -> None:
        send_enquiry(
            letters[place], marks=HUMAN, by=by(place, "sent"), now=now(), today=TODAY, loads={}
        )

    yield Contest("send a message", things, press, ALL, lambda: of("sent"))

    def draft(place: int, number: int) -> None:
        keep_draft(
            kind=EnquiryKind.COORDINATION, typed={"message": str(number)},
            by=by(place, "draft"), today=TODAY,
        )  # fmt: skip

    yield Contest("keep a draft", things, draft, ALL, lambda: of("draft"))
    doubted = [
        sent_enquiry(
            marks=replace(HUMAN, trap="x"), by=by(place, "doubted"), email=f"q{place}@exemple.test"
        )
        for place in range(things)
    ]
    acts = (close_enquiry, release_enquiry)

    def treat(place: int, number: int) -> None:
        if number % 3 < len(acts):
            acts[number % 3](enquiry_id=doubted[place], by=desk, today=TODAY)
        else:
            answer_enquiry(enquiry_id=doubted[place], text="Oui.", by=desk, today=TODAY)

    def settled() -> int:
        rows = Enquiry.objects.filter(pk__in=doubted).annotate(n=Count("replies"))
        fine = {EnquiryState.CLOSED, EnquiryState.RECEIVED, EnquiryState.ANSWERED}
        return sum(row.state in fine and row.n <= 1 for row in rows)

    yield Contest("close, release or answer a message", things, treat, (1, 3), settled)


def places(things: int) -> Iterator[Contest]:
    desk = new_actor(Role.COORDINATION)
    bodies = [new_actor(Role.FACILITATOR) for _ in range(things)]
    keys = [one.organisation_id or 0 for one in bodies]

    def answer_for(place: int, _number: int) -> None:
        cover(facilitator_id=keys[place], place=Place(department="77"), by=desk)

    yield Contest("say who answers for a place", things, answer_for, ALL, lambda: (
        Coverage.objects.filter(facilitator__in=keys).count()))  # fmt: skip

    def open_at(place: int, number: int) -> None:
        say_hours(facilitator_id=keys[place], hours=f"{number + 8} h", by=bodies[place])

    yield Contest("say one's opening hours", things, open_at, ALL, lambda: (
        OpeningHours.objects.filter(facilitator__in=keys).count()))  # fmt: skip
    leave = Leave(date(2026, 12, 1), date(2026, 12, 10))

    def go(place: int, _number: int) -> None:
        announce_absence(facilitator_id=keys[place], leave=leave, by=bodies[place], today=TODAY)

    yield Contest("announce an absence", things, go, ONE, lambda: (
        Absence.objects.filter(facilitator__in=keys).count()))  # fmt: skip


def pieces(things: int) -> Iterator[Contest]:
    desk = new_actor(Role.COORDINATION)
    texts = [new_text(desk) for _ in range(things)]

    def save(place: int, number: int) -> None:
        write_text(text_id=texts[place], base=1, said=said(title=f"Titre {number}"), by=desk)

    yield Contest("save a text", things, save, ONE, lambda: (
        Revision.objects.filter(text__in=texts, number=2).count()))  # fmt: skip
    kept = [keep(TABLE, "programme.csv", Use.PROGRAMME) for _ in range(things)]

    def settle(place: int, _number: int) -> str:
        return scan(kept[place], Fine())

    yield Contest("settle a file in quarantine", things, settle, ONE, lambda: (
        type(kept[0]).objects.filter(
            pk__in=[one.pk for one in kept], state=FileState.CLEAN).count()), won=bool)  # fmt: skip
    apps = [
        Authenticator.objects.create(
            user=new_person(), type=Authenticator.Type.TOTP, data={"secret": "x"}
        ).pk
        for _ in range(things)
    ]

    def sign_in(place: int, _number: int) -> bool:
        return spend_code(authenticator_id=apps[place], step=41)

    yield Contest("use one code of an application", things, sign_in, ONE, lambda: things,
                  won=bool)  # fmt: skip
    yield from mails(things)


def mails(things: int) -> Iterator[Contest]:
    day = localdate()
    monday = day + timedelta(7 - day.weekday())
    at = datetime(monday.year, monday.month, monday.day, 9, tzinfo=now().tzinfo)

    def mail(place: int, _number: int) -> bool:
        try:
            return send(
                Message(CLICK, f"thing/{place}", "lea@exemple.test", "Objet", "Bonjour"), now=at
            )
        except NotSent:
            return False

    yield Contest("send one mail", things, mail, ONE, lambda: (
        Mail.objects.filter(kind=CLICK.code, state="sent").count()), won=bool)  # fmt: skip


class Fine:
    """A scanner that has seen nothing."""

    def scan(self, _content: bytes) -> Clean:
        return Clean("ClamAV")


OF = (seats, rights, messages, places, pieces)
