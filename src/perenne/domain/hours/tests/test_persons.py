"""One person, whatever records of theirs: a day of 24 hours, one pathway, one voice."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import now

from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.states import PLANNED
from perenne.domain.hours.actions import Line, declare_sheet, validate_sheets
from perenne.domain.hours.actions.speaking import agree, contest
from perenne.domain.hours.models import PersonDay, PersonMonth, Voice, Work, WorkDay
from perenne.domain.hours.policy import PATHWAYS, VOICES
from perenne.domain.hours.queries.own_page import own_page
from perenne.domain.hours.queries.persons import pathway_of
from perenne.domain.hours.queries.plans import plan_facts
from perenne.domain.hours.tests.conftest import NOW, ON, Scene
from perenne.domain.hours.tests.ledger import broken
from perenne.domain.organisations.factories import new_actor
from perenne.domain.participants.actions import merge_participants, withdraw_verdict
from perenne.domain.participants.factories import new_file, new_link, new_participant
from perenne.domain.participants.models import Participant
from perenne.kit.actors import HOUSE, VISITOR, Actor, Role
from perenne.kit.refusals import NotFound, Refused
from perenne.kit.testing.commits import at_once, refusals
from perenne.rules.hours import DoubtCode

DAY, OTHER_DAY = date(2026, 10, 6), date(2026, 10, 7)
NAMED = {"last_name": "Roy", "first_name": "Lou", "folded_name": "roy lou"}


class Twice:
    """The same person under two records, each hired, by two companies; one right is taken back."""

    def __init__(self):
        self.one, self.other = Scene(hours=5, people=0), Scene(people=0)
        self.facilitator = self.one.facilitator
        self.kept, self.dropped = (new_participant(**NAMED) for _ in range(2))
        self.hirings = [
            new_hiring(person, scene.commitment, facilitator=self.facilitator, **said)
            for person, scene, said in (
                (self.kept, self.one, {}),
                (self.dropped, self.other, {"starts_on": date(2026, 5, 1)}),
            )
        ]
        self.scenes = [self.one, self.other]

    def take_back(self):
        verdict = self.hirings[1].verdict
        withdraw_verdict(verdict_id=verdict.pk, reason="Avis en double.", by=self.facilitator)

    def merge(self):
        merge_participants(dropped_id=self.dropped.pk, kept_id=self.kept.pk, by=self.facilitator)

    def declare(self, which, minutes, day=DAY):
        scene, hiring = self.scenes[which], self.hirings[which]
        why = dict.fromkeys((DoubtCode.LONG_DAY, DoubtCode.DAY_BEYOND_AGREEMENT), "Urgence.")
        line = Line(hiring.pk, minutes, days={day: minutes}, explained=why)
        declare_sheet(sheet_id=scene.opened().pk, lines=[line], by=scene.company, now=NOW)


@pytest.fixture
def twice(db):
    return Twice()


def test_two_records_with_hirings_become_one_person_who_has_24_hours_a_day(twice):
    twice.declare(0, 600)
    twice.declare(1, 480)
    with pytest.raises(Refused, match="une personne n’a qu’un droit"):
        twice.merge()
    twice.take_back()
    twice.merge()

    assert list(PersonDay.objects.filter(minutes__gt=0).values_list("participant", "minutes")) == [
        (twice.kept.pk, 1_080)
    ]
    assert PersonMonth.objects.get(participant=twice.kept).minutes == 1_080
    assert broken() == {}
    card = pathway_of(twice.kept.pk, seen_by=twice.facilitator, on=ON)
    assert (len(card.jobs), card.total.minutes) == (2, 1_080)
    assert card.window.start == date(2026, 5, 1)
    found = pathway_of(twice.dropped.pk, seen_by=twice.facilitator, on=ON)
    assert (found.participant_id, found.months) == (twice.kept.pk, card.months)


def test_more_than_a_day_or_a_month_of_one_person_is_refused_before_and_after(twice):
    twice.declare(0, 800)
    twice.declare(1, 700)
    twice.take_back()
    with pytest.raises(Refused, match="plus de 24 h dans une même journée"):
        twice.merge()
    assert Participant.objects.get(pk=twice.dropped.pk).merged_into is None
    twice.other = Twice()
    twice.other.take_back()
    twice.other.merge()
    twice.other.declare(0, 800)
    with pytest.raises(Refused, match=r"24\sh"):
        twice.other.declare(1, 700)
    twice.other.declare(1, 100, OTHER_DAY)
    work = Work.objects.get(hiring=twice.other.hirings[1])
    with pytest.raises(IntegrityError, match="24_hours"), transaction.atomic():
        WorkDay.objects.create(work=work, participant=work.participant, day=DAY, minutes=700)
    assert broken() == {}


def test_a_planned_hiring_follows_its_person_and_a_plan_counts_from_the_first_job(twice):
    planned = new_hiring(
        twice.dropped, twice.other.commitment, verdict=None, verified_on=None, counts_from=None,
        regularised_because="", state=PLANNED, starts_on=date(2027, 3, 1),
    )  # fmt: skip
    twice.take_back()
    twice.merge()
    assert Hiring.objects.get(pk=planned.pk).participant_id == twice.kept.pk
    assert Hiring.objects.get(pk=twice.hirings[1].pk).participant_id == twice.dropped.pk
    twice.declare(0, 600)
    validate_sheets(sheet_ids=[twice.one.opened().pk], by=twice.facilitator, now=NOW)
    (surplus,) = plan_facts(seen_by=twice.facilitator, on=ON).works
    assert (surplus.hours.minutes, surplus.pathway_start) == (300, date(2026, 5, 1))


@pytest.mark.slow
def test_a_merge_and_declarations_at_the_same_instant_count_each_minute_once(real_commits):
    twice = Twice()
    twice.take_back()
    acts = [twice.merge, lambda: twice.declare(0, 600), lambda: twice.declare(1, 540)]
    assert refusals(at_once(*acts, *acts[:1])) != []  # the second merge finds nothing alike
    assert broken() == {}
    assert sum(PersonDay.objects.values_list("minutes", flat=True)) == 1_140


def test_who_follows_a_pathway_and_who_answers_her(db):
    scene = Scene(people=1)
    person = scene.hirings[0].participant
    prescriber, structure = new_actor(Role.PRESCRIBER), new_actor(Role.INCLUSION_STRUCTURE)
    for one, state in ((prescriber, "asked"), (structure, "withdrawn")):
        new_file(person, asked_by_id=one.organisation_id, state=state)
    token = new_link(person, now=now())
    her = Actor(Role.VISITOR, visitor_key=token)
    people = {
        "F": scene.facilitator, "C": new_actor(Role.COORDINATION), "P": prescriber,
        "X": scene.company, "s": structure, "x": new_actor(Role.COMPANY),
        "f": new_actor(Role.FACILITATOR), "B": new_actor(Role.BUYER), "h": HOUSE, "v": VISITOR,
        "L": her, "l": Actor(Role.VISITOR, visitor_key="faux"),
    }  # fmt: skip

    def granted(policy, act, pk):
        return {letter for letter, one in people.items() if policy.allows(act, one, pk)}

    assert granted(PATHWAYS, "pathway.view", person.pk) == set("FCPX")
    assert granted(PATHWAYS, "pathway.view_whole", person.pk) == set("FCP")
    assert granted(PATHWAYS, "voice.agree", person.pk) == {"L"}
    assert granted(PATHWAYS, "voice.contest", person.pk) == {"L"}
    sheet = scene.declared(600)
    contest(sheet_id=sheet.pk, message="Il manque un jour.", by=her, now=now())
    (voice,) = Voice.objects.all()
    assert granted(VOICES, "voice.answer", voice.pk) == {"F"}
    late = now() + timedelta(31)
    with pytest.raises(NotFound):
        agree(sheet_id=sheet.pk, by=her, now=late)
    with pytest.raises(NotFound):
        own_page(seen_by=her, now=late)
    assert own_page(seen_by=her, now=now()).months[0].lines[0].waits


@pytest.mark.slow
def test_two_clicks_at_once_say_it_once(real_commits):
    scene = Scene(people=1)
    sheet = scene.declared(600)
    her = Actor(Role.VISITOR, visitor_key=new_link(scene.hirings[0].participant, now=now()))
    said = at_once(*[lambda: agree(sheet_id=sheet.pk, by=her, now=now())] * 4)
    assert len(refusals(said)) == 3
    assert Voice.objects.count() == 1
