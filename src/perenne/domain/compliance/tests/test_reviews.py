"""Meetings: put there by the calendar of the clause, planned, written down, shared, then kept."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils.timezone import now

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.states import RUNNING
from perenne.domain.compliance.actions import (
    Appointment,
    Minutes,
    Task,
    add_review,
    cancel_review,
    following_mails,
    foresee_reviews,
    plan_review,
    share_minutes,
    tick_decision,
    write_minutes,
)
from perenne.domain.compliance.factories import hours_done, new_review
from perenne.domain.compliance.models import Review, ReviewDecision
from perenne.domain.compliance.policy import DECISIONS, FOLLOWED, REVIEWS
from perenne.domain.compliance.queries import review_card, reviews_of, site_sheet
from perenne.domain.compliance.queries.following_errands import errands_in_reviews
from perenne.domain.compliance.queries.pace import pace_rows
from perenne.domain.compliance.states import Attendee, ReviewState
from perenne.domain.compliance.tests.conftest import TODAY, Scene
from perenne.domain.compliance.tests.test_policy import people_of
from perenne.domain.procurement.models import Contract
from perenne.kit.actors import HOUSE
from perenne.kit.errands import gather
from perenne.kit.refusals import Refused
from perenne.kit.testing.commits import at_once, refusals
from perenne.values import Hours

AT_TEN = datetime(2026, 12, 3, 10, tzinfo=ZoneInfo("Europe/Paris"))
SITE = Appointment(AT_TEN, "Base vie du chantier")
SAID = "## Point sur les heures\n\nLe chantier avance."
ACTS = (
    Task(Attendee.COMPANY, "Envoyer les besoins de recrutement du trimestre", date(2026, 12, 15)),
    Task(Attendee.BUYER, "Confirmer la date de reprise"),
)


def minutes(version=0, **said):
    usual = {
        "held_on": TODAY, "attendees": frozenset({Attendee.BUYER, Attendee.COMPANY}),
        "text": SAID, "decisions": ACTS, "version": version,
    }  # fmt: skip
    return Minutes(**{**usual, **said})


@pytest.fixture
def running(scene):
    """Met on the 20th of January; its clause asks for a meeting every sixth month."""
    Commitment.objects.update(state=RUNNING, kicked_off_on=date(2026, 1, 20))
    return scene


def held(scene):
    review = new_review(scene.commitment)
    write_minutes(review_id=review.pk, minutes=minutes(), by=scene.facilitator, on=TODAY)
    return review


def verbs(actor, on=TODAY):
    return sorted((one.kind.verb, one.due_on) for one in gather(errands_in_reviews(actor, on)))


def test_the_calendar_of_the_clause_puts_meetings_there_once_and_follows_the_contract(running):
    its_day, days = date(2026, 7, 6), []  # the 5th is a Sunday
    for day in (date(2026, 5, 21), date(2026, 5, 22), date(2026, 6, 20), date(2026, 11, 26)):
        foresee_reviews(by=HOUSE, on=day)
        days.append(list(Review.objects.values_list("due_on", flat=True)))
    assert days == [[], [its_day], [its_day], [its_day]]
    assert verbs(running.facilitator) == [("Planifier la réunion de suivi", its_day)]
    assert verbs(running.buyer) == []
    Contract.objects.update(state="ended", ended_on=date(2026, 6, 30))
    foresee_reviews(by=HOUSE, on=date(2026, 7, 1))
    assert not Review.objects.exists()
    assert foresee_reviews(by=HOUSE, on=date(2026, 7, 1)) == 0


def test_minutes_are_written_in_several_times_and_checked(running):
    review_id = add_review(
        commitment_id=running.commitment.pk, appointment=SITE, by=running.facilitator
    )
    by = {"review_id": review_id, "by": running.facilitator}
    mail.outbox.clear()
    assert following_mails.send_planned(review_id=review_id, now=now()) == len(mail.outbox) == 3
    assert "jeudi 3 décembre 2026 à 10:00" in mail.outbox[0].body
    late = date(2026, 12, 5)
    assert verbs(running.facilitator, late) == [("Écrire le compte rendu", AT_TEN.date())]
    for said, told in (
        ({"held_on": late + timedelta(1)}, "au plus tard aujourd’hui"),
        ({"attendees": frozenset()}, "Cochez qui était présent"),
        ({"version": 4}, "enregistré ailleurs"),
    ):
        with pytest.raises(Refused, match=told):
            write_minutes(minutes=minutes(**said), on=late, **by)
    assert write_minutes(minutes=minutes(text=" "), on=late, **by) == 1
    assert verbs(running.facilitator, late) == [("Diffuser le compte rendu", TODAY)]
    with pytest.raises(Refused, match="avant de le diffuser"):
        share_minutes(on=late, **by)
    assert write_minutes(minutes=minutes(version=1), on=late, **by) == 2
    assert review_card(review_id, seen_by=running.buyer).minutes == ""
    assert review_card(review_id, seen_by=running.facilitator).minutes == SAID


def test_minutes_once_shared_change_no_more_but_for_what_is_done(running):
    review_id, late = held(running).pk, date(2026, 12, 16)
    share_minutes(review_id=review_id, by=running.facilitator, on=TODAY)
    assert following_mails.send_shared(review_id=review_id, now=now()) == 3
    card = review_card(review_id, seen_by=running.buyer)
    assert (card.minutes, card.may) == (SAID, frozenset())
    assert [one.may_tick for one in card.decisions] == [False, True]
    assert verbs(running.buyer) == [("Faire ce qui a été décidé", None)]
    tick_decision(decision_id=card.decisions[1].id, is_done=True, by=running.buyer, on=late)
    assert verbs(running.buyer) == []
    assert verbs(running.facilitator, late)[0][0] == "Faire ce qui a été décidé"
    with pytest.raises(Refused, match="changé d’étape"):
        write_minutes(
            review_id=review_id, minutes=minutes(version=1), by=running.facilitator, on=late
        )
    for change in (
        lambda: Review.objects.update(minutes="Autre chose."),
        lambda: Review.objects.all().delete(),
        lambda: ReviewDecision.objects.update(what="Rien du tout"),
        lambda: ReviewDecision.objects.filter(position=1).delete(),
    ):
        with pytest.raises(IntegrityError, match="were shared"), transaction.atomic():
            change()


def test_a_meeting_moved_or_cancelled_is_told(running):
    review = new_review(running.commitment, state=ReviewState.DUE, due_on=TODAY, meets_at=None)
    by = {"review_id": review.pk, "by": running.facilitator}
    with pytest.raises(Refused, match="Indiquez le lieu"):
        plan_review(appointment=Appointment(AT_TEN, " "), **by)
    plan_review(appointment=SITE, **by)
    plan_review(appointment=Appointment(AT_TEN + timedelta(1), "Mairie"), **by)
    with pytest.raises(Refused, match="Dites pourquoi"):
        cancel_review(reason=" ", **by)
    cancel_review(reason="Le chantier est arrêté.", **by)
    mail.outbox.clear()
    assert following_mails.send_planned(review_id=review.pk, now=now()) == 0
    assert following_mails.send_cancelled(review_id=review.pk, now=now()) == 3
    assert "Le chantier est arrêté." in mail.outbox[0].body


def test_who_may_do_what_at_each_step(running):
    """F facilitator, B buyer, X its party, C coordination; others never."""
    people, found = people_of(running), {}
    for state in ReviewState:
        due = {"due_on": TODAY} if state is ReviewState.DUE else {}
        why = {"reason": "Plus de chantier."} if state is ReviewState.CANCELLED else {}
        row = new_review(running.commitment, state=state, **due, **why)
        for act in REVIEWS.grants:
            found[act, state.value] = "".join(
                letter for letter, one in people.items() if REVIEWS.allows(act, one, row.pk)
            )
    assert {found["review.view", state.value] for state in ReviewState} == {"FBXC"}
    acts = {key: who for key, who in found.items() if who and key[0] != "review.view"}
    assert acts == dict.fromkeys(
        [
            ("review.plan", "due"), ("review.plan", "planned"), ("review.cancel", "due"),
            ("review.cancel", "planned"), ("review.hold", "planned"), ("review.hold", "held"),
            ("review.share", "held"),
        ],
        "F",
    )  # fmt: skip
    lines = [
        ReviewDecision.objects.create(review=held(running), position=10 + at, who=who, what="Agir")
        for at, who in enumerate(("buyer", "company", "facilitator"))
    ]
    assert not any(DECISIONS.rows("review.tick", one) for one in people.values())
    for line in lines:
        Review.objects.filter(pk=line.review_id).update(state="shared", shared_on=TODAY)
    ticked = [
        "".join(letter for letter, one in people.items()
                if DECISIONS.allows("review.tick", one, line.pk))
        for line in lines
    ]  # fmt: skip
    assert ticked == ["FB", "FX", "F"]
    for act, who in (("review.add", "F"), ("commitment.print_state", "FBXC")):
        pk = running.commitment.pk
        assert who == "".join(one for one in people if FOLLOWED.allows(act, people[one], pk))


def test_the_state_of_a_contract_counts_and_names_nobody(running, django_assert_num_queries):
    for month, hours in ((9, 100), (10, 120)):
        hours_done(running.commitment, hours, date(2026, month, 1))
    review = held(running)
    share_minutes(review_id=review.pk, by=running.facilitator, on=TODAY)
    new_review(running.commitment, meets_at=AT_TEN)
    with django_assert_num_queries(9):
        sheet = site_sheet(running.commitment.pk, seen_by=running.company, on=TODAY)
    assert (sheet.counted, sheet.people, sheet.at_work) == (Hours.of(220), 2, 2)
    assert [one.total for one in sheet.months] == [Hours.of(100), Hours.of(220)]
    (pace,) = pace_rows(Commitment.objects.filter(pk=running.commitment.pk), on=TODAY)
    assert sheet.pace == pace.pace
    assert (sheet.next_review, sheet.last_review) == (AT_TEN.date(), TODAY)
    assert [one.what for one in sheet.decisions] == [one.what for one in ACTS]
    assert {one.kind.value for one in sheet.dates} == {"statement", "final_assessment"}


def test_lists_ask_the_same_for_one_or_many(running, django_assert_num_queries):
    for turn in range(6):
        new_review(running.commitment, meets_at=AT_TEN + timedelta(turn))
        if turn in {0, 5}:
            with django_assert_num_queries(2):
                found = reviews_of(seen_by=running.buyer, on=TODAY)
            assert len(found.items) == turn + 1
    assert [row.is_late for row in found.items] == [False] * 6


def test_two_who_write_at_once_lose_nothing(real_commits):
    scene = Scene()
    review = new_review(scene.commitment)
    texts = ["Le premier texte.", "Le second texte."]
    told = at_once(
        *[
            lambda text=text: write_minutes(
                review_id=review.pk, minutes=minutes(text=text), by=scene.facilitator, on=TODAY
            )
            for text in texts
        ]
    )
    review.refresh_from_db()
    assert (told.count(1), len(refusals(told)), review.version) == (1, 1, 1)
    assert review.minutes in texts
