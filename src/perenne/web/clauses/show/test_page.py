import pytest
from django.db import connection
from django.urls import reverse

from perenne.domain.clauses.actions import comment_clause
from perenne.domain.clauses.queries import WAITS
from perenne.web.tests.browser import buttons_of, facts_in, sql_for, text_of, title_of, tree_of

pytestmark = pytest.mark.django_db


def url_of(clause_id, vue=""):
    return reverse("clauses:show", args=[clause_id]) + (f"?vue={vue}" if vue else "")


@pytest.mark.parametrize(
    ("who", "statuses"),
    [
        ("facilitator", [200, 200, 200]),
        ("coordination", [200, 200, 200]),
        ("buyer", [404, 404, 200]),
        ("other_facilitator", [404, 404, 404]),
        ("other_buyer", [404, 404, 404]),
        ("visitor", [302, 302, 302]),
    ],
)
def test_its_buyer_waits_until_it_is_worded_and_strangers_find_nothing(
    client_of, committee, opened, calibrated, worded, who, statuses
):
    browser = client_of(getattr(committee, who))
    asked = [url_of(clause_id) for clause_id in (opened, calibrated, worded)]
    assert [browser.get(url).status_code for url in asked] == statuses


def test_before_its_wording_it_says_what_remains_to_be_done(browser, calibrated):
    page = browser.get(url_of(calibrated))
    assert title_of(page) == "Lot 1 - Gros œuvre, maçonnerie"
    assert facts_in(page)["Volume"].startswith("833 h")
    assert "Choisir le fondement et les termes Cette étape est la vôtre." in text_of(page)
    assert buttons_of(page) == [
        "Calibrer", "Modifier les termes", "Choisir le fondement", "Abandonner",
    ]  # fmt: skip
    assert "La clause n’est pas encore rédigée" in text_of(page)


@pytest.mark.parametrize(
    ("who", "asked"),
    [
        ("facilitator", ["Renvoyer à la rédaction", "Abandonner"]),
        ("buyer", ["Valider la clause", "Renvoyer à la rédaction"]),
        ("coordination", []),
    ],
)
def test_what_waits_is_on_top_with_the_buttons_of_each(client_of, committee, submitted, who, asked):
    page = client_of(getattr(committee, who)).get(url_of(submitted))
    assert [name for name in buttons_of(page) if "note" not in name.lower()] == asked
    (notice,) = tree_of(page).xpath("//main//div[contains(@class, 'notice--')][1]")
    said = " ".join(notice.text_content().split())
    assert said.startswith("Lire la clause, puis la valider ou la renvoyer")
    assert ("Cette étape est la vôtre" in said) == (who == "buyer")


def test_the_terms_are_told_in_a_few_words(browser, worded):
    facts = facts_in(browser.get(url_of(worded)))
    assert facts["Publics"] == "liste ouverte du CCAG, éligibles 24 mois"
    assert facts["Pénalité"] == "50 € par heure non réalisée"
    assert facts["Relevé d’heures"] == "chaque mois, le 12 au plus tard"
    assert facts["Facilitateur"].startswith("Camille Martin")
    assert "@exemple.test" in facts["Contact"]


def test_once_worded_it_gives_every_text_to_take_or_to_copy(browser, worded):
    page = browser.get(url_of(worded, "textes"))
    pieces = tree_of(page).xpath("//section[@class='piece']")
    assert len(pieces) == 7
    for piece in pieces:
        (text,) = piece.xpath(".//pre")
        assert text.text_content().strip()
        assert piece.xpath(".//@data-copy") == [text.get("id")]
        (download,) = piece.xpath(".//a[contains(@href, '.docx')]/@href")
        assert browser.get(download).status_code == 200


def test_terms_that_the_rules_no_longer_accept_are_told_instead_of_the_texts(browser, worded):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE clauses_clause SET criterion_weight_bp = 0 WHERE id = %s", [worded])
    page = browser.get(url_of(worded, "textes"))
    assert "La clause ne peut pas être rédigée" in text_of(page)
    assert "Indiquez une pondération du critère" in text_of(page)
    assert tree_of(page).xpath("//pre") == []


def test_versions_and_comments_have_their_views(buyer, committee, submitted):
    comment_clause(clause_id=submitted, piece="ccap", text="Et le délai ?", by=committee.buyer)
    page = buyer.get(url_of(submitted, "versions"))
    assert "Versions 1" in text_of(page)
    assert "Commentaires 1" in text_of(page)
    comments = buyer.get(url_of(submitted, "commentaires"))
    assert "Et le délai ?" in text_of(comments)
    assert {"Répondre", "Clore", "Envoyer le commentaire"} <= set(buttons_of(comments))


@pytest.mark.parametrize("vue", ["", "textes", "versions", "commentaires"])
def test_it_asks_little_of_the_database_whatever_its_stage(
    browser, committee, opened, calibrated, submitted, vue
):
    for number in range(5):
        said = f"Remarque {number}"
        comment_clause(clause_id=submitted, piece="", text=said, by=committee.buyer)
    asked = {sql_for(browser, url_of(one, vue)) for one in (opened, calibrated, submitted)}
    assert max(asked) <= 12


def test_every_state_says_what_it_waits_for():
    assert all(waiting.what for waiting in WAITS.values())
