import io
from datetime import date

import pytest
from django.urls import reverse
from docx import Document

from perenne.web.tests.browser import error_on, plain, summary_of, text_of, tree_of, typed_in
from perenne.web.tests.scenes import CLEANING, PAPER, new_sent_programme, purchases_of

pytestmark = pytest.mark.django_db
GYMS = "Nettoyage des gymnases;900 000;48;mars 2029;Melun"
TODAY = date(2026, 11, 26)
GROUND = "no_sufficient_link"
REASON = "Les prestations sont faites par un seul technicien agréé, deux jours par an, hors site."
FACTS = ("Un technicien agréé.", "Insertion, formation, apprentissage.", "Aucune tâche à confier.")
SAID = {f"fait_{number}": fact for number, fact in enumerate(FACTS)} | {"reason": REASON}


def url_of(name, purchase):
    return reverse(f"programming:{name}", args=[purchase.id])


def write(browser, purchase, **said):
    return browser.post(f"{url_of('justify', purchase)}?motif={GROUND}", SAID | said, follow=True)


def test_the_ground_is_chosen_then_its_facts_are_asked(client_of, committee, received):
    browser = client_of(committee.buyer)
    page = browser.get(url_of("justify", received[CLEANING]))
    links = tree_of(page).xpath("//main//ul[@class='doors']//a/@href")
    assert [link.split("motif=")[1] for link in links] == [
        "immediately_available", GROUND, "competition_or_difficulty",
    ]  # fmt: skip
    assert len(typed_in(browser.get(links[1]))) == len(SAID) + 1


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("fait_1", "  ", "Répondez à cette question"),
        ("reason", "", "Écrivez le motif"),
        ("reason", "Sans objet.", "trop court"),
    ],
)
def test_an_empty_motive_is_told_beside_its_field_and_nothing_is_typed_twice(
    client_of, committee, received, field, typed, sentence
):
    page = write(client_of(committee.buyer), received[CLEANING], **{field: typed})
    assert sentence in error_on(page, field)
    assert len(summary_of(page)) == 1
    kept = {name: value for name, value in typed_in(page).items() if name in SAID}
    assert kept == SAID | {field: typed}


def test_kept_with_the_purchase_and_taken_away_as_two_files(client_of, committee, received):
    browser = client_of(committee.buyer)
    page = write(browser, received[CLEANING])
    assert "En vigueur" in text_of(page)
    for fact in (*FACTS, REASON):
        assert plain(fact) in text_of(page)
    word, pdf = tree_of(page).xpath("//main//p[@class='actions']/a/@href")
    document = Document(io.BytesIO(browser.get(word).content))
    said = plain(" ".join(paragraph.text for paragraph in document.paragraphs))
    assert plain(REASON) in said
    assert "Nom et qualité du signataire" in said
    assert browser.get(pdf).content.startswith(b"%PDF-1.")
    again = client_of(committee.facilitator).get(url_of("study", received[CLEANING]))
    assert "Motivé" in text_of(again)


def test_what_the_law_does_not_ask_is_not_written(client_of, committee, received):
    browser = client_of(committee.buyer)
    assert browser.get(url_of("justify", received[PAPER])).status_code == 404


@pytest.mark.parametrize(
    ("who", "writes", "reads"),
    [("buyer", 200, 200), ("facilitator", 404, 404), ("other_facilitator", 200, 200),
     ("coordination", 404, 200), ("other_buyer", 404, 404), ("company", 404, 404)],
)  # fmt: skip
def test_the_buyer_and_the_facilitator_write_it(client_of, committee, who, writes, reads):
    sent = new_sent_programme(committee.buyer, GYMS)
    (gyms,) = purchases_of(sent, committee.buyer)
    browser = client_of(getattr(committee, who))
    assert browser.get(url_of("justify", gyms)).status_code == writes
    assert browser.get(url_of("memo", gyms)).status_code == reads
