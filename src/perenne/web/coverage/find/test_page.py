import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.coverage.factories import new_absence, new_coverage
from perenne.domain.organisations.factories import new_organisation
from perenne.domain.organisations.models import Kind, Organisation, Seat
from perenne.domain.people.factories import new_person
from perenne.domain.territories.actions import OfficialQpv, load_communes, load_qpvs
from perenne.domain.territories.factories import load_around, official
from perenne.rules.segments import Segment
from perenne.web.tests.browser import error_on, facts_in, sql_for, text_of, tree_of, typed_in

pytestmark = pytest.mark.django_db
URL = reverse("coverage:find")


@pytest.fixture
def browser(client_of, committee):
    return client_of(committee.nobody)


def name_of(actor):
    return Organisation.objects.get(pk=actor.organisation_id).name


def links_of(page):
    links = tree_of(page).xpath("//li/a[contains(@href, '?commune=')]")
    return {link.text_content(): link.get("href") for link in links}


@pytest.mark.parametrize("typed", ["Meaux", "meaux", "77100", "77100 Meaux"])
def test_anybody_finds_a_name_an_address_and_why(browser, committee, typed):
    page = browser.get(URL, {"lieu": typed})
    facts = facts_in(page)
    assert facts["Organisme"] == name_of(committee.facilitator)
    assert facts["À qui parler"]
    assert "@" in facts["Courriel"]
    assert "couvre cette commune." in text_of(page)
    assert typed_in(page)["lieu"] == typed


def test_the_page_asks_before_anything_is_typed(browser):
    page = browser.get(URL)
    assert facts_in(page) == {}
    assert error_on(page, "lieu") == ""


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Écrivez le nom d’une commune ou un code postal."),
        ("Trifouilly", "Cette commune n’est pas reconnue ici"),
        ("99999", "Cette commune n’est pas reconnue ici"),
    ],
)
def test_what_is_not_a_commune_is_said_beside_the_field(browser, typed, sentence):
    page = browser.get(URL, {"lieu": typed})
    assert sentence in error_on(page, "lieu")
    assert typed_in(page)["lieu"] == typed


def test_communes_that_share_a_postcode_are_asked_and_a_link_answers(browser):
    load_communes([official("77330", "Nanteuil-lès-Meaux", "77100")])
    page = browser.get(URL, {"lieu": "77100", "segment": Segment.WORKS})
    assert "Plusieurs lieux correspondent. Lequel ?" in text_of(page)
    links = links_of(page)
    assert list(links) == ["Meaux", "Nanteuil-lès-Meaux"]
    answer = browser.get(links["Nanteuil-lès-Meaux"])
    assert "Pour Nanteuil-lès-Meaux" in text_of(answer)
    assert typed_in(answer)["segment"] == Segment.WORKS


def test_the_segment_may_change_who_answers_and_the_others_are_named(browser, committee):
    new_coverage(committee.other_facilitator, commune_id="77284", segments=[Segment.CLEANING])
    page = browser.get(URL, {"lieu": "Meaux", "segment": Segment.CLEANING})
    assert facts_in(page)["Organisme"] == name_of(committee.other_facilitator)
    assert f"{name_of(committee.facilitator)} couvre cette commune pour tous" in text_of(page)


def test_a_buyer_finds_who_is_kept_for_them(client_of, committee):
    new_coverage(
        committee.other_facilitator, department_code="77", buyer_id=committee.buyer.organisation_id
    )
    said = {
        who: facts_in(client_of(getattr(committee, who)).get(URL, {"lieu": "Meaux"}))["Organisme"]
        for who in ("buyer", "other_buyer")
    }
    assert said == {
        "buyer": name_of(committee.other_facilitator),
        "other_buyer": name_of(committee.facilitator),
    }


def test_a_facilitator_who_is_away_is_replaced_and_it_is_said(browser, committee):
    new_absence(
        committee.facilitator, localdate(), backup_id=committee.other_facilitator.organisation_id
    )
    page = browser.get(URL, {"lieu": "Meaux"})
    assert facts_in(page)["Organisme"] == name_of(committee.other_facilitator)
    assert "mais est en absence depuis le" in text_of(page)


def test_a_place_next_door_is_sent_to_its_coordination(browser, committee):
    load_around()
    page = browser.get(URL, {"lieu": "Évry-Courcouronnes"})
    assert "Évry-Courcouronnes est hors du département" in text_of(page)
    assert "voir la coordination de l’Essonne" in text_of(page)
    assert facts_in(page)["Organisme"] == name_of(committee.coordination)


def test_a_body_without_anybody_is_named_alone(browser):
    body = new_organisation(Kind.FACILITATOR, name="Maison vide")
    Seat.objects.create(person=new_person(is_active=False), organisation=body, is_admin=True)
    load_communes([official("77445", "Savigny-le-Temple", "77176")])
    new_coverage(type("Body", (), {"organisation_id": body.pk}), commune_id="77445")
    facts = facts_in(browser.get(URL, {"lieu": "Savigny-le-Temple"}))
    assert facts["Organisme"] == "Maison vide"
    assert "À qui parler" not in facts


def test_quartiers_prioritaires_are_counted_where_a_list_is_loaded(browser):
    assert "Quartiers prioritaires" not in facts_in(browser.get(URL, {"lieu": "Meaux"}))
    load_qpvs([OfficialQpv("QN077XXM", "Quartier d’essai", 2024, ("77284",))])
    assert "1" in facts_in(browser.get(URL, {"lieu": "Meaux"}))["Quartiers prioritaires"]


def test_it_asks_the_database_as_much_for_many_areas_as_for_one(client_of, committee):
    browser = client_of(committee.nobody)
    few = sql_for(browser, f"{URL}?lieu=Meaux")
    for number in range(5):
        new_coverage(committee.other_facilitator, department_code="77",
                     since=localdate().replace(year=2000 + number))  # fmt: skip
        new_absence(committee.coordination, localdate().replace(year=2030 + number),
                    until=localdate().replace(year=2030 + number))  # fmt: skip
    assert sql_for(browser, f"{URL}?lieu=Meaux") == few


def test_communes_are_proposed_while_typing(browser):
    load_communes([official("77330", "Nanteuil-lès-Meaux", "77100")])
    page = browser.get(reverse("coverage:suggest"), {"lieu": "mea"}, headers={"HX-Request": "true"})
    assert list(links_of(page)) == ["Meaux", "Nanteuil-lès-Meaux"]
    page = browser.get(reverse("coverage:suggest"), {"lieu": "xyz"})
    assert text_of(page) == "Aucune commune du département ne commence ainsi."
