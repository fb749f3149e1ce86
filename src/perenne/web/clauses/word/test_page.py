import pytest
from django.urls import reverse

from perenne.domain.clauses.queries import basis_decision, clause_card
from perenne.domain.clauses.states import ClauseState
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.needs import BuyerKind
from perenne.rules.wording import Ccag, Globalisation, Publics
from perenne.values import Euros
from perenne.web.tests.browser import error_on, summary_of, text_of, typed_in
from perenne.web.tests.scenes import LINES, new_clause, new_sent_programme, purchases_of

pytestmark = pytest.mark.django_db
SAID = {
    "basis": LegalBasis.PERFORMANCE_CONDITION.value,
    "reserved_to": "",
    "criterion_weight": "",
    "ccag": Ccag.TRAVAUX.value,
    "publics": Publics.OPEN_LIST.value,
    "globalisation": Globalisation.ACCEPTED.value,
    "penalty_per_hour": "50",
    "statement_day": "12",
    "ccap_article": "7",
    "globalisation_cap": "",
    "consent_function": "Directrice de la commande publique",
    "require_training": "35",
    "require_persons": "",
    "statement_rhythm": "monthly",
    "first_contact_days": "14",
    "kick_off_days": "21",
    "review_months": "3",
    "assessment_months": "6",
    "final_assessment_months": "3",
    "formal_notice_days": "15",
    "entitlement_months": "24",
    "penalty_formula": "per_hour",
    "penalty_times": "",
    "penalty_part": "",
    "penalty_brackets": "",
    "penalty_cap": "",
    "late_day": "",
    "absence": "",
}


def url_of(clause_id):
    return reverse("clauses:word", args=[clause_id])


@pytest.fixture
def url(calibrated):
    return url_of(calibrated)


def test_the_basis_that_the_rules_propose_is_chosen_and_each_other_says_what_speaks_against_it(
    browser, committee, calibrated, url
):
    page = browser.get(url)
    decision = basis_decision(clause_card(calibrated, seen_by=committee.facilitator))
    assert typed_in(page)["basis"] == decision.proposed.value
    assert text_of(page).count("Proposé :") == 1
    for other in decision.rejected:
        assert " ".join(other.reason.split()) in text_of(page)


def test_the_terms_are_kept_and_the_documents_are_shown(browser, committee, calibrated, url):
    page = browser.post(url, SAID, follow=True)
    assert page.redirect_chain == [
        (reverse("clauses:show", args=[calibrated]) + "?vue=textes", 302)
    ]
    assert "La clause est rédigée ; l’acheteur peut la lire." in text_of(page)
    card = clause_card(calibrated, seen_by=committee.facilitator)
    assert card.state is ClauseState.WORDED
    terms = card.terms
    assert (terms.ccag, terms.penalty.rate, terms.ccap_article) == (Ccag.TRAVAUX, Euros.of(50), 7)
    assert (terms.monitoring.kick_off_days, terms.requirements) == (21, {"training": 35})


def test_one_comes_back_to_the_terms_as_they_were_kept(browser, url):
    browser.post(url, SAID | {"criterion_weight": "15", "publics": Publics.CLOSED_LIST.value})
    kept = typed_in(browser.get(url))
    assert {name: kept[name] for name in SAID} == SAID | {
        "criterion_weight": "15", "publics": Publics.CLOSED_LIST.value,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("basis", "", "Choisissez le fondement de la clause."),
        ("basis", "inconnu", "Choisissez une réponse de la liste."),
        ("criterion_weight", "120", "Indiquez un pourcentage d’au plus 100 %."),
        ("penalty_per_hour", "5 000", "Indiquez un montant d’au plus 1 000 €."),
        ("statement_day", "29", "Indiquez un nombre inférieur ou égal à 28."),
        ("statement_day", "le 12", "Écrivez un nombre entier, en chiffres."),
        ("ccap_article", "0", "Indiquez un nombre supérieur ou égal à 1."),
        ("ccag", "XX", "Choisissez une réponse de la liste."),
    ],
)
def test_what_cannot_be_is_told_beside_its_field_and_nothing_is_kept(
    browser, committee, calibrated, url, field, typed, sentence
):
    page = browser.post(url, SAID | {field: typed})
    assert error_on(page, field) == sentence
    kept = typed_in(page)
    others = set(SAID) - {"basis", "ccag"}
    assert {name: kept[name] for name in others} == {
        name: (SAID | {field: typed})[name] for name in others
    }
    card = clause_card(calibrated, seen_by=committee.facilitator)
    assert card.state is ClauseState.CALIBRATED


