"""Double opt-in, a digest when there is news, and one click to leave."""

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core import mail

from perenne.domain.assessments import actions
from perenne.domain.assessments.actions import Wish
from perenne.domain.assessments.models import Forecast, Subscription
from perenne.domain.assessments.queries.subscriptions import CONFIRM, END, key_for
from perenne.domain.organisations.factories import new_actor
from perenne.domain.people.models import Person
from perenne.domain.rights.actions import purge
from perenne.kit.actors import HOUSE, VISITOR, Role
from perenne.kit.refusals import NotFound, Refused

TODAY = date(2026, 11, 26)
ADDRESS = "structure@exemple.test"
pytestmark = pytest.mark.django_db


def noon(day):
    return datetime.combine(day, time(12), tzinfo=UTC)


def edition(day, total=900, segment="cleaning"):
    row = {"code": segment, "label": "Nettoyage", "hours": [total], "total": total}
    return Forecast.objects.create(
        made_on=day,
        content={"quarters": ["2027-T1"], "segments": [row], "epcis": [], "totals": [total, total],
                 "expected": []},
    )  # fmt: skip


def asked(**wish):
    actions.subscribe(wish=Wish(**wish), email=ADDRESS, by=VISITOR, today=TODAY)
    return Subscription.objects.get()


def active(**wish):
    row = asked(**wish)
    actions.confirm_subscription(key=key_for(CONFIRM, row.pk), by=VISITOR, today=TODAY)
    return row


def digest(row, day=TODAY):
    return actions.send_digest(subscription_id=row.pk, now=noon(day))


def test_nothing_leaves_before_the_link_is_followed():
    edition(TODAY)
    row = asked()
    assert actions.send_digests(by=HOUSE, now=noon(TODAY)) == 0
    assert not digest(row)
    actions.send_confirmation(subscription_id=row.pk, now=noon(TODAY))
    (sent,) = mail.outbox
    assert sent.to == [ADDRESS]
    key = re.search(r"/abonnement/(\S+)/confirmer/", sent.body).group(1)
    actions.confirm_subscription(key=key, by=VISITOR, today=TODAY)
    assert actions.send_digests(by=HOUSE, now=noon(TODAY)) == 1
    with pytest.raises(Refused):
        actions.confirm_subscription(key=key, by=VISITOR, today=TODAY)


def test_with_an_account_it_is_at_once_and_to_its_address():
    by = new_actor(Role.INCLUSION_STRUCTURE)
    actions.subscribe(wish=Wish(("cleaning",)), email=ADDRESS, by=by, today=TODAY)
    row = Subscription.objects.get()
    assert (row.state, row.email) == ("active", Person.objects.get(pk=by.person_id).email)


def test_an_address_is_not_flooded_and_nothing_tells_that_it_is_known():
    asked()
    for _ in range(5):
        asked(segments=("cleaning",))
    row = Subscription.objects.get()
    assert row.segments == [], "somebody else’s form changes nothing of it"


def test_a_digest_leaves_when_what_is_followed_is_new_and_can_be_left_in_one_click():
    row = active(segments=("cleaning",))
    days = [date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1)]
    found = []
    for day, total in zip(days, (900, 900, 1200), strict=True):
        edition(day, total)
        found.append((digest(row, day), digest(row, day)))
    assert found == [(True, False), (False, False), (True, False)]
    assert len(mail.outbox) == 2
    sent = mail.outbox[-1]
    assert "Nettoyage : 1200 h" in " ".join(sent.body.split())
    link = sent.extra_headers["List-Unsubscribe"].strip("<>")
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert link in sent.body


def test_what_is_not_followed_is_no_news():
    row = active(segments=("security",))
    edition(TODAY)
    assert not digest(row)
    assert mail.outbox == []


def test_leaving_erases_the_address_and_the_key_opens_nothing_any_more():
    row = active()
    key = key_for(END, row.pk)
    with pytest.raises(NotFound):
        actions.end_subscription(key=key_for(CONFIRM, row.pk), by=VISITOR)
    actions.end_subscription(key=key, by=VISITOR)
    assert not Subscription.objects.exists()
    with pytest.raises(NotFound):
        actions.end_subscription(key=key, by=VISITOR)


def test_an_address_that_never_confirmed_goes_after_a_month(db):
    asked()
    purge(by=HOUSE, today=TODAY + timedelta(30))
    assert Subscription.objects.exists()
    purge(by=HOUSE, today=TODAY + timedelta(31))
    assert not Subscription.objects.exists()
