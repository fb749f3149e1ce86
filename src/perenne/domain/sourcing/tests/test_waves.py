"""Who is asked about a need, and when: few at a time, on working days, once."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import connection

from perenne.domain.directory.models import Structure
from perenne.domain.sourcing.actions import (
    Declining,
    Offering,
    answer_solicitation,
    go_round,
    keep_offer,
    mailing,
    send_wave,
)
from perenne.domain.sourcing.factories import ON, new_opening, token_for
from perenne.domain.sourcing.models import Solicitation
from perenne.domain.sourcing.queries import opening_card
from perenne.domain.sourcing.queries.errands import errands_in_needs
from perenne.domain.sourcing.states import DeclineReason
from perenne.domain.sourcing.tests.conftest import NOON
from perenne.kit.actors import HOUSE
from perenne.kit.errands import gather
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import Refused
from perenne.rules.waves import Halt

DAY = timedelta(1)
PRESCRIBERS, STRUCTURES = 2, 5


def asked_about(opening):
    return {row.structure_id: row for row in Solicitation.objects.filter(opening=opening)}


def queued():
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, scheduled_at FROM procrastinate_jobs ORDER BY id")
        return cursor.fetchall()


def errands_of(actor, on=ON):
    return {(one.kind.verb, one.about) for one in gather(errands_in_needs(actor, on))}


def answer(row, by, said=None, on=ON):
    said = said or Offering(persons=1, starts_on=row.opening.starts_on)
    return answer_solicitation(solicitation_id=row.pk, answer=said, by=by, on=on)


def test_a_need_is_sent_to_a_few_who_can_and_to_nobody_twice(scene):
    able = {row.pk for row in scene.structures(9)}
    able |= {
        row.pk for row in scene.structures(1, commune_id=None, areas=({"epci_id": "200072130"},))
    }
    able |= {
        row.pk for row in scene.structures(1, commune_id=None, areas=({"department_code": "77"},))
    }
    people = {
        scene.mission().pk,
        *(row.pk for row in scene.structures(3, kind="ccas", trades=None)),
    }
    scene.structures(1, trades={"premises_cleaning": 0})
    scene.structures(1, areas=({"department_code": "91"},), commune_id=None)
    scene.structures(1, siret=scene.party.siret)
    scene.structures(1, state="hidden")
    without = scene.structures(1, email="")
    opening = scene.opened()
    assert [name for name, _ in queued()] == ["sourcing.send_wave"]

    assert send_wave(opening_id=opening.pk, by=HOUSE, now=NOON) == STRUCTURES + PRESCRIBERS
    first = asked_about(opening)
    assert len(set(first) & able) == STRUCTURES
    assert len(set(first) & people) == PRESCRIBERS
    assert {row.wave for row in first.values()} == {1}
    assert {row.answer_by for row in first.values()} == {date(2026, 12, 3)}
    assert send_wave(opening_id=opening.pk, by=HOUSE, now=NOON) == 0, "the job ran twice"
    for days in (1, 2, 3):  # friday, then the weekend
        assert go_round(by=HOUSE, now=NOON + days * DAY) == 0
    assert go_round(by=HOUSE, now=NOON.replace(hour=22) + 4 * DAY) == 0, "nobody is asked at night"

    assert go_round(by=HOUSE, now=NOON + 4 * DAY) == STRUCTURES + PRESCRIBERS
    assert go_round(by=HOUSE, now=NOON + 6 * DAY) == 1
    assert go_round(by=HOUSE, now=NOON + 8 * DAY) == 0
    assert set(asked_about(opening)) == able | people, "all who can, each once, and nobody else"
    assert not set(asked_about(opening)) & {row.pk for row in without}
    told = Entry.objects.filter(act="opening.send_wave").order_by("pk")
    assert [one.facts for one in told] == [
        {"wave": 1, "asked": 7}, {"wave": 2, "asked": 7}, {"wave": 3, "asked": 1},
    ]  # fmt: skip


def test_who_has_promised_its_hours_or_said_it_has_nobody_is_left_in_peace(scene):
    full, free, short = scene.structures(3, said_on=ON, trades={"painting": 100})
    kept = new_opening(scene.commitment, minutes=400 * 60)
    send_wave(opening_id=kept.pk, by=HOUSE, now=NOON)
    of = asked_about(kept)
    offer_id = answer(of[full.pk], scene.facilitator)
    answer(of[short.pk], scene.facilitator, Declining(DeclineReason.NO_ONE))
    keep_offer(offer_id=offer_id, by=scene.company, on=ON)

    opening = new_opening(scene.commitment)
    assert send_wave(opening_id=opening.pk, by=HOUSE, now=NOON) == 1
    (row,) = asked_about(opening).values()
    assert row.structure_id == free.pk
    assert row.because == (
        "Sollicité 1 fois en douze mois, la dernière le 26\u00a0novembre 2026, à 0 km, "
        "100\u00a0h par mois libres"
    )


def test_silence_is_noted_an_answer_that_comes_late_is_taken_and_a_person_takes_over(scene):
    (one, other) = scene.structures(2, organisation_id=None)
    Structure.objects.filter(pk=one.pk).update(organisation=scene.space.organisation_id)
    opening = scene.opened()
    send_wave(opening_id=opening.pk, by=HOUSE, now=NOON)
    assert errands_of(scene.space) == {("Répondre à un besoin", "Peintre en bâtiment")}
    assert errands_of(scene.facilitator) == errands_of(scene.company) == set()

    for days in range(12):
        go_round(by=HOUSE, now=NOON + days * DAY)
    rows = asked_about(opening)
    assert {row.state for row in rows.values()} == {"silent"}
    opening.refresh_from_db()
    assert opening.exhausted_on == date(2026, 11, 30), "the day on which a second wave was due"
    assert opening_card(opening.pk, seen_by=scene.company).halt == Halt.NOBODY.sentence
    seek = ("Chercher avec l’entreprise qui peut répondre", "Peintre en bâtiment")
    assert errands_of(scene.facilitator) == {seek}
    assert errands_of(scene.space, ON + 12 * DAY) == set(), "nobody is chased after the day given"

    answer(rows[one.pk], scene.space, on=ON + 12 * DAY)
    choose = ("Répondre aux offres reçues", "Peintre en bâtiment")
    assert errands_of(scene.company) == errands_of(scene.facilitator) == {choose}

    go_round(by=HOUSE, now=NOON + 25 * DAY)
    opening.refresh_from_db()
    assert (opening.state, opening.ended_on) == ("lapsed", ON + 25 * DAY)
    assert {row.state for row in asked_about(opening).values()} == {"offered", "closed"}
    assert rows[one.pk].opening.solicitations.get(structure=one).offer.state == "left"
    assert errands_of(scene.company) == set()
    with pytest.raises(Refused, match="changé d’étape"):
        answer(rows[other.pk], scene.facilitator)


def test_the_mail_says_the_need_the_clause_and_how_to_answer_and_it_leaves_once(scene):
    (one,) = scene.structures(1)
    mission = scene.mission()
    opening = scene.opened(wish="Permis B utile ; vestiaire sur place.")
    send_wave(opening_id=opening.pk, by=HOUSE, now=NOON)
    rows = asked_about(opening)
    for row in rows.values():
        assert mailing.send_question(solicitation_id=row.pk, now=NOON) == 1
        assert mailing.send_question(solicitation_id=row.pk, now=NOON) == 0
    told = {letter.to[0]: letter for letter in mail.outbox}
    letter = told["s0@structures.fr"]
    assert letter.subject.startswith("Pouvez-vous aider ? Peintre en bâtiment, 300 h, Meaux")
    for words in (
        "clause sociale d’insertion", "35\u00a0h par semaine", "du 30\u00a0novembre 2026",
        "Permis B utile", "avant le 3\u00a0décembre 2026",
        f"/besoins/repondre/{token_for(rows[one.pk])}/",
    ):  # fmt: skip
        assert words in letter.body
    assert letter.reply_to == ["facilitateur@territoire.fr"]
    (other,) = set(told) - {"s0@structures.fr"}
    assert told[other].subject.startswith("Connaissez-vous quelqu’un ?")
    assert token_for(rows[one.pk]) not in told[other].body + letter.subject
    assert mission.name not in letter.body, "nobody reads who else was asked"

    answer(rows[mission.pk], scene.prescriber)
    again = Solicitation.objects.get(pk=rows[mission.pk].pk)
    assert mailing.send_question(solicitation_id=again.pk, now=NOON + DAY) == 0
