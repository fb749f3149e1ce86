"""Someone who was everywhere is erased: not one byte of theirs is left, nor comes back."""

import logging
from datetime import date
from hashlib import sha256
from pathlib import Path
from subprocess import run

import psycopg
import pytest
from django.conf import settings as house
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core.mail import send_mail
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate, now

from perenne.config.environment import ENVIRONMENT
from perenne.domain.assessments.models import FrozenBilan, Narrative, Signature
from perenne.domain.compliance.factories import new_decision
from perenne.domain.directory.factories import new_contact
from perenne.domain.enquiries.actions import SentFile, attach_file, keep_draft
from perenne.domain.enquiries.factories import sent_enquiry
from perenne.domain.enquiries.states import EnquiryKind
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.factories import new_sheet
from perenne.domain.hours.models import DraftLine, RememberedPerson, Statement, StatementLink, Voice
from perenne.domain.library.factories import new_text
from perenne.domain.membership.actions import join_committee
from perenne.domain.membership.queries.charter import CURRENT
from perenne.domain.notices.models import Reminder
from perenne.domain.organisations.factories import new_actor
from perenne.domain.organisations.models import Invitation, Organisation, Seat
from perenne.domain.participants.factories import new_file, new_participant, new_proof
from perenne.domain.participants.models import FileLink, PersonalLink
from perenne.domain.people.factories import PASSWORD, new_person
from perenne.domain.procurement.factories import new_contract, new_party, new_siret
from perenne.domain.programming.actions import receive_files
from perenne.domain.programming.models import Programme
from perenne.domain.rights.actions import answer_request, ask, erase_person, replay_erasures
from perenne.domain.rights.actions.asking import Asked
from perenne.domain.rights.models import Consent, Erasure
from perenne.domain.rights.queries import access_file
from perenne.domain.rights.states import RequestKind
from perenne.domain.rights.tasks import send_answer, send_receipt
from perenne.kit.actors import HOUSE, Actor, Role
from perenne.kit.files.tests.makers import pdf
from perenne.kit.jobs import enqueue
from perenne.kit.postgres.programs import find_programs
from perenne.kit.privacy import Category, tables
from perenne.kit.privacy.subjects import subject_of
from perenne.kit.refusals import Refused
from perenne.kit.testing.roles import OWNER
from perenne.rules.needs import BuyerKind
from perenne.web.tests.scenes import LINES, new_programme
from tests.house.canary import MARK, Canary

TODAY = localdate()
NAME, ADDRESS, PHONE = f"{MARK} Colette Aubépine", f"{MARK}.colette@exemple.test", "01 98 76 54 32"
SAID = {
    "organisation": "Ville de Provins",
    "full_name": NAME,
    "email": ADDRESS,
    "phone": PHONE,
    "password": PASSWORD,
    "consent": "on",
}


def dump(name=None):
    """The whole database as SQL, by the cluster's own program."""
    given = connection.settings_dict
    return find_programs(ENVIRONMENT.postgres_programs).run(
        "pg_dump", "--host", given["HOST"], "--port", str(given["PORT"] or 5432),
        "--username", OWNER["USER"], "--no-password", name or given["NAME"],
    )  # fmt: skip


def bytes_in(folder: Path) -> str:
    """Every name and every byte below a folder."""
    found = [path for path in folder.rglob("*") if path.is_file()]
    return "\n".join(f"{path} {path.read_bytes().decode(errors='replace')}" for path in found)


def left_in(text: str, tokens) -> dict[str, int]:
    plain = text.casefold()
    return {token: plain.count(token.casefold()) for token in tokens if token.casefold() in plain}


@pytest.fixture
def folders(tmp_path, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "mails")
    return tmp_path


@pytest.fixture
def person_id(folders, real_commits):
    """She sent a programme as a newcomer, came back, uploaded another, asked, was written to."""
    browser = Client()
    draft = new_programme(_visitor_of(browser), *LINES, title="Achats 2027")
    answer = browser.post(reverse("programming:send", args=[draft]), SAID)
    assert answer.status_code == 302
    browser.get(reverse("desks:today"))
    person = get_user_model().objects.get(email=ADDRESS)
    seat = Seat.objects.get(person=person)
    Organisation.objects.filter(pk=seat.organisation_id).update(email=ADDRESS, phone=PHONE)
    actor = Actor(Role.BUYER, person_id=person.pk, organisation_id=seat.organisation_id)
    new_programme(actor, *LINES, title="Achats 2028")
    several = [SentFile(pdf(), "note.pdf"), SentFile(pdf(), "plan.pdf")]
    receive_files(several, buyer_kind=BuyerKind.LOCAL_AUTHORITY, by=actor, today=TODAY)
    for programme in Programme.objects.all():
        file = programme.file
        file.name = f"programmation-{MARK}-colette.csv"
        file.save()
    ask(asked=Asked(RequestKind.OBJECTION, f"Moi, {NAME}, je m’oppose."), by=actor, today=TODAY)
    send_receipt(Consent.objects.get(person=person).pk)
    send_mail("Bonjour", f"Chère {NAME}", None, [ADDRESS])
    send_mail("Bonjour", "Rien d’elle", None, ["quelquun.dautre@exemple.test"])
    enqueue("rights.send_answer", request_id=1, who=ADDRESS)
    neighbour = new_actor(Role.COMPANY)
    Invitation.objects.create(
        organisation_id=neighbour.organisation_id, email=ADDRESS, expires_at=now()
    )
    new_party(new_contract(buyer=actor), email=ADDRESS)  # the contact of a company once
    join_committee(charter_version=CURRENT.version, by=actor)
    new_text(Actor(Role.COORDINATION, person_id=person.pk))  # she wrote a page of the site once
    _writes_to_the_committee(actor)
    _is_accompanied(person.pk)
    _proposes_and_decides(person.pk)
    Seat.objects.create(
        person=new_person(), organisation_id=seat.organisation_id, is_admin=True
    )  # she hands over
    return person.pk


