"""Two years of a committee, night after night: on no day is a row past its last day.

It has five years behind it, so that proofs kept for five years end in these two.
"""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user_model
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils.timezone import localdate

from perenne.domain.organisations.factories import new_organisation
from perenne.domain.organisations.models import Kind, Seat
from perenne.domain.people.factories import new_person
from perenne.domain.programming.factories import new_programme
from perenne.domain.rights.actions import answer_request, ask_without_account, purge
from perenne.domain.rights.actions import withdraw_consent as withdraw
from perenne.domain.rights.actions.asking import Asked
from perenne.domain.rights.actions.purging import announce_closures, first_day_kept
from perenne.domain.rights.factories import new_consent, new_request
from perenne.domain.rights.models import ClosureNotice, Erasure, Limitation
from perenne.domain.rights.states import RequestKind
from perenne.kit.actors import HOUSE, VISITOR, Actor, Role
from perenne.kit.jobs import enqueue
from perenne.kit.privacy import tables
from perenne.rules.retention import Event, Holding, RecordKind, expires_on

pytestmark = pytest.mark.django_db
START, DAYS, PAST = date(2026, 1, 1), 730, 5 * 365
LOOKED_AT = 3
"""One morning in so many every row is read: what a night forgot one day it forgets on others."""
Person = get_user_model()
EMPTY = SessionStore().encode({})


def noon(day):
    return datetime(day.year, day.month, day.day, 11, tzinfo=UTC)


def overdue(today):
    """Read row by row, by the rule itself: another way than that of the purge."""
    late = Counter()
    for table in tables():
        for expires in table.expires:
            for row in expires.rows(table.model._base_manager.all()):
                said = getattr(row, expires.column)
                if said is None:
                    continue
                day = localdate(said) if isinstance(said, datetime) else said
                kind = RecordKind(expires.kind or table.keeps)
                if not expires.event:
                    late[table.name] += day < today
                else:
                    holding = Holding(kind, {Event(expires.event): day})
                    late[table.name] += expires_on(holding).is_over(today)
    for person in Person.objects.exclude(pk__in=Erasure.objects.values("person")):
        day = localdate(person.last_login or person.joined_at)
        holding = Holding(RecordKind.ACCOUNT, {Event.LAST_SIGN_IN: day})
        late["people_person"] += expires_on(holding).is_over(today)
    return +late


class Life:
    """What people of a committee do, day after day, by chance but always the same."""

    def __init__(self) -> None:
        self.chance = Random(77)
        self.desk = Actor(Role.COORDINATION, person_id=new_person().pk, organisation_id=1)
        self.made = Counter()

    def past(self) -> None:
        """What was left by the years before, as they would have left it."""
        for number in range(0, 700, 70):
            self.joins(START - timedelta(number))
        for number in range(10, PAST, 90):
            self.withdraws(START - timedelta(number))
            self.asks(START - timedelta(number))

    def day(self, day: date) -> None:
        for act, every in (
            (self.joins, 60), (self.signs_in, 6), (self.drafts, 30), (self.consents, 60),
            (self.withdraws, 90), (self.asks, 90), (self.asks_by_mail, 60), (self.confirms, 60),
            (self.works, 30),
        ):  # fmt: skip
            if self.chance.randrange(every) == 0:
                act(day)
                self.made[act.__name__] += 1

    def somebody(self):
        alive = Person.objects.filter(is_active=True).order_by("pk")
        return self.chance.choice(list(alive)) if alive else self.joins(START)

    def joins(self, day):
        person = new_person(joined_at=noon(day))
        buyer = new_organisation(Kind.BUYER, email=f"contact{person.pk}@exemple.test", phone="01")
        Seat.objects.create(person=person, organisation=buyer, is_admin=True)
        return person

    def signs_in(self, day):
        person = self.somebody()
        Person.objects.filter(pk=person.pk).update(last_login=noon(day))
        key = f"{day}-{person.pk}"
        Session.objects.update_or_create(
            pk=key, defaults={"session_data": EMPTY, "expire_date": noon(day + timedelta(14))}
        )
        UserSession.objects.update_or_create(
            session_key=key, defaults={"user": person, "ip": "::1", "last_seen_at": noon(day)}
        )

    def drafts(self, day):
        new_programme(replace(VISITOR, visitor_key=f"key-{day}"), received_on=day)

    def consents(self, day):
        new_consent(by=Actor(Role.BUYER, person_id=self.somebody().pk))

    def withdraws(self, day):
        row = new_consent(by=Actor(Role.BUYER, person_id=self.somebody().pk))
        withdraw(consent_id=row.pk, by=VISITOR, at=noon(day))

    def asks(self, day):
        row = new_request(RequestKind.ACCESS, today=day)
        Person.objects.filter(pk=row.person_id).update(joined_at=noon(max(day, START)))
        answer_request(request_id=row.pk, answer="Voici.", by=self.desk, today=day)

    def asks_by_mail(self, day):
        ask_without_account(
            asked=Asked(RequestKind.ACCESS), full_name="Paul", email=f"{day}@exemple.test",
            by=VISITOR, today=day,
        )  # fmt: skip

    def confirms(self, day):
        person = self.somebody()
        address, _ = EmailAddress.objects.get_or_create(
            user=person, defaults={"email": person.email}
        )
        EmailConfirmation.objects.create(
            email_address=address, key=f"{day}-{self.made.total()}", created=noon(day)
        )

    def works(self, day):
        enqueue("rights.send_answer", request_id=0)
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE procrastinate_jobs SET status = 'succeeded' WHERE status = 'todo'"
            )
            cursor.execute(
                "UPDATE procrastinate_events SET at = %s WHERE at > now() - interval '1 hour'",
                [noon(day)],
            )


