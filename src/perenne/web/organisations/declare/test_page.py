import pytest
from django.urls import reverse

from perenne.domain.organisations import actions, queries
from perenne.domain.organisations.factories import new_actor
from perenne.domain.people.factories import PASSWORD, new_person
from perenne.kit.actors import Actor, Role
from perenne.kit.sirene.tests.server import SIRET, UNIT, payload, says, serving
from perenne.values import Siret
from perenne.web.organisations.kinds import WAYS
from perenne.web.tests.browser import (
    buttons_of,
    error_on,
    sql_for,
    summary_of,
    text_of,
    title_of,
    typed_in,
)

pytestmark = pytest.mark.django_db
URL = reverse("organisations:declare", args=["entreprise"])
SAID = {
    "siret": "732 829 320 00074",
    "name": "Bâti Brie",
    "address": "12 rue des Écoles",
    "commune": "Meaux",
    "legal_nature": "",
    "found_name": "",
    "found_address": "",
    "found_commune": "",
    "full_name": "Léa Roux",
    "email": "lea@bati-brie.test",
    "phone": "",
    "password": PASSWORD,
    "consent": "on",
}


@pytest.fixture
def register(settings):
    with serving(says(payload(UNIT))) as server:
        settings.SIRENE_ADDRESS, settings.SIRENE_HOSTS = server.address, ("127.0.0.1",)
        yield server


def signed_in(client_of, **facts):
    return client_of(Actor(Role.VISITOR, person_id=new_person(**facts).pk))


@pytest.mark.parametrize("way", WAYS, ids=[way.slug for way in WAYS])
def test_a_visitor_of_every_kind_opens_account_and_space_in_one_form(client_of, committee, way):
    url = reverse("organisations:declare", args=[way.slug])
    kind = {"sub_kind": way.choices[0][0]} if way.choices else {}
    page = client_of(committee.nobody).post(url, SAID | kind, follow=True)
    if way.slug == "entreprise":  # a role that sees persons protects its account first
        assert page.redirect_chain.pop()[0].startswith(reverse("account:second_factor"))
        assert title_of(page) != "Aujourd’hui"
    else:
        assert title_of(page) == "Aujourd’hui"
    assert page.redirect_chain == [(reverse("desks:today"), 302)]
    assert ("La coordination le vérifie" in text_of(page)) == way.is_checked


def test_an_unverified_facilitator_has_a_desk_and_sees_no_programme(client_of, committee):
    browser = client_of(committee.nobody)
    url = reverse("organisations:declare", args=["facilitateur"])
    page = browser.post(url, SAID, follow=True)
    assert "Votre espace attend la coordination" in text_of(page)
    assert "Programmations" not in text_of(page, "//nav")
    assert "Aucune programmation" in text_of(browser.get(reverse("programming:list")))


def test_somebody_signed_in_gives_the_organisation_alone_and_sits_there(client_of, committee):
    browser = client_of(committee.buyer)
    assert "Choisissez un mot de passe" not in text_of(browser.get(URL))
    page = browser.post(URL, SAID, follow=True)
    assert "Bâti Brie" in text_of(page, "//header")
    assert len(queries.seats_of(committee.buyer)) == 2


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("siret", "", "Indiquez le numéro SIRET"),
        ("siret", "73282932000075", "14 chiffres"),
        ("name", "", "Indiquez le nom"),
        ("commune", "Trifouilly", "Cette commune n’est pas reconnue"),
        ("email", "lea", "adresse électronique"),
        ("password", "court", "15 caractères"),
        ("consent", "", "Cochez cette case"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_the_rest_is_kept(
    client_of, committee, field, typed, sentence
):
    page = client_of(committee.nobody).post(URL, SAID | {field: typed})
    assert sentence in error_on(page, field)
    assert len(summary_of(page)) == 1
    kept = {name: typed_in(page)[name] for name in ("name", "address", "full_name")}
    assert kept == {name: (SAID | {field: typed})[name] for name in kept}


def test_without_script_a_button_completes_what_is_empty_and_judges_nothing(
    client_of, committee, register
):
    empty = SAID | {"name": "", "address": "Ma rue à moi", "commune": "", "act": "complete"}
    page = client_of(committee.nobody).post(URL, empty | {"email": ""})
    assert summary_of(page) == []
    assert "Complété d’après le répertoire Sirene" in text_of(page)
    typed = typed_in(page)
    assert (typed["name"], typed["address"], typed["commune"]) == (
        "BÂTI BRIE",
        "Ma rue à moi",
        "Meaux",
    )
    assert typed["legal_nature"] == "5710"


def test_a_wrong_number_is_told_by_the_same_button(client_of, committee):
    page = client_of(committee.nobody).post(URL, SAID | {"siret": "12", "act": "complete"})
    assert "14 chiffres" in error_on(page, "siret")
    assert typed_in(page)["name"] == "Bâti Brie"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (says(payload()), "ne publie rien"),
        (says({}, 500), "ne répond pas"),
        (says({}, 429), "ne répond pas"),
        (says(b"<html>"), "ne répond pas"),
    ],
)
def test_a_register_without_an_answer_leaves_the_form_to_be_typed(
    client_of, committee, register, answer, words
):
    register.answer = answer
    browser = client_of(committee.nobody)
    page = browser.post(URL, SAID | {"act": "complete"})
    assert words in text_of(page)
    assert typed_in(page)["name"] == "Bâti Brie"
    assert browser.post(URL, SAID).status_code == 302


def test_what_the_register_writes_is_shown_as_text(client_of, committee, register):
    register.answer = says(payload(UNIT | {"nom_raison_sociale": '"><script>alert(1)</script>'}))
    page = client_of(committee.nobody).post(URL, SAID | {"name": "", "act": "complete"})
    assert typed_in(page)["name"] == '"><script>alert(1)</script>'


@pytest.fixture
def known(committee):
    return actions.declare_organisation(
        actions.Identity("Bâti Brie", siret=Siret(SIRET)),
        role=Role.COMPANY,
        by=Actor(Role.VISITOR, person_id=new_person().pk),
    )


def test_who_finds_their_organisation_there_is_told_and_asks_to_join(client_of, committee, known):
    browser = client_of(committee.nobody)
    page = browser.post(URL, SAID)
    assert summary_of(page)[0].startswith("Cet organisme a déjà un espace")
    assert "Demander à le rejoindre" in buttons_of(page)
    asked = browser.post(URL, SAID | {"name": "", "act": "join"}, follow=True)
    assert "Votre demande est partie" in text_of(asked)
    assert "Rejoindre Bâti Brie" in text_of(asked)
    (row,) = queries.requests_to(known.organisation_id, seen_by=known)
    assert row.name == "Léa Roux"


def test_somebody_signed_in_asks_to_join_without_typing_more(client_of, committee, known):
    browser = signed_in(client_of, full_name="Hugo Blanc")
    browser.post(URL, {"siret": SIRET, "act": "join"})
    (row,) = queries.requests_to(known.organisation_id, seen_by=known)
    assert row.name == "Hugo Blanc"


def test_asking_for_the_page_costs_the_same_whatever_there_is(client_of, committee):
    browser = client_of(committee.nobody)
    once = sql_for(browser, URL)
    for _ in range(5):
        new_actor(Role.COMPANY)
    assert sql_for(browser, URL) == once
