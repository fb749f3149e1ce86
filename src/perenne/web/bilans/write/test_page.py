import pytest

from perenne.web.tests.browser import error_on, text_of, typed_in

pytestmark = pytest.mark.django_db


def test_a_text_is_written_shown_and_signed_by_its_author(client_of, committee, story):
    browser, url = client_of(committee.facilitator), story.url("write", "context")
    assert typed_in(browser.get(url))["base"] == "0"
    page = browser.post(url, {"text": "Deux **équipes**.", "base": 0}, follow=True)
    assert "Le texte est enregistré." in text_of(page)
    assert "Deux équipes.Camille Martin" in text_of(page, "//section[@aria-labelledby='textes']")
    again = browser.get(url)
    assert typed_in(again)["text"].strip() == "Deux **équipes**."
    assert "Écrit par Camille Martin" in text_of(again)


REFUSED = (
    ({"text": "  "}, "Écrivez le texte."),
    ({"text": "![](/a.png)"}, "Décrivez l’image"),
    ({"text": "Un mot.", "base": 7}, "Quelqu’un a enregistré ce texte"),
)


def test_what_is_refused_is_said_and_kept(client_of, committee, story):
    browser, url = client_of(committee.facilitator), story.url("write", "highlights")
    for typed, sentence in REFUSED:
        page = browser.post(url, {"base": 0, **typed})
        assert error_on(page, "text").startswith(sentence)
        assert typed_in(page)["text"].strip() == typed["text"].strip()


def test_others_write_nothing(client_of, committee, story):
    url = story.url("write", "context")
    for who in ("buyer", "company", "other_facilitator", "prescriber"):
        assert (
            client_of(getattr(committee, who)).post(url, {"text": "x", "base": 0}).status_code
            == 404
        )
    assert client_of(committee.facilitator).get(story.url("write", "autre")).status_code == 404
    assert (
        client_of(committee.facilitator)
        .get(f"/bilans/departement-77/{story.slugs[1]}/context/")
        .status_code
        == 404
    )
