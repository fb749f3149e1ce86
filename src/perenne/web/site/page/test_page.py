"""The pages of each section: theirs alone, with their live blocks, their dates, their acts."""

import pytest
from django.urls import resolve
from django.urls.exceptions import Resolver404

from perenne.domain.library.actions import withdraw_text
from perenne.domain.library.factories import new_text
from perenne.domain.library.queries import Kind, Section, published
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import VISITOR, Role
from perenne.rules.hirings import MODALITIES
from perenne.rules.legal_bases import LEGAL_BASES
from perenne.rules.penalties import STEPS, WAIVERS
from perenne.rules.segments import SEGMENTS, TRADES
from perenne.web.site.addresses import address_of
from perenne.web.tests.browser import plain, sql_for, text_of, title_of, tree_of

pytestmark = pytest.mark.django_db
MOST = 8  # queries


@pytest.fixture
def read(client_of, texts):
    return lambda path: client_of(VISITOR).get(path)


def test_every_page_that_is_shipped_can_be_read_and_says_since_when_it_holds(read):
    pages = [card for card in published() if card.kind is Kind.PAGE]
    for card in pages:
        page = read(address_of(card))
        assert page.status_code == 200, card.slug
        assert title_of(page) == plain(card.said.title)
        assert "Valable depuis le" in text_of(page), card.slug
        assert "Coordination du comité" in text_of(page)
        assert "[[" not in text_of(page), card.slug
    print(f"{len(pages)} pages")
    assert len(pages) >= 19


def test_every_link_of_every_text_leads_to_a_page(read):
    tried = set()
    for card in published():
        for href in tree_of(read(address_of(card))).xpath("//main//a/@href"):
            path = href.partition("?")[0].partition("#")[0]
            if path.startswith("/") and path not in tried:
                tried.add(path)
                assert read(path).status_code == 200, (card.slug, path)
    print(f"{len(tried)} addresses linked to from the texts")
    assert len(tried) >= 18


@pytest.mark.parametrize(
    ("path", "labels"),
    [
        ("/acheteurs/cinq-possibilites/", [row.label for row in LEGAL_BASES]),
        (
            "/acheteurs/cinq-possibilites/",
            [source.article for row in LEGAL_BASES for source in row.of_contracts],
        ),
        ("/acheteurs/segments-achats/", [row.label for row in SEGMENTS]),
        ("/acheteurs/segments-achats/", [trade.label for trade in TRADES if trade.segment]),
        ("/entreprises/modalites-embauche/", [row.label for row in MODALITIES]),
        ("/entreprises/heures-non-realisees/", [row.label for row in (*STEPS, *WAIVERS)]),
    ],
)
def test_what_the_rules_say_is_on_the_page(read, path, labels):
    said = text_of(read(path))
    assert [label for label in labels if plain(label) not in said] == []


def test_no_article_that_is_no_longer_in_force_is_named_among_the_five(read):
    said = text_of(read("/acheteurs/cinq-possibilites/"))
    assert "code des marchés publics" not in said
    assert "L2113-12" in said


def test_the_contact_is_that_of_the_coordination_and_of_the_facilitators(read):
    coordination = new_actor(Role.COORDINATION, email="coordination@comite.example")
    new_actor(Role.FACILITATOR, name="Maison de l’emploi de Meaux", phone="01 60 00 00 00")
    page = read("/comite/contact/")
    assert coordination.organisation_id
    assert "coordination@comite.example" in text_of(page)
    assert "Maison de l’emploi de Meaux" in text_of(page)
    assert tree_of(page).xpath("//a[@href='tel:0160000000']")


def test_without_a_coordination_the_carrier_answers(read, settings):
    assert f"Adressez-vous à {settings.CARRIER}" in text_of(read("/comite/contact/"))


def test_the_carrier_is_a_setting(read, settings):
    settings.CARRIER = "Association *Exemple* 34"
    assert "Association *Exemple* 34 porte le" in text_of(read("/comite/"))


def test_every_page_leads_to_an_act(read):
    for section in Section:
        if section is Section.LEGAL:
            continue
        assert tree_of(read(f"/{section.slug}/")).xpath("//aside[@aria-labelledby='agir']//a")


def test_the_front_page_of_a_section_has_one_address(read):
    answer = read("/acheteurs/acheteurs/")
    assert (answer.status_code, answer["Location"]) == (301, "/acheteurs/")


@pytest.mark.parametrize("path", ["/acheteurs/rien/", "/entreprises/preparer/"])
def test_what_is_not_there_is_a_404(read, path):
    assert read(path).status_code == 404


def test_an_unknown_section_is_no_address():
    with pytest.raises(Resolver404):
        resolve("/nulle-part/")


def test_a_draft_and_a_page_taken_back_are_a_404(client_of, db):
    coordination = new_actor(Role.COORDINATION)
    new_text(coordination, slug="brouillon", published=False)
    taken = new_text(coordination, slug="retiree")
    withdraw_text(text_id=taken, by=coordination)
    for slug in ("brouillon", "retiree"):
        assert client_of(VISITOR).get(f"/acheteurs/{slug}/").status_code == 404


def test_a_page_that_the_coordination_adds_is_found_without_a_developer(read):
    new_text(new_actor(Role.COORDINATION), slug="eau-et-energie", title="Eau et énergie")
    assert title_of(read("/acheteurs/eau-et-energie/")) == "Eau et énergie"
    assert "Eau et énergie" in text_of(read("/acheteurs/"))
    assert "Eau et énergie" in text_of(read("/plan-du-site/"))


def test_queries_do_not_depend_on_how_many_texts_there_are(client_of, texts):
    before = sql_for(client_of(VISITOR), "/comite/")
    coordination = new_actor(Role.COORDINATION)
    for _ in range(5):
        new_text(coordination, section=Section.COMMITTEE)
    assert sql_for(client_of(VISITOR), "/comite/") == before <= MOST
