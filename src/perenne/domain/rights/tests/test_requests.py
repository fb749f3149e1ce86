"""A request and its month: what is asked, by when it is answered, and by whom."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import IntegrityError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from perenne.domain.people.factories import new_person
from perenne.domain.rights import tasks
from perenne.domain.rights.actions import (
    answer_request,
    ask,
    ask_without_account,
    confirm,
    extend_request,
    refuse_request,
)
from perenne.domain.rights.actions.asking import MOST_LINKS_A_DAY, NEEDS_WORDS, Asked
from perenne.domain.rights.factories import TODAY, new_holder, new_request
from perenne.domain.rights.models import DataRequest
from perenne.domain.rights.queries import FOLLOW, desk, key_of, request_card, requests_of, urgent
from perenne.domain.rights.states import RequestKind, RequestState
from perenne.kit.actors import VISITOR, Actor, Role
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import NotFound, Refused

pytestmark = pytest.mark.django_db
REASON = "Il faut réunir des pièces de deux années."
BY_MAIL = {"full_name": "Paul Petit", "email": "Paul@Exemple.test", "by": VISITOR}


def acts():
    return list(Entry.objects.order_by("pk").values_list("act", flat=True))


@pytest.mark.parametrize(
    ("received", "due", "extended"),
    [
        (date(2026, 1, 31), date(2026, 3, 2), date(2026, 4, 30)),  # 28 February is a Saturday
        (date(2027, 1, 31), date(2027, 3, 1), date(2027, 4, 30)),  # 28 February is a Sunday
        (date(2028, 1, 31), date(2028, 2, 29), date(2028, 5, 2)),  # leap year; 30 April a Sunday
        (date(2028, 2, 29), date(2028, 3, 29), date(2028, 5, 29)),
        (date(2026, 3, 31), date(2026, 4, 30), date(2026, 6, 30)),
        (date(2026, 11, 22), date(2026, 12, 22), date(2027, 2, 22)),  # received on a Sunday
        (date(2026, 11, 25), date(2026, 12, 28), date(2027, 2, 25)),  # 25 December, then a weekend
    ],
)
def test_the_month_ends_on_the_same_day_or_on_the_next_one_worked(
    coordination, received, due, extended
):
    row = new_request(today=received)
    assert row.due_on == due
    extend_request(request_id=row.pk, reason=REASON, by=coordination, today=received)
    row.refresh_from_db()
    assert (row.due_on, row.state) == (extended, RequestState.EXTENDED)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(some.dates(date(2019, 1, 1), date(2090, 1, 1)))
def test_nobody_waits_more_than_a_month_and_five_days(buyer, received):
    with_month = ask(asked=Asked(RequestKind.ACCESS), by=buyer, today=received)
    row = DataRequest.objects.get(pk=with_month)
    row.delete()
    assert timedelta(28) <= row.due_on - received <= timedelta(36)
    assert row.due_on.weekday() < 5


def test_it_is_extended_inside_the_first_month_only_and_once(coordination):
    row = new_request()
    with pytest.raises(Refused, match="premier mois est passé"):
        extend_request(
            request_id=row.pk, reason=REASON, by=coordination, today=row.due_on + timedelta(1)
        )
    extend_request(request_id=row.pk, reason=REASON, by=coordination, today=row.due_on)
    with pytest.raises(Refused):
        extend_request(request_id=row.pk, reason=REASON, by=coordination, today=TODAY)


@pytest.mark.parametrize("act", [extend_request, refuse_request])
def test_neither_a_refusal_nor_an_extension_goes_without_its_reason(coordination, act):
    row = new_request()
    with pytest.raises(Refused, match="Écrivez"):
        act(request_id=row.pk, reason="  - ", by=coordination, today=TODAY)
    row.refresh_from_db()
    assert row.state == RequestState.RECEIVED


def test_a_refusal_tells_the_way_to_the_cnil(coordination):
    row = new_request()
    refuse_request(request_id=row.pk, reason="Demande excessive.", by=coordination, today=TODAY)
    tasks.send_answer(row.pk)
    (sent,) = mail.outbox
    assert sent.to == [row.email]
    assert "Demande excessive." in sent.body
    assert "CNIL" in sent.body
    assert row.full_name not in sent.subject


def test_every_move_is_in_the_journal_and_names_nobody(coordination):
    row = new_request(message="Mon secret")
    extend_request(request_id=row.pk, reason=REASON, by=coordination, today=TODAY)
    answer_request(request_id=row.pk, answer="Voici tout.", by=coordination, today=TODAY)
    assert acts() == ["request.ask", "request.extend", "request.answer"]
    written = str(list(Entry.objects.values()))
    assert all(said not in written for said in (row.full_name, row.email, "secret", REASON))


@pytest.mark.parametrize("kind", sorted(NEEDS_WORDS))
def test_what_cannot_be_answered_without_words_asks_for_them(buyer, kind):
    with pytest.raises(Refused, match="Écrivez"):
        ask(asked=Asked(kind, "  "), by=buyer, today=TODAY)


def test_the_same_thing_is_not_asked_twice_while_it_is_open(buyer, coordination):
    row = new_request(by=buyer)
    with pytest.raises(Refused, match="déjà en cours"):
        new_request(by=buyer)
    new_request(RequestKind.RECTIFICATION, by=buyer)
    answer_request(request_id=row.pk, answer="Voici.", by=coordination, today=TODAY)
    assert new_request(by=buyer).pk != row.pk


def test_nobody_answers_their_own_request(coordination):
    own = new_request(by=coordination)
    with pytest.raises(Refused):
        answer_request(request_id=own.pk, answer="Voici.", by=coordination, today=TODAY)
    colleague = new_holder(Role.COORDINATION)
    answer_request(request_id=own.pk, answer="Voici.", by=colleague, today=TODAY)


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.COORDINATION}])
def test_only_the_coordination_answers(role):
    row = new_request()
    with pytest.raises(Refused):
        answer_request(
            request_id=row.pk, answer="Voici.", by=Actor(role, 999_999, 999_999), today=TODAY
        )


def test_a_request_by_mail_waits_for_its_link(coordination):
    number = ask_without_account(asked=Asked(RequestKind.ACCESS), today=TODAY, **BY_MAIL)
    assert desk(seen_by=coordination, today=TODAY).total == 0
    with pytest.raises(NotFound):
        request_card(number, seen_by=coordination)
    tasks.send_link(number)
    assert mail.outbox[0].to == ["paul@exemple.test"]
    assert key_of(FOLLOW, number).split(":")[0] in mail.outbox[0].body
    confirm(request_id=number, key=key_of(FOLLOW, number), by=VISITOR)
    assert desk(seen_by=coordination, today=TODAY).total == 1
    with pytest.raises(Refused):
        confirm(request_id=number, key=key_of(FOLLOW, number), by=VISITOR)


def test_the_link_of_another_request_confirms_nothing():
    first, second = (
        ask_without_account(asked=Asked(kind), today=TODAY, **BY_MAIL)
        for kind in (RequestKind.ACCESS, RequestKind.ERASURE)
    )
    for key in (key_of(FOLLOW, first), key_of("rights.withdraw", second), f"{second}:x:y"):
        with pytest.raises(NotFound):
            confirm(request_id=second, key=key, by=VISITOR)


def test_a_confirmed_address_that_has_an_account_leads_to_it(buyer):
    person = new_person(email="paul@exemple.test")
    number = ask_without_account(asked=Asked(RequestKind.ACCESS), today=TODAY, **BY_MAIL)
    assert DataRequest.objects.get(pk=number).person_id is None
    confirm(request_id=number, key=key_of(FOLLOW, number), by=VISITOR)
    assert [card.id for card in requests_of(person.pk, seen_by=Actor(Role.BUYER, person.pk))] == [
        number
    ]


def test_a_mailbox_is_not_flooded_with_links():
    for _ in range(MOST_LINKS_A_DAY):
        ask_without_account(asked=Asked(RequestKind.ACCESS), today=TODAY, **BY_MAIL)
    with pytest.raises(Refused, match="Plusieurs liens"):
        ask_without_account(asked=Asked(RequestKind.ACCESS), today=TODAY, **BY_MAIL)
    tomorrow = TODAY + timedelta(1)
    ask_without_account(asked=Asked(RequestKind.ACCESS), today=tomorrow, **BY_MAIL)


@pytest.mark.parametrize(
    ("day", "alert"),
    [(0, ""), (14, ""), (15, "soon"), (24, "soon"), (25, "urgent"), (30, "urgent"), (31, "late")],
)
def test_the_desk_is_alerted_on_the_fifteenth_and_the_twenty_fifth_day(coordination, day, alert):
    row = new_request()
    today = TODAY + timedelta(day)
    (waiting,) = desk(seen_by=coordination, today=today).items
    assert (waiting.alert, waiting.days_left) == (alert, (row.due_on - today).days)
    assert urgent(seen_by=coordination, today=today) == (day >= 15)


def test_an_extended_request_is_urgent_five_days_before_its_new_term(coordination):
    row = new_request()
    extend_request(request_id=row.pk, reason=REASON, by=coordination, today=TODAY)
    row.refresh_from_db()
    found = {
        days: desk(seen_by=coordination, today=row.due_on - timedelta(days)).items[0].alert
        for days in (40, 6, 5, -1)
    }
    assert found == {40: "", 6: "", 5: "urgent", -1: "late"}


def test_the_nearest_term_comes_first_and_what_is_closed_leaves(coordination):
    later, sooner = new_request(today=TODAY), new_request(today=TODAY - timedelta(9))
    done = new_request()
    answer_request(request_id=done.pk, answer="Voici.", by=coordination, today=TODAY)
    opened = desk(seen_by=coordination, today=TODAY)
    assert [row.card.id for row in opened.items] == [sooner.pk, later.pk]
    closed = desk(seen_by=coordination, today=TODAY, closed=True)
    assert [row.card.id for row in closed.items] == [done.pk]


def test_the_database_refuses_what_the_machine_would_not_do():
    row = new_request()
    with pytest.raises(IntegrityError, match="data_request_closed_has_its_day"):
        DataRequest.objects.filter(pk=row.pk).update(state=RequestState.ANSWERED)