def _writes_to_the_committee(actor):
    """One message that arrived, one that is still a draft, with a file; she was reminded of it."""
    _signs(actor)
    Reminder.objects.create(address=ADDRESS, page="contact:show", verb="Lire", seen_on=TODAY)
    sent_enquiry(by=actor, full_name=NAME, email=ADDRESS, phone=PHONE)
    new_contact(email=ADDRESS, phone=PHONE)  # of a structure, said once and sent in a file
    typed = {"full_name": NAME, "email": ADDRESS}
    draft_id = keep_draft(kind=EnquiryKind.FILE_REVIEW, typed=typed, by=actor, today=TODAY)
    attach_file(draft_id=draft_id, file=SentFile(pdf(), "avis.pdf"), by=actor, today=TODAY)


def _is_accompanied(person_id):
    """Somebody asked if she is eligible, and she once saw the proof of somebody else."""
    file = new_file(new_participant(email=ADDRESS), lacking=[NAME], reason=NAME)
    PersonalLink.objects.create(
        participant=file.participant, token_print="0" * 64, expires_at=now()
    )
    RememberedPerson.objects.create(
        participant=file.participant, mark="0" * 64, organisation_id=file.facilitator_id
    )
    hiring = new_hiring(file.participant)  # her month was typed, and never declared
    DraftLine.objects.create(sheet=new_sheet(hiring), hiring=hiring, typed="7")
    StatementLink.objects.create(  # the contact of a company, asked for its hours once
        statement=Statement.objects.create(siret=new_siret(), month=TODAY.replace(day=1)),
        email=ADDRESS, seed="0" * 64, token_print="0" * 64, expires_at=now(), asked_on=TODAY,
    )  # fmt: skip
    FileLink.objects.create(
        file=file, knower="person", email=ADDRESS, asked_on=TODAY, expires_at=now(),
        answered_at=now(), said={"opinion_reasons": NAME},
    )  # fmt: skip
    Voice.objects.create(
        participant=file.participant, sheet=new_sheet(new_hiring()), minutes=60, agrees=False,
        message=NAME, answer=NAME, answered_at=now(),
    )  # fmt: skip
    for seen in (file, new_file()):
        new_proof(seen, seen_by_id=person_id)


def _proposes_and_decides(person_id):
    """A penalty that she proposed, and another that she decided."""
    other = new_person().pk
    for proposer, decider in ((person_id, other), (other, person_id)):
        new_decision(proposer=proposer, decider=decider)


def _signs(actor):
    """A text of a bilan that she wrote, and one that she signed: what is signed stays whole."""
    of = {"scope_kind": "department", "scope_key": "77"}
    of |= {"starts_on": date(2026, 1, 1), "ends_on": date(2027, 1, 1)}
    place = {"organisation_id": actor.organisation_id}
    Narrative.objects.create(
        **of,
        **place,
        block="context",
        text="Contexte",
        written_by_id=actor.person_id,
        written_at=now(),
    )  # fmt: skip
    frozen = FrozenBilan.objects.create(
        **of, version=1, title="Bilan", content="{}", print=sha256(b"{}").hexdigest(),
        known_on=TODAY,
    )  # fmt: skip
    Signature.objects.create(
        **place, bilan=frozen, person_id=actor.person_id, name="C. A.", quality="Directrice"
    )


def _visitor_of(browser):
    browser.get(reverse("programming:receive"))
    session = browser.session
    session["visitor_key"] = "a-key-of-colette"
    session.save()
    browser.cookies[house.SESSION_COOKIE_NAME] = session.session_key
    return Actor(Role.VISITOR, visitor_key="a-key-of-colette")


@pytest.fixture
def canary(person_id):
    bird = Canary(person_id)
    bird.fill()
    for row in Session.objects.all():
        bird.tokens["django_session.session_data"] = row.session_data
    return bird


