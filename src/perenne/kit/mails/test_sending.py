"""The gate: once a day whatever happens, written down first, told from a server that refuses."""

import ast
from datetime import datetime, timedelta
from pathlib import Path
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.db import transaction

import perenne
from perenne.kit.mails.kinds import declare, label_of
from perenne.kit.mails.models import Mail
from perenne.kit.mails.sending import Message, NotSent, send, send_each

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 26, 9, tzinfo=ZoneInfo("Europe/Paris"))
KIND = declare("tests.gate", "Essai de la porte")


def message(to="Lea@Exemple.test", **more):
    return Message(KIND, "thing/12", to, "Toiture de l’école\n: avant le 12", "Bonjour", **more)


def failing(monkeypatch, fault):
    monkeypatch.setattr(EmailMessage, "send", lambda _self: (_ for _ in ()).throw(fault))


def test_a_mail_is_told_apart_and_says_that_a_machine_wrote_it():
    assert send(message(reply_to="facilitateur@exemple.test"), now=NOW)
    row = Mail.objects.get()
    (letter,) = mail.outbox
    assert letter.subject == "Toiture de l’école : avant le 12"
    assert letter.reply_to == ["facilitateur@exemple.test"]
    headers = letter.message()
    assert headers["Auto-Submitted"] == "auto-generated"
    assert headers["Message-ID"].startswith(f"<tests-gate.{row.pk}@")
    assert (row.state, row.sent_at, row.address) == ("sent", NOW, "lea@exemple.test")
    assert label_of("tests.gate") == "Essai de la porte"
    assert label_of("tests.gone") == "Message"


def test_whatever_the_retries_it_leaves_once_a_day_and_again_the_next_one():
    assert [send(message(), now=NOW + timedelta(hours=h)) for h in (0, 1, 9)] == [
        True,
        False,
        False,
    ]
    assert send(message(), now=NOW + timedelta(days=1))
    assert send(message(to="lea@exemple.test"), now=NOW + timedelta(days=1)) is False
    assert len(mail.outbox) == Mail.objects.count() == 2


def test_a_server_that_fails_is_tried_again_and_the_next_day_under_the_same_name(monkeypatch):
    with monkeypatch.context() as patch:
        failing(patch, SMTPServerDisconnected("secret"))
        with pytest.raises(NotSent):
            send(message(), now=NOW)
    row = Mail.objects.get()
    assert (row.state, row.reason, row.attempts) == ("failed", "SMTPServerDisconnected", 1)
    done = []
    assert send(message(), now=NOW + timedelta(days=1), once_left=lambda: done.append(1))
    again = Mail.objects.get()
    assert (again.pk, again.state, again.attempts) == (row.pk, "sent", 2)
    assert (str(again.day), again.reason, done) == ("2026-11-27", "", [1])
    assert f".{row.pk}@" in mail.outbox[0].message()["Message-ID"]


def test_whoever_died_between_the_server_and_the_note_is_waited_for_then_done_again():
    Mail.objects.create(**message().key, day=NOW.date(), planned_at=NOW, tried_at=NOW, attempts=1)
    with pytest.raises(NotSent, match="somebody is trying"):
        send(message(), now=NOW + timedelta(seconds=90))
    assert send(message(), now=NOW + timedelta(minutes=3))
    assert Mail.objects.get().attempts == 2


def test_an_address_that_its_server_refuses_is_given_up_and_the_others_get_theirs(monkeypatch):
    refusal = SMTPRecipientsRefused({"lea@exemple.test": (550, b"no such user")})
    with monkeypatch.context() as patch:
        failing(patch, refusal)
        assert send(message(), now=NOW) is False
    assert Mail.objects.get().state == "dropped"
    later = SMTPRecipientsRefused({"x@exemple.test": (451, b"greylisted")})
    sending = EmailMessage.send

    def refuse_one(letter):
        if letter.to == ["x@exemple.test"]:
            raise later
        return sending(letter)

    monkeypatch.setattr(EmailMessage, "send", refuse_one)
    both = [message(to="x@exemple.test"), message(to="y@exemple.test")]
    with pytest.raises(NotSent):
        send_each(both, now=NOW)
    assert [one.to for one in mail.outbox] == [["y@exemple.test"]]
    states = dict(Mail.objects.values_list("address", "state"))
    assert (states["x@exemple.test"], states["y@exemple.test"]) == ("failed", "sent")
    monkeypatch.setattr(EmailMessage, "send", sending)
    assert send_each(both, now=NOW) == 1


def test_the_last_mail_of_somebody_erased_leaves_no_address():
    assert send(message(is_forgotten=True), now=NOW)
    row = Mail.objects.get()
    assert (row.address, row.subject) == ("", "")
    assert mail.outbox[0].to == ["Lea@Exemple.test"]


def test_no_mail_leaves_from_a_transaction_that_may_be_undone():
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        send(message(), now=NOW)
    assert mail.outbox == []


def test_two_kinds_do_not_share_a_name():
    with pytest.raises(ValueError, match=r"tests\.gate"):
        declare("tests.gate", "Autre chose")


def test_16_no_mail_leaves_by_another_way():
    """Complaint 16: several screens did the same thing and one alone told of it."""
    ways = ("django.core.mail", "smtplib")
    source = Path(perenne.__file__).parent
    told = {
        str(path.relative_to(source))
        for path in source.rglob("*.py")
        if not {"tests", "testing"} & set(path.parts) and not path.name.startswith("test_")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom | ast.Import)
        and any(
            name.startswith(ways)
            for name in [getattr(node, "module", None) or "", *(one.name for one in node.names)]
        )
    }
    assert told == {"kit/mails/sending.py"}
