"""The self-check says what the rules say, keeps nothing, and refuses with a sentence."""

from urllib.parse import urlencode

import pytest

from perenne.kit.actors import VISITOR
from perenne.web.tests.browser import error_on, sql_for, summary_of, text_of, tree_of, typed_in

pytestmark = pytest.mark.django_db
URL = "/acheteurs/obligation/"
USUAL = {
    "buyer": "local_authority",
    "kind": "services",
    "amount": "300 000",
    "launched_on": "01/12/2026",
}


@pytest.fixture
def ask(client_of, texts):
    return lambda **facts: client_of(VISITOR).get(f"{URL}?{urlencode({**USUAL, **facts})}")


def test_before_anything_is_asked_the_rule_is_told_with_its_thresholds(client_of, texts):
    page = client_of(VISITOR).get(URL)
    said = text_of(page)
    assert "La réponse pour ce marché" not in said
    assert summary_of(page) == []
    assert "216 000 €" in said
    assert "5 404 000 €" in said
    assert "22 août 2026" in said


@pytest.mark.parametrize(
    ("facts", "stance", "verdict"),
    [
        ({"amount": "216 000"}, "L’acheteur doit", "Condition sociale ou d’emploi obligatoire"),
        ({"amount": "215 999,99"}, "L’acheteur peut", "Condition sociale facultative"),
        ({"buyer": "state", "kind": "supplies", "amount": "140000"}, "L’acheteur doit", ""),
        (
            {"kind": "works", "amount": "6 000 000", "months": "5"},
            "L’acheteur doit",
            "Condition sociale ou d’emploi obligatoire, sauf motif",
        ),
        (
            {"kind": "works", "amount": "6000000", "launched_on": "20/08/2026"},
            "L’acheteur peut",
            "",
        ),
        (
            {"kind": "works", "amount": "6000000", "launched_on": "22/08/2026"},
            "L’acheteur doit",
            "",
        ),
        (
            {"amount": "2000000", "defence": "on"},
            "L’acheteur peut",
            "Condition sociale facultative",
        ),
        ({"kind": "concession", "amount": "5404000"}, "L’acheteur doit", ""),
        ({"buyer": "private"}, "L’acheteur peut", "Hors du Code de la commande publique"),
        ({"kind": "", "amount": "1000000"}, "À vérifier", "À vérifier"),
        ({"ground": "no_sufficient_link"}, "L’acheteur ne doit pas", ""),
        ({"ground": "immediately_available"}, "L’acheteur peut", ""),
    ],
)
def test_must_may_must_not_with_the_reasons_and_the_texts(ask, facts, stance, verdict):
    page = ask(**facts)
    answer = text_of(page, "//section[@aria-labelledby='reponse']")
    assert stance in answer
    assert verdict in answer
    assert "Textes" in answer
    assert "rticle L" in answer or "Code civil" in answer


def test_a_ground_that_is_not_open_says_which_ones_are(ask):
    answer = text_of(
        ask(kind="concession", amount="6000000", ground="immediately_available"),
        "//section[@aria-labelledby='reponse']",
    )
    assert "Ce motif n’est pas ouvert à ce contrat" in answer


def test_the_memo_says_what_the_writing_must_establish(ask):
    answer = text_of(ask(ground="no_sufficient_link"), "//section[@aria-labelledby='reponse']")
    assert "Pourquoi aucune ne se rattache-t-elle aux prestations" in answer
    assert "R2184-1" in answer


@pytest.mark.parametrize(
    ("facts", "field", "sentence"),
    [
        ({"amount": ""}, "amount", "Indiquez la valeur estimée du marché"),
        ({"amount": "beaucoup"}, "amount", "Écrivez un montant en euros"),
        ({"amount": "-3"}, "amount", ""),
        ({"launched_on": "demain"}, "launched_on", "Écrivez une date"),
        ({"months": "cinq"}, "months", "Écrivez un nombre entier"),
        ({"buyer": "pirate"}, "buyer", "Choisissez une réponse de la liste."),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field_and_all_is_kept(ask, facts, field, sentence):
    page = ask(**facts)
    assert page.status_code == 200
    assert error_on(page, field).startswith(sentence)
    assert error_on(page, field)
    assert "La réponse pour ce marché" not in text_of(page)
    kept = typed_in(page)
    assert {name: kept[name] for name in facts if name != "buyer"} == {
        name: value for name, value in facts.items() if name != "buyer"
    }


def test_nothing_is_kept_and_the_address_may_be_shared(ask, client_of):
    browser = client_of(VISITOR)
    browser.get(f"{URL}?{urlencode(USUAL)}")
    assert not browser.cookies or all(name.endswith("csrf") for name in browser.cookies)
    assert tree_of(ask()).xpath("//form[@method='get']")


def test_two_queries_whatever_is_asked(client_of, texts):
    assert sql_for(client_of(VISITOR), f"{URL}?{urlencode(USUAL)}") == 2