def missing_from_the_access_file(canary) -> list[str]:
    """Columns in which something of theirs was planted, and which their file does not say."""
    buyer = Actor(Role.BUYER, person_id=canary.person_id)
    held = {table.name: table for table in access_file(seen_by=buyer).held}
    shown, secret = 0, 0
    missing = []
    for place, token in canary.tokens.items():
        name, column = place.split(".")
        personal = next(t for t in tables() if t.name == name).personal[column]
        if personal.category is Category.CREDENTIAL:
            secret += 1
            said = personal.label in held[name].labels and token not in str(held)
        else:
            shown += 1
            said = name in held and token in str(held[name])
        missing += [] if said else [place]
    print(f"access file: {shown} columns shown, {secret} secrets named and never shown")
    return missing


@pytest.mark.slow
def test_an_erased_person_leaves_no_byte_and_a_restored_backup_is_erased_again(
    canary, folders, caplog
):
    caplog.set_level(logging.DEBUG)
    subject = subject_of(canary.person_id)
    tokens = {*canary.tokens.values(), *subject.marks, MARK}
    before = dump()
    assert canary.bare() == []
    for place, token in canary.tokens.items():
        assert left_in(before, [token]), f"nothing was planted in {place}"
    assert left_in(bytes_in(folders / "mails"), [MARK])
    assert missing_from_the_access_file(canary) == []

    coordination = new_actor(Role.COORDINATION)
    person = get_user_model().objects.get(pk=canary.person_id)
    asker = Actor(Role.BUYER, person_id=person.pk)
    request_id = ask(asked=Asked(RequestKind.ERASURE), by=asker, today=TODAY)
    older = dump()  # the backup of the night before
    answer_request(
        request_id=request_id, answer="C’est fait, tout est effacé.", by=coordination, today=TODAY
    )
    send_answer(request_id)

    left = {
        "database": left_in(dump(), tokens),
        "files": left_in(bytes_in(folders / "files"), tokens),
        "mails": left_in(bytes_in(folders / "mails"), tokens),
        "stones": left_in(bytes_in(folders / "tombstones"), tokens),
        "log": left_in(caplog.text, tokens),
    }
    places = ", ".join(sorted(canary.tokens))
    print(f"{len(tokens)} tokens in {len(canary.tokens)} columns ({places}); left: {left}")
    assert {place: found for place, found in left.items() if found} == {}
    assert "quelquun.dautre@exemple.test" in bytes_in(folders / "mails")
    report = Erasure.objects.get(person=canary.person_id).report
    assert left_in(str(report), tokens) == {}
    print(
        *(f"  {x['label']}: {x['rows']} {x['outcome']} {x['why_kept']}" for x in report), sep="\n"
    )

    with restored(older, folders):
        assert left_in(dump(), [MARK])
        assert replay_erasures(by=HOUSE, today=TODAY) == [canary.person_id]
        again = left_in(dump(), tokens)
        print(f"restored, then replayed: left {again}")
        assert again == {}
        assert replay_erasures(by=HOUSE, today=TODAY) == []


class restored:  # noqa: N801 - reads as a sentence
    """The same cluster serves a database restored from this dump, for the time of a block."""

    NAME = "perenne_restored"

    def __init__(self, sql: str, folder: Path) -> None:
        self.sql, self.file = sql, folder / "backup.sql"

    def __enter__(self) -> None:
        self.file.write_text(self.sql)
        given = connection.settings_dict
        self._owner(f'DROP DATABASE IF EXISTS "{self.NAME}"', f'CREATE DATABASE "{self.NAME}"')
        programs = find_programs(ENVIRONMENT.postgres_programs)
        said = run(
            [
                *programs.before, str(programs.folder / "psql"), "-q", "-v", "ON_ERROR_STOP=1",
                "-h", given["HOST"], "-p", str(given["PORT"] or 5432), "-U", OWNER["USER"],
                "-d", self.NAME, "-f", str(self.file),
            ],
            check=False, capture_output=True, text=True,
        )  # fmt: skip
        assert said.returncode == 0, said.stderr
        self.before = given["NAME"]
        connection.close()
        given["NAME"] = self.NAME

    def __exit__(self, *_stopped: object) -> None:
        connection.close()
        connection.settings_dict["NAME"] = self.before
        self._owner(f'DROP DATABASE "{self.NAME}"')

    def _owner(self, *statements: str) -> None:
        given = connection.settings_dict
        with psycopg.connect(
            host=given["HOST"], port=given["PORT"] or 5432, user=OWNER["USER"],
            password=OWNER["PASSWORD"] or None, dbname="postgres", autocommit=True,
        ) as server:  # fmt: skip
            for statement in statements:
                server.execute(statement)


def test_the_last_administrator_hands_over_first_or_the_coordination_takes_over(db):
    alone = new_actor(Role.BUYER, name="Ville de Nangis")
    with pytest.raises(Refused, match="seule à administrer « Ville de Nangis »"):
        erase_person(person_id=alone.person_id, by=HOUSE, today=TODAY)
    assert not Erasure.objects.exists()
    report = erase_person(person_id=alone.person_id, by=HOUSE, today=TODAY, takes_over=True)
    assert report
