"""Written, looked at, published, taken back; what is refused is said and nothing typed is lost."""

import pytest
from django.urls import reverse

from perenne.domain.library import queries
from perenne.domain.library.actions import write_text
from perenne.domain.library.factories import new_text, said
from perenne.domain.library.queries import Section
from perenne.kit.actors import VISITOR
from perenne.web.tests.browser import buttons_of, error_on, sql_for, text_of, tree_of, typed_in

pytestmark = pytest.mark.django_db
TYPED = {
    "title": "Nouveau titre",
    "summary": "Un résumé.",
    "body": "## Un titre\n\nUn **mot** et [un lien](/questions/).\n\n[[segments]]\n",
    "valid_since": "01/01/2026",
    "checked_on": "26/11/2026",
    "responsible": "La coordination",
    "keywords": "mot",
    "base": "1",
}


@pytest.fixture
def text_id(committee):
    return new_text(committee.coordination, slug="une-page")


@pytest.fixture
def url(text_id):
    return reverse("library:edit", args=[text_id])


def public(client_of):
    return client_of(VISITOR).get("/acheteurs/une-page/")


def test_nobody_else_writes(client_of, committee, url):
    assert client_of(VISITOR).post(url, TYPED).status_code == 302
    assert client_of(committee.facilitator).post(url, TYPED).status_code == 404
    assert text_of(public(client_of), "//h1") == "Un titre"


def test_a_version_is_saved_then_published_and_only_then_shown(client_of, committee, url, text_id):
    browser = client_of(committee.coordination)
    page = browser.post(url, TYPED, follow=True)
    assert "Votre version est enregistrée" in text_of(page)
    assert text_of(public(client_of), "//h1") == "Un titre"
    assert "Publier cette version" in buttons_of(page)
    publish = reverse("library:publish", args=[text_id])
    assert "Ce texte est publié." in text_of(browser.post(publish, {"number": 2}, follow=True))
    shown = public(client_of)
    assert text_of(shown, "//h1") == "Nouveau titre"
    assert "Espaces verts" in text_of(shown)  # the live block


def test_a_preview_shows_what_is_typed_and_keeps_nothing(client_of, committee, url, text_id):
    browser = client_of(committee.coordination)
    page = browser.post(url, {**TYPED, "act": "preview"})
    seen = text_of(page, "//section[@aria-labelledby='apercu']")
    assert "Aperçu, rien n’est enregistré" in seen
    assert "Nouveau titre" in seen
    assert "segments" in seen
    assert typed_in(page)["body"].strip() == TYPED["body"].strip()
    assert queries.text_to_edit(text_id, seen_by=committee.coordination).last_number == 1


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"title": ""}, "title", "Indiquez le titre."),
        ({"body": "  "}, "body", "Écrivez le texte."),
        ({"body": "![](/a.png)"}, "body", "Décrivez l’image « /a.png »"),
        ({"body": "[[rien]]"}, "body", "Retirez « [[rien]] »"),
        ({"checked_on": "hier"}, "checked_on", "Écrivez une date"),
        ({"responsible": ""}, "responsible", "Indiquez qui répond de ce texte."),
        ({"title": "a" * 201}, "title", "Raccourcissez ce texte"),
    ],
)
def test_what_is_refused_is_said_beside_its_field_and_all_is_kept(
    client_of, committee, url, changed, field, sentence
):
    page = client_of(committee.coordination).post(url, {**TYPED, **changed})
    assert page.status_code == 200
    assert error_on(page, field).startswith(sentence)
    assert typed_in(page)["keywords"] == "mot"


def test_who_wrote_meanwhile_is_not_overwritten(client_of, committee, url, text_id):
    write_text(text_id=text_id, base=1, said=said(title="Entre-temps"), by=committee.coordination)
    page = client_of(committee.coordination).post(url, TYPED)
    assert "pendant que vous l’écriviez" in error_on(page, "body")
    assert typed_in(page)["title"] == "Nouveau titre"


@pytest.mark.parametrize("number", ["1", "", "deux", "9" * 30])
def test_what_was_not_read_is_not_published(client_of, committee, text_id, number):
    write_text(text_id=text_id, base=1, said=said(title="Deux"), by=committee.coordination)
    publish = reverse("library:publish", args=[text_id])
    page = client_of(committee.coordination).post(publish, {"number": number}, follow=True)
    assert "Ce texte a changé depuis" in text_of(page)
    assert text_of(public(client_of), "//h1") == "Un titre"


def test_a_text_is_taken_back_and_shown_again(client_of, committee, text_id):
    browser = client_of(committee.coordination)
    browser.post(reverse("library:withdraw", args=[text_id]))
    assert public(client_of).status_code == 404
    refused = browser.post(reverse("library:withdraw", args=[text_id]), follow=True)
    assert "Vous ne pouvez pas faire cela" in text_of(refused)
    browser.post(reverse("library:publish", args=[text_id]), {"number": 1})
    assert public(client_of).status_code == 200


def test_the_text_of_origin_comes_back_where_there_is_one(client_of, committee, text_id):
    browser = client_of(committee.coordination)
    assert "Revenir au texte d’origine" not in buttons_of(
        browser.get(reverse("library:edit", args=[text_id]))
    )
    known = new_text(committee.coordination, slug="pourquoi", title="À nous")
    page = browser.post(reverse("library:restore", args=[known]), follow=True)
    assert "Le texte d’origine est revenu." in text_of(page)
    assert typed_in(page)["title"] == "Pourquoi une clause sociale"
    assert queries.page_called(Section.BUYERS, "pourquoi").said.title == "À nous"
    refused = browser.post(reverse("library:restore", args=[text_id]), follow=True)
    assert "il n’a pas de texte d’origine" in text_of(refused)


def test_what_could_run_is_shown_as_words(client_of, committee, url, text_id):
    browser = client_of(committee.coordination)
    browser.post(url, {**TYPED, "body": "<script>alert(1)</script>"})
    browser.post(reverse("library:publish", args=[text_id]), {"number": 2})
    shown = public(client_of)
    assert "<script>alert(1)</script>" in text_of(shown)
    assert not tree_of(shown).xpath("//main//script")


def test_queries_do_not_depend_on_how_many_versions_there_are(client_of, committee, url, text_id):
    before = sql_for(client_of(committee.coordination), url)
    for base in range(1, 6):
        write_text(text_id=text_id, base=base, said=said(), by=committee.coordination)
    assert sql_for(client_of(committee.coordination), url) == before