@pytest.mark.slow
def test_on_no_day_of_two_years_is_a_row_overdue(caplog):
    caplog.set_level("ERROR")
    life, gone, warned = Life(), Counter(), {}
    life.past()
    for number in range(DAYS):
        day = START + timedelta(number)
        life.day(day)
        for line in purge(by=HOUSE, today=day):
            gone[line.label] += line.rows
        for notice in ClosureNotice.objects.filter(sent_on=day):
            warned[notice.person_id] = notice
        for erased in Erasure.objects.filter(erased_on=day):
            notice = warned[erased.person_id]
            assert day - notice.sent_on >= timedelta(30)
            assert day == notice.last_day + timedelta(1)
        if number % LOOKED_AT == 0:
            assert overdue(day) == {}, day
    print(f"{DAYS} nights; lived: {dict(life.made)}; gone: {dict(gone)}; warned: {len(warned)}")
    assert len(gone) >= 7
    assert gone["Comptes inutilisés"] >= 2


def test_without_the_night_rows_are_overdue():
    """The check above can fail: here nobody purges."""
    new_programme(replace(VISITOR, visitor_key="key"), received_on=START)
    new_person(joined_at=noon(START))
    late = overdue(START + timedelta(1_000))
    assert late == {"programming_programme": 1, "people_person": 1}


@pytest.mark.parametrize("kind", [RecordKind.ACCOUNT, RecordKind.CONSENT_PROOF, RecordKind.DRAFT])
@pytest.mark.parametrize("today", [date(2026, 2, 28), date(2028, 2, 29), date(2026, 11, 23)])
def test_the_first_day_kept_is_where_the_rule_changes_its_answer(kind, today):
    event = {"account": "last_sign_in", "consent_proof": "consent_ended"}.get(kind, "last_change")
    first = first_day_kept(kind, event, today)
    for day, is_over in ((first, False), (first - timedelta(1), True)):
        assert expires_on(Holding(kind, {Event(event): day})).is_over(today) is is_over


def test_an_account_is_never_closed_without_its_notice_even_after_nights_without_purge():
    person = new_person(joined_at=noon(START))
    today = START + timedelta(1_500)
    purge(by=HOUSE, today=today)
    assert not Erasure.objects.exists()
    assert ClosureNotice.objects.get(person=person).last_day == today + timedelta(30)
    purge(by=HOUSE, today=today + timedelta(30))
    assert not Erasure.objects.exists()
    purge(by=HOUSE, today=today + timedelta(31))
    assert Erasure.objects.get().person_id == person.pk


def test_the_contact_of_an_organisation_that_nobody_visits_is_emptied():
    person = new_person(joined_at=noon(START), last_login=noon(START))
    buyer = new_organisation(Kind.BUYER, email="contact@exemple.test", phone="01 60 00 00 00")
    Seat.objects.create(person=person, organisation=buyer, is_admin=True)
    last = expires_on(Holding(RecordKind.PROGRAMME_CONTACT, {Event.LAST_CONTACT: START})).last
    for days, left in ((0, "contact@exemple.test"), (1, "")):
        Person.objects.filter(pk=person.pk).update(is_active=True)
        purge(by=HOUSE, today=last + timedelta(days))
        buyer.refresh_from_db()
        assert buyer.email == left
    assert buyer.phone == ""


def test_whoever_comes_back_after_the_notice_stays():
    person = new_person(joined_at=noon(START))
    today = START + timedelta(1_500)
    assert announce_closures(today) == 1
    Person.objects.filter(pk=person.pk).update(last_login=noon(today + timedelta(10)))
    purge(by=HOUSE, today=today + timedelta(31))
    assert not Erasure.objects.exists()


def test_a_frozen_account_is_left_as_it_is():
    person = new_person(joined_at=noon(START))
    asked = new_request(RequestKind.LIMITATION, by=Actor(Role.BUYER, person_id=person.pk))
    Limitation.objects.create(person=person, request=asked, since=START)
    for days in (1_500, 1_531):
        purge(by=HOUSE, today=START + timedelta(days))
    assert not Erasure.objects.exists()


def test_a_dry_run_counts_and_erases_nothing():
    new_programme(replace(VISITOR, visitor_key="key"), received_on=START)
    today = START + timedelta(100)
    counted = purge(by=HOUSE, today=today, dry_run=True)
    assert [line.rows for line in counted] == [1]
    assert purge(by=HOUSE, today=today) == counted
    assert purge(by=HOUSE, today=today) == []
