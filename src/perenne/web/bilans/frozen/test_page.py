import pytest
from django.urls import reverse

from perenne.web.bilans.conftest import NOVEMBER, rows_in
from perenne.web.tests.browser import buttons_of, error_on, sql_for, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def number(story):
    return story.freeze()


@pytest.fixture
def url(number):
    return reverse("bilans:frozen", args=[number])


def test_it_tells_what_changed_since_and_what_replaces_it(client_of, committee, story, url):
    browser = client_of(committee.facilitator)
    assert "Rien : les chiffres d’aujourd’hui" in text_of(browser.get(url))
    story.works(600, month=NOVEMBER)
    changed = rows_in(browser.get(url), "depuis")
    assert changed["Heures réalisées"] == ["150 h", "160 h"]
    assert changed["Personnes"] == ["2", "3"]
    story.freeze(base=1)
    page = text_of(browser.get(url))
    assert "La version 2 la remplace" in page
    assert "Signer pour votre organisme" not in page


def test_whoever_does_not_work_with_the_persons_is_not_told_of_two(
    client_of, committee, story, url
):
    story.works(600, month=NOVEMBER)
    pages = {who: client_of(getattr(committee, who)).get(url)
             for who in ("facilitator", "buyer", "company")}  # fmt: skip
    assert rows_in(pages["facilitator"], "cote-2")["Personnes"] == ["2"]
    for who in ("buyer", "company"):
        assert rows_in(pages[who], "cote-2")["Personnes"] == ["s."]
        assert "Moins de 11 personnes : cette répartition n’est pas" in text_of(pages[who])
        changed = rows_in(pages[who], "depuis")
        assert changed["Heures réalisées"] == ["150 h", "160 h"]
        assert "Personnes" not in changed


def test_the_buyer_signs_it_too_once(client_of, committee, number, url):
    browser, sign = client_of(committee.buyer), reverse("bilans:sign", args=[number])
    assert "Signer cette version" in buttons_of(browser.get(url))
    assert error_on(browser.post(sign, {"quality": " "}), "quality").startswith("Dites en quelle")
    page = browser.post(sign, {"quality": "Directrice des achats"}, follow=True)
    assert "Directrice des achats, Ville de Meaux" in text_of(page)
    assert "Signer cette version" not in buttons_of(page)
    assert "a déjà signé" in text_of(browser.post(sign, {"quality": "Maire"}))
    assert client_of(committee.other_buyer).post(sign, {"quality": "Maire"}).status_code == 404


def test_more_versions_and_signatures_ask_no_more(client_of, committee, story, number, url):
    browser = client_of(committee.buyer)
    once = sql_for(browser, url)
    client_of(committee.company).post(
        reverse("bilans:sign", args=[number]), {"quality": "Conducteur de travaux"}
    )
    story.works(600, month=NOVEMBER)
    story.freeze(base=1)
    assert sql_for(browser, url) == once