@pytest.mark.parametrize(
    ("typed", "formula", "written"),
    [
        ({"penalty_formula": "per_hour_ceiling", "penalty_times": "1,5"}, "per_hour_ceiling",
         "1,5 fois le plafond horaire"),
        ({"penalty_formula": "share_of_amount", "penalty_part": "5"}, "share_of_amount",
         "égale à 5 % du montant hors taxes"),
        ({"penalty_formula": "progressive", "penalty_brackets": "10 % × 1 ; au-delà × 2"},
         "progressive", "au-delà : 2 fois ce montant"),
    ],
)  # fmt: skip
def test_a_penalty_may_follow_another_formula(
    browser, committee, calibrated, url, typed, formula, written
):
    page = browser.post(url, SAID | typed, follow=True)
    assert written in text_of(page)
    card = clause_card(calibrated, seen_by=committee.facilitator)
    assert card.terms.penalty.formula == formula
    kept = typed_in(browser.get(url))
    assert {name: kept[name] for name in typed} == typed


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"penalty_formula": "per_hour_wage"}, "Indiquez le coefficient"),
        ({"penalty_formula": "progressive"}, "Écrivez les tranches ainsi"),
        (
            {"penalty_formula": "progressive", "penalty_brackets": "beaucoup"},
            "Écrivez les tranches",
        ),
        ({"globalisation": "capped"}, "Indiquez la part des heures"),
    ],
)
def test_terms_that_do_not_go_together_are_refused(browser, url, typed, sentence):
    page = browser.post(url, SAID | typed)
    (told,) = summary_of(page)
    assert told.startswith(sentence)
    assert typed_in(page)["kick_off_days"] == "21"


def test_a_form_filled_in_upon_an_older_version_is_refused_with_what_changed(
    browser, committee, calibrated, url
):
    seen = typed_in(browser.get(url))["seen"]
    browser.post(url, SAID | {"seen": seen})
    page = browser.post(url, SAID | {"seen": seen, "penalty_per_hour": "80"})
    (told,) = summary_of(page)
    assert "a été modifiée depuis que vous avez ouvert cette page" in told
    assert "Pénalité par heure non réalisée : vide → 50 €" in " ".join(told.split())
    assert typed_in(page)["penalty_per_hour"] == "80"
    again = typed_in(page)["seen"]
    assert again != seen
    browser.post(url, SAID | {"seen": again, "penalty_per_hour": "80"})
    card = clause_card(calibrated, seen_by=committee.facilitator)
    assert card.terms.penalty.rate == Euros.of(80)


def test_a_criterion_that_weighs_nothing_is_refused_before_the_buyer_reads_it(
    browser, committee, calibrated, url
):
    page = browser.post(url, SAID | {"criterion_weight": "0"})
    (sentence,) = summary_of(page)
    assert sentence.startswith("Indiquez une pondération du critère")
    assert typed_in(page)["penalty_per_hour"] == "50"
    card = clause_card(calibrated, seen_by=committee.facilitator)
    assert card.state is ClauseState.CALIBRATED


def test_terms_that_a_private_buyer_cannot_choose_are_refused(browser, committee, private_clause):
    reserved = {"basis": LegalBasis.SUBJECT_MATTER.value}
    page = browser.post(url_of(private_clause), SAID | reserved)
    (sentence,) = summary_of(page)
    assert sentence.startswith("Pour un acheteur privé")
    assert typed_in(page)["basis"] == LegalBasis.SUBJECT_MATTER.value


@pytest.fixture
def private_clause(committee):
    sent_id = new_sent_programme(committee.buyer, LINES[0], kind=BuyerKind.PRIVATE)
    (purchase,) = purchases_of(sent_id, committee.facilitator)
    return new_clause(purchase.id, committee.facilitator, ClauseState.CALIBRATED)


def test_a_clause_that_was_not_calibrated_is_not_worded(browser, opened):
    assert browser.get(url_of(opened)).status_code == 404
    assert browser.post(url_of(opened), SAID).status_code == 404


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("other_facilitator", 404),
        ("coordination", 404),
        ("buyer", 404),
        ("other_buyer", 404),
        ("visitor", 302),
    ],
)
def test_nobody_else_words_it(client_of, committee, url, who, status):
    stranger = client_of(getattr(committee, who))
    assert stranger.get(url).status_code == status
    assert stranger.post(url, SAID).status_code == status
