from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.coverage.factories import new_absence
from perenne.domain.coverage.models import Absence
from perenne.domain.organisations.models import Seat
from perenne.domain.people.factories import new_person
from perenne.kit.actors import Actor, Role
from perenne.web.tests.browser import error_on, sql_for, summary_of, text_of, typed_in

pytestmark = pytest.mark.django_db
DESK = "/bureau/"


@pytest.fixture
def url(committee):
    return reverse("coverage:announce", args=[committee.facilitator.organisation_id])


@pytest.fixture
def said(committee):
    first = localdate() + timedelta(days=2)
    return {
        "who": "whole",
        "since": f"{first:%d/%m/%Y}",
        "until": f"{first + timedelta(days=10):%d/%m/%Y}",
        "backup": committee.other_facilitator.organisation_id,
    }


@pytest.fixture
def colleague(committee):
    person = new_person()
    Seat.objects.create(person=person, organisation_id=committee.facilitator.organisation_id)
    return Actor(Role.FACILITATOR, person.pk, committee.facilitator.organisation_id)


def test_an_absence_is_announced_and_told_on_the_desks_it_concerns(client_of, committee, url, said):
    page = client_of(committee.facilitator).post(url, said, follow=True)
    assert "L’absence est annoncée." in text_of(page)
    assert "À venir" in text_of(page)
    desks = {
        who: text_of(client_of(getattr(committee, who)).get(DESK))
        for who in ("other_facilitator", "coordination", "buyer")
    }
    assert "Vous prenez la suite pour les nouveaux achats." in desks["other_facilitator"]
    assert "Les nouveaux achats vont à :" in desks["coordination"]
    assert "Absence annoncée" not in desks["buyer"]


def test_the_coordination_announces_for_a_body_and_comes_back_to_the_territory(
    client_of, committee, url, said
):
    answer = client_of(committee.coordination).post(url, said)
    assert answer.url == reverse("coverage:list")
    assert Absence.objects.get().person_id is None


def test_a_colleague_announces_their_own_absence_only(client_of, colleague, url, said):
    browser = client_of(colleague)
    assert "Toute la structure" not in text_of(browser.get(url))
    assert "Choisissez" in error_on(browser.post(url, said), "who")
    assert browser.post(url, said | {"who": "own"}).status_code == 302
    assert Absence.objects.get().person_id == colleague.person_id


@pytest.mark.parametrize(
    ("facts", "field", "sentence"),
    [
        ({"since": ""}, "since", "Indiquez le premier jour d’absence."),
        ({"since": "lundi"}, "since", "date"),
        ({"who": ""}, "who", "Dites qui sera absent."),
        ({"backup": "0"}, "backup", "Choisissez"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_the_rest_is_kept(
    client_of, committee, url, said, facts, field, sentence
):
    page = client_of(committee.facilitator).post(url, said | facts)
    assert sentence in error_on(page, field)
    assert typed_in(page)["until"] == said["until"]
    assert not Absence.objects.exists()


def test_a_refusal_is_shown_and_what_was_typed_stays(client_of, committee, url, said):
    browser = client_of(committee.facilitator)
    browser.post(url, said)
    page = browser.post(url, said)
    assert summary_of(page) == [
        "Une absence est déjà annoncée à ces dates : annulez-la d’abord, ou choisissez d’autres "
        "dates."
    ]
    assert typed_in(page)["since"] == said["since"]
    assert Absence.objects.count() == 1


def test_an_absence_is_called_off_and_a_past_one_is_not(client_of, committee):
    today = localdate()
    past = new_absence(committee.facilitator, today - timedelta(days=9),
                       until=today - timedelta(days=5))  # fmt: skip
    coming = new_absence(committee.facilitator, today + timedelta(days=5))
    browser = client_of(committee.facilitator)
    said = {
        name: text_of(browser.post(reverse("coverage:call_off", args=[row.pk]), follow=True))
        for name, row in (("past", past), ("coming", coming))
    }
    assert "Cette absence est déjà terminée." in said["past"]
    assert "L’absence est annulée" in said["coming"]
    assert [row.pk for row in Absence.objects.all()] == [past.pk]


def test_more_absences_ask_the_database_no_more_on_the_desk_nor_here(client_of, committee, url):
    browser = client_of(committee.coordination)
    new_absence(committee.facilitator, localdate(), until=localdate())
    few = [sql_for(browser, address) for address in (DESK, url)]
    for number in range(2, 7):
        day = localdate() + timedelta(days=number)
        new_absence(committee.facilitator, day, until=day)
    assert [sql_for(browser, address) for address in (DESK, url)] == few


@pytest.mark.parametrize("who", ["buyer", "other_facilitator", "company"])
def test_nobody_else_announces_or_calls_off(client_of, committee, url, said, who):
    row = new_absence(committee.facilitator, localdate() + timedelta(days=60))
    stranger = client_of(getattr(committee, who))
    assert stranger.get(url).status_code == 404
    assert stranger.post(url, said).status_code == 404
    assert stranger.post(reverse("coverage:call_off", args=[row.pk])).status_code == 404
    assert Absence.objects.count() == 1
