import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from perenne.kit.actors import VISITOR
from perenne.web.account.sentences import WITHOUT_SEAT, WRONG
from perenne.web.tests.browser import error_on, summary_of, text_of, title_of, typed_in
from perenne.web.tests.scenes import new_programme

pytestmark = pytest.mark.django_db
URL, TODAY = reverse("account:login"), reverse("desks:today")


@pytest.fixture
def browser(client_of):
    return client_of(VISITOR)


def test_the_page_is_open_to_everybody(browser):
    assert title_of(browser.get(URL)) == "Connexion"


@pytest.mark.parametrize("typed", ["acheteuse@exemple.test", "Acheteuse@Exemple.TEST"])
def test_the_right_password_opens_the_workspace(browser, account, typed):
    assert browser.post(URL, account | {"email": typed}).url == TODAY
    assert "Ville de Meaux" in text_of(browser.get(TODAY), "//body")


@pytest.mark.parametrize("wrong", [{"password": "pas celui-là"}, {"email": "autre@exemple.test"}])
def test_a_wrong_pair_is_refused_without_saying_which_half(browser, account, wrong):
    page = browser.post(URL, account | wrong)
    assert summary_of(page) == [WRONG]
    assert typed_in(page)["email"] == (account | wrong)["email"]
    assert not typed_in(page)["password"]


def test_what_is_missing_is_asked_for_field_by_field(browser):
    page = browser.post(URL, {"email": "", "password": "", "next": ""})
    assert error_on(page, "email") == "Indiquez votre adresse électronique."
    assert error_on(page, "password") == "Indiquez votre mot de passe."


def test_an_account_that_was_closed_does_not_open(browser, account, person_id):
    get_user_model().objects.filter(pk=person_id).update(is_active=False)
    assert summary_of(browser.post(URL, account)) == [WRONG]


@pytest.mark.usefixtures("person_id")
def test_a_person_of_no_organisation_is_told_so_rather_than_sent_round_in_circles(browser):
    page = browser.post(
        URL, {"email": "acheteuse@exemple.test", "password": "une longue phrase de passe"}
    )
    assert summary_of(page) == [WITHOUT_SEAT]
    assert browser.get(TODAY).status_code == 302


@pytest.mark.parametrize(
    ("asked", "reached"),
    [
        ("/clauses/", "/clauses/"),
        ("/programmation/?page=2", "/programmation/?page=2"),
        ("", TODAY),
        ("https://ailleurs.example/", TODAY),
        ("//ailleurs.example/clauses/", TODAY),
        ("/\\ailleurs.example", TODAY),
        ("javascript:alert(1)", TODAY),
    ],
)
def test_one_comes_back_to_the_page_asked_for_and_never_elsewhere(browser, account, asked, reached):
    assert browser.post(URL, account | {"next": asked}).url == reached


def test_a_page_kept_for_people_with_an_account_leads_here_and_back(browser, account):
    door = browser.get("/clauses/").url
    assert door == f"{URL}?next=/clauses/"
    kept = typed_in(browser.get(door))["next"]
    assert browser.post(URL, account | {"next": kept}).url == "/clauses/"


def test_after_five_wrong_passwords_one_must_wait_even_with_the_right_one(browser, account):
    for _ in range(5):
        browser.post(URL, account | {"password": "pas celui-là"})
    (sentence,) = summary_of(browser.post(URL, account))
    assert sentence.startswith("Trop de tentatives")


def test_the_draft_of_the_session_is_kept_when_its_visitor_signs_in(client_of, committee, account):
    draft = reverse("programming:show", args=[new_programme(committee.visitor)])
    browser = client_of(committee.visitor)
    browser.post(URL, account)
    assert browser.get(draft).status_code == 200
