import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.coverage.factories import new_absence, new_coverage
from perenne.domain.organisations.factories import new_organisation
from perenne.domain.organisations.models import Kind, Organisation, Seat
from perenne.domain.organisations.queries import Contact
from perenne.domain.people.factories import new_person
from perenne.domain.territories.actions import OfficialOldName, load_communes, load_old_names
from perenne.domain.territories.factories import load_around, official
from perenne.web.coverage.card.vcard import vcard_of
from perenne.web.tests.browser import facts_in, sql_for, text_of, title_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("coverage:card", args=["77284"])


@pytest.fixture
def browser(client_of, committee):
    return client_of(committee.nobody)


def name_of(actor):
    return Organisation.objects.get(pk=actor.organisation_id).name


def test_a_stable_address_says_whom_to_call_and_why(browser, committee):
    page = browser.get(URL)
    facts = facts_in(page)
    assert title_of(page) == "Facilitateur pour Meaux"
    assert facts["Organisme"] == name_of(committee.facilitator)
    assert "@" in facts["Courriel"]
    assert "couvre cette commune." in text_of(page)
    assert URL in text_of(page, "//*[@id='adresse']")


def test_one_writes_transmits_and_keeps_the_contact(browser):
    links = {
        link.text_content(): link.get("href")
        for link in tree_of(browser.get(URL)).xpath("//main//a[contains(@class, 'button')]")
    }
    assert links["Lui écrire"]
    assert links["Transmettre une programmation"] == reverse("programming:receive")
    answer = browser.get(links["Ajouter à mes contacts (vCard)"])
    assert answer["Content-Type"] == "text/vcard; charset=utf-8"
    assert "facilitateur-77284.vcf" in answer["Content-Disposition"]
    assert answer.content.startswith(b"BEGIN:VCARD\r\nVERSION:3.0\r\n")


@pytest.mark.parametrize("until", [None, localdate()])
def test_an_absence_says_until_when_and_who_answers(browser, committee, until):
    other = committee.other_facilitator
    new_absence(committee.facilitator, localdate(), until=until, backup_id=other.organisation_id)
    page = browser.get(URL)
    assert facts_in(page)["Organisme"] == name_of(other)
    said = text_of(page, "//*[contains(@class, 'notice--warning')]")
    assert f"{name_of(committee.facilitator)} est en absence" in said
    assert f"{name_of(other)} répond à sa place" in said
    assert ("son retour n’est pas encore annoncé" in said) == (until is None)


def test_without_a_backup_the_next_one_answers_and_it_is_said(browser, committee):
    new_absence(committee.facilitator, localdate())
    said = text_of(browser.get(URL), "//*[contains(@class, 'notice--warning')]")
    assert f"{name_of(committee.coordination)} répond à sa place" in said


def test_nobody_away_says_nothing_of_absences(browser):
    assert "absence" not in text_of(browser.get(URL)).lower()


def test_a_code_of_before_leads_to_the_commune_of_today(browser):
    load_old_names([OfficialOldName("77999", "Vieux-Meaux", "77284")])
    answer = browser.get(reverse("coverage:card", args=["77999"]))
    assert (answer.status_code, answer.url) == (301, URL)


def test_next_door_sends_to_the_coordination_there(browser, committee):
    load_around()
    page = browser.get(reverse("coverage:card", args=["91228"]))
    assert "voir la coordination de l’Essonne" in text_of(page)
    assert facts_in(page)["Organisme"] == name_of(committee.coordination)


@pytest.mark.parametrize("name", ["coverage:card", "coverage:vcard"])
def test_an_unknown_code_is_no_page(browser, name):
    assert browser.get(reverse(name, args=["77000"])).status_code == 404


def test_a_body_without_anybody_is_named_alone(browser):
    body = new_organisation(Kind.FACILITATOR, name="Maison vide")
    Seat.objects.create(person=new_person(is_active=False), organisation=body, is_admin=True)
    load_communes([official("77445", "Savigny-le-Temple", "77176")])
    new_coverage(type("Body", (), {"organisation_id": body.pk}), commune_id="77445")
    facts = facts_in(browser.get(reverse("coverage:card", args=["77445"])))
    assert facts["Organisme"] == "Maison vide"
    assert "À qui parler" not in facts


@pytest.mark.parametrize("name", ["coverage:card", "coverage:vcard"])
def test_it_asks_the_database_as_much_for_many_areas_as_for_one(browser, committee, name):
    url = reverse(name, args=["77284"])
    few = sql_for(browser, url)
    for number in range(5):
        new_coverage(committee.other_facilitator, department_code="77",
                     since=localdate().replace(year=2000 + number))  # fmt: skip
    assert sql_for(browser, url) == few


def test_a_vcard_escapes_folds_and_leaves_out_what_is_empty():
    contact = Contact("Zoé", "Maison ; emploi, insertion " * 4, "zoe@exemple.fr", "")
    written = vcard_of(contact, place="Mée\\sur", url="https://exemple.fr/")
    lines = written.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    whole = written.replace(b"\r\n ", b"").decode()
    assert "ORG:" + "Maison \\; emploi\\, insertion " * 4 in whole
    assert "N:Zoé;;;;\r\n" in whole
    assert "Mée\\\\sur" in whole
    assert "TEL" not in whole
