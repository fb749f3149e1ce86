"""Whoever asks together, one mail leaves."""

from datetime import datetime, timedelta
from threading import Lock
from time import sleep
from zoneinfo import ZoneInfo

import pytest
from django.core.mail import EmailMessage

from perenne.kit.mails.kinds import declare
from perenne.kit.mails.models import Mail
from perenne.kit.mails.sending import Message, NotSent, send
from perenne.kit.testing.commits import at_once

NOW = datetime(2026, 11, 26, 9, tzinfo=ZoneInfo("Europe/Paris"))
RACE = declare("tests.race", "Course")
MESSAGE = Message(RACE, "thing/1", "lea@exemple.test", "Objet", "Bonjour")


def ask():
    try:
        return send(MESSAGE, now=NOW)
    except NotSent:
        return "later"


@pytest.mark.parametrize("unfinished", [False, True])
def test_eight_jobs_at_once_send_one_mail(real_commits, monkeypatch, unfinished):
    """With nothing written yet, then over a row that failed the day before."""
    if unfinished:
        Mail.objects.create(
            **MESSAGE.key, day=(NOW - timedelta(1)).date(), planned_at=NOW, state="failed",
            reason="SMTPServerDisconnected", attempts=1,
        )  # fmt: skip
    left, lock = [], Lock()

    def slow(letter):
        with lock:
            left.append(letter)
        sleep(0.2)

    monkeypatch.setattr(EmailMessage, "send", slow)
    outcomes = at_once(*[ask] * 8)
    assert len(left) == 1
    assert outcomes.count(True) == 1
    assert ask() is False
    assert Mail.objects.filter(state="sent").count() == Mail.objects.count() == 1
