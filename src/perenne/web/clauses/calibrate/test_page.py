from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.clauses.queries import clause_card
from perenne.domain.clauses.states import ClauseState
from perenne.domain.directory.factories import new_structure
from perenne.domain.directory.models import Capacity
from perenne.values import Hours
from perenne.web.tests.browser import error_on, summary_of, text_of, tree_of, typed_in

pytestmark = pytest.mark.django_db
SAID = {
    "amount": "1 000 000 €",
    "labour_share": "50",
    "effort_rate": "5",
    "hourly_cost": "30",
    "hours_due": "",
    "reason": "",
}


def url_of(clause_id):
    return reverse("clauses:calibrate", args=[clause_id])


@pytest.fixture
def url(opened):
    return url_of(opened)


def test_the_page_proposes_the_usual_values_of_the_trade_and_their_result(
    browser, committee, opened, url
):
    page = browser.get(url)
    usual = clause_card(opened, seen_by=committee.facilitator).hypotheses
    assert typed_in(page)["amount"].replace("\u202f", "") == "980000"
    assert typed_in(page)["labour_share"] == str(usual.labour_share).split("\u00a0")[0]
    assert typed_in(page)["hours_due"] == ""
    assert "Valeur usuelle :" in text_of(page)
    assert "à inscrire au contrat" in text_of(page, "//*[@id='resultat']")


def test_what_is_typed_is_kept_and_the_next_step_opens(browser, committee, opened, url):
    assert browser.post(url, SAID).url == reverse("clauses:word", args=[opened])
    card = clause_card(opened, seen_by=committee.facilitator)
    assert (card.hours_due, card.state) == (Hours.of(833), ClauseState.CALIBRATED)
    assert typed_in(browser.get(url))["hours_due"] == "833"


def test_a_facilitator_may_ask_for_another_volume_and_say_why(browser, committee, opened, url):
    browser.post(url, SAID | {"hours_due": "800", "reason": "Arrondi avec l’acheteur."})
    card = clause_card(opened, seen_by=committee.facilitator)
    assert (card.hours_due, card.reason) == (Hours.of(800), "Arrondi avec l’acheteur.")
    assert typed_in(browser.get(url))["reason"] == "Arrondi avec l’acheteur."


def test_every_hypothesis_that_is_missing_is_asked_for(browser, url):
    page = browser.post(url, dict.fromkeys(SAID, ""))
    assert summary_of(page) == [
        "Indiquez le montant sur lequel calculer.",
        "Indiquez la part de main-d’œuvre.",
        "Indiquez le taux d’effort.",
        "Indiquez le coût d’une heure.",
    ]


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("amount", "un million", "Écrivez un montant en euros, par exemple 1 200,50."),
        ("amount", "0", "Indiquez un montant d’au moins 1 €."),
        ("labour_share", "120", "Indiquez un pourcentage d’au plus 100 %."),
        ("effort_rate", "-1", "Indiquez un pourcentage d’au moins 0 %."),
        ("hourly_cost", "0", "Indiquez un montant d’au moins 1 €."),
        ("hourly_cost", "5000", "Indiquez un montant d’au plus 500 €."),
        ("hours_due", "beaucoup", "Écrivez un nombre d’heures, par exemple 35 ou 35 h 30."),
        ("hours_due", "0", "Indiquez au moins 1 h."),
    ],
)
def test_what_cannot_be_is_told_beside_its_field_and_nothing_is_typed_twice(
    browser, committee, opened, url, field, typed, sentence
):
    page = browser.post(url, SAID | {field: typed})
    assert error_on(page, field) == sentence
    kept = typed_in(page)
    assert {name: kept[name] for name in SAID} == SAID | {field: typed}
    assert clause_card(opened, seen_by=committee.facilitator).version == 0


