"""What no transaction holds: done even when the last mail could not leave."""

import pytest
from django.core import mail
from django.db import OperationalError

from perenne.domain.rights.actions import answer_request
from perenne.domain.rights.factories import TODAY, new_holder, new_request
from perenne.domain.rights.models import DataRequest, Erasure
from perenne.domain.rights.states import RequestKind
from perenne.kit.actors import Role
from perenne.kit.privacy import tombstones
from perenne.kit.tenancy import current_committee

ERASING = "perenne.domain.rights.actions.erasing"


@pytest.fixture
def forgotten(monkeypatch):
    """Whose mails were forgotten."""
    marks = []
    monkeypatch.setattr(f"{ERASING}.forget_mails", marks.append)
    return marks


def granted(holder, *, has_account=True):
    row = new_request(RequestKind.ERASURE, by=holder)
    if not has_account:
        DataRequest.objects.filter(pk=row.pk).update(person=None)
    desk = new_holder(Role.COORDINATION)
    answer_request(request_id=row.pk, answer="C’est fait.", by=desk, today=TODAY, takes_over=True)
    return row.email


def test_an_erased_person_is_told_once_then_buried_and_forgotten(real_commits, forgotten):
    holder = new_holder(Role.BUYER)
    address = granted(holder)
    assert [one.to for one in mail.outbox] == [[address]]
    assert holder.person_id in tombstones.buried(current_committee())
    assert len(forgotten) == 1


@pytest.mark.parametrize("has_account", [True, False])
def test_a_mail_that_cannot_leave_is_told_and_keeps_nothing_from_being_forgotten(
    real_commits, forgotten, monkeypatch, has_account
):
    def gone(*_arguments, **_options):
        raise OperationalError("the server closed the connection unexpectedly")

    holder = new_holder(Role.BUYER)
    monkeypatch.setattr(f"{ERASING}.tell_erased", gone)
    with pytest.raises(OperationalError):
        granted(holder, has_account=has_account)
    assert Erasure.objects.count() == has_account
    assert (holder.person_id in tombstones.buried(current_committee())) is has_account
    assert len(forgotten) == 1
    assert mail.outbox == []
