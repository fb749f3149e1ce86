"""Rounds that meet: the mails of one."""

import pytest
from django.core.mail import EmailMessage

from perenne.domain.notices.models import Reminder
from perenne.domain.notices.tests.conftest import Scene
from perenne.kit.mails.models import Mail
from perenne.kit.testing.commits import at_once


@pytest.mark.usefixtures("real_commits")
def test_four_rounds_at_once_write_once_to_each(monkeypatch):
    scene, left = Scene(), []
    monkeypatch.setattr(EmailMessage, "send", lambda letter: left.append(letter.to[0]) or 1)
    assert sum(at_once(*[scene.round] * 4)) == len(left) == len(set(left)) == 3
    assert set(Mail.objects.values_list("state", flat=True)) == {"sent"}
    assert set(Reminder.objects.filter(times=1).values_list("address", flat=True)) == set(left)