def test_hypotheses_that_give_less_than_an_hour_are_refused(browser, url):
    page = browser.post(url, SAID | {"effort_rate": "0"})
    (sentence,) = summary_of(page)
    assert sentence.startswith("Ces hypothèses donnent moins d’une heure")
    assert typed_in(page)["effort_rate"] == "0"


def test_the_largest_figures_that_the_form_admits_are_kept(browser, committee, opened, url):
    largest = {"amount": "1 000 000 000 000", "labour_share": "100", "effort_rate": "100"}
    page = browser.post(url, SAID | largest | {"hourly_cost": "1"})
    assert page.status_code == 302
    assert clause_card(opened, seen_by=committee.facilitator).hours_due == Hours.of(10**12)


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
def test_nobody_else_calibrates_it(client_of, committee, opened, url, who, status):
    stranger = client_of(getattr(committee, who))
    estimated = reverse("clauses:estimate", args=[opened])
    assert stranger.get(url).status_code == status
    assert stranger.post(url, SAID).status_code == status
    assert stranger.get(estimated, SAID).status_code == status


def test_calibrating_again_takes_the_wording_back(browser, committee, worded):
    browser.post(url_of(worded), SAID | {"amount": "2 000 000"})
    card = clause_card(worded, seen_by=committee.facilitator)
    assert (card.hours_due, card.state, card.version) == (
        Hours.of(1666), ClauseState.CALIBRATED, 3,
    )  # fmt: skip


def test_while_one_types_the_result_comes_alone_and_nothing_is_kept(browser, committee, opened):
    fragment = browser.get(
        reverse("clauses:estimate", args=[opened]), SAID, headers={"hx-request": "true"}
    )
    assert "<html" not in fragment.content.decode()
    assert "833 h" in text_of(fragment)
    assert clause_card(opened, seen_by=committee.facilitator).version == 0


def test_the_result_follows_the_volume_asked_for(browser, opened):
    url = reverse("clauses:estimate", args=[opened])
    assert "1 000 h" in text_of(browser.get(url, SAID | {"hours_due": "1000"}))


@pytest.mark.parametrize("typed", [{}, {**SAID, "amount": "x"}, {**SAID, "hourly_cost": ""}])
def test_incomplete_hypotheses_give_no_result(browser, opened, typed):
    said = text_of(browser.get(reverse("clauses:estimate", args=[opened]), typed))
    assert said == "Complétez les quatre hypothèses pour voir le résultat."


def test_a_volume_of_nothing_is_shown_without_harm(browser, opened):
    url = reverse("clauses:estimate", args=[opened])
    assert "0 h" in text_of(browser.get(url, SAID | {"effort_rate": "0"}))


def test_the_real_capacity_of_the_territory_stands_beside_the_volume(browser, opened, url):
    assert "Aucune structure connue ne fait ce métier ici" in text_of(browser.get(url))
    cleaner = new_structure(
        name="Net 77", commune_id="77284", trades={"premises_cleaning": 20}, said_on=localdate()
    )
    new_structure(name="Silencieuse", commune_id="77284", trades={"premises_cleaning": 0})
    estimated = reverse("clauses:estimate", args=[opened])
    enough = text_of(browser.get(estimated, SAID))
    assert "Réalisable ici" in enough
    assert "autour de Meaux. Une structure a encore 20 h par mois, soit 960 h sur 48 mois" in enough
    assert f"{localdate():%d/%m/%Y}" in enough
    few = text_of(browser.get(estimated, SAID | {"hours_due": "1000"}))
    assert "Au-delà de l’offre locale" in few
    assert "2 structure(s) connue(s)" in few
    Capacity.objects.filter(structure=cleaner).update(said_on=localdate() - timedelta(400))
    assert "Une structure a dit sa capacité il y a longtemps" in text_of(
        browser.get(estimated, SAID)
    )


def test_only_the_figures_are_sent_while_one_types(browser, url):
    (form,) = tree_of(browser.get(url)).xpath("//form[@hx-get]")
    assert set(form.get("hx-params").split(",")) == set(SAID) - {"reason"}
