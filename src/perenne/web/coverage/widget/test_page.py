import pytest
from django.test import Client
from django.urls import reverse

from perenne.domain.organisations.models import Organisation
from perenne.domain.territories.actions import load_communes
from perenne.domain.territories.factories import official
from perenne.web.tests.browser import error_on, facts_in, sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db
FRAME = reverse("coverage:frame")
EMBED = reverse("coverage:embed")


@pytest.fixture
def browser(client_of, committee):
    load_communes([official("77330", "Nanteuil-lès-Meaux", "77100")])
    return client_of(committee.nobody)


@pytest.mark.parametrize("asked", [{}, {"lieu": "Meaux"}, {"commune": "77284"}, {"lieu": "77100"}])
def test_any_site_may_frame_it_and_no_cookie_is_set(browser, asked):
    visitor = Client()
    answer = visitor.get(FRAME, asked)
    assert "frame-ancestors *" in answer["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer
    assert not visitor.cookies
    assert "csrfmiddlewaretoken" not in answer.content.decode()


@pytest.mark.parametrize("asked", [{"lieu": "Meaux"}, {"commune": "77284"}])
def test_it_says_whom_to_call(browser, committee, asked):
    body = Organisation.objects.get(pk=committee.facilitator.organisation_id)
    page = browser.get(FRAME, asked)
    assert facts_in(page)["Organisme"] == body.name
    (link,) = tree_of(page).xpath("//main/p/a")
    assert link.get("href").endswith(reverse("coverage:card", args=["77284"]))
    assert link.get("target") == "_blank"


def test_several_stay_inside_the_frame(browser):
    links = tree_of(browser.get(FRAME, {"lieu": "77100"})).xpath(
        "//div[@id='propositions']//a/@href"
    )
    assert f"{FRAME}?commune=77330" in links
    assert browser.get(links[-1]).status_code == 200
    typed = browser.get(reverse("coverage:suggest"), {"lieu": "nant", "vers": "cadre"})
    assert tree_of(typed).xpath("//a/@href") == [f"{FRAME}?commune=77330"]


@pytest.mark.parametrize("typed", ["", "Trifouilly"])
def test_what_is_no_place_is_said_beside_the_field(browser, typed):
    assert "code postal" in error_on(browser.get(FRAME, {"lieu": typed}), "lieu")


def test_an_unknown_commune_in_the_address_leaves_the_search(browser):
    assert facts_in(browser.get(FRAME, {"commune": "00000"})) == {}


def test_it_says_the_same_to_somebody_signed_in(browser, client_of, committee):
    mine = client_of(committee.buyer).get(FRAME, {"commune": "77284"})
    assert mine.content == browser.get(FRAME, {"commune": "77284"}).content


def test_the_code_to_copy_follows_what_was_asked(browser):
    plain = text_of(browser.get(EMBED), "//*[@id='code']")
    assert f'{FRAME}"' in plain
    assert 'height="560"' in plain
    page = browser.get(EMBED, {"commune": "Meaux", "height": "700"})
    assert f"{FRAME}?commune=77284" in text_of(page, "//*[@id='code']")
    assert 'height="700"' in text_of(page, "//*[@id='code']")
    assert "frame-src 'self'" in page["Content-Security-Policy"]
    assert tree_of(page).xpath("//iframe/@src") == [f"{FRAME}?commune=77284"]


@pytest.mark.parametrize("typed", ["Trifouilly", "77100"])
def test_a_commune_that_is_not_one_is_said_beside_the_field(browser, typed):
    page = browser.get(EMBED, {"commune": typed})
    assert "pas reconnue ici" in error_on(page, "commune")
    assert "commune=" not in text_of(page, "//*[@id='code']")


def test_a_height_that_is_none_is_said_beside_the_field(browser):
    assert error_on(browser.get(EMBED, {"height": "12"}), "height")


@pytest.mark.parametrize("url", [f"{FRAME}?lieu=Meaux", f"{EMBED}?commune=Meaux"])
def test_it_asks_the_database_as_much_for_many_communes_as_for_few(browser, url):
    few = sql_for(browser, url)
    load_communes(official(f"779{n:02}", f"Essai {n}", "77999") for n in range(20))
    assert sql_for(browser, url) == few
