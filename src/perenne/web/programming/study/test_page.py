import pytest
from django.urls import resolve, reverse

from perenne.domain.clauses.queries import clause_on
from perenne.domain.programming.actions import leave_purchase_aside
from perenne.domain.programming.queries import purchase_card
from perenne.domain.programming.states import PurchaseState
from perenne.web.programming.study.form import REASONS
from perenne.web.tests.browser import (
    buttons_of,
    error_on,
    sql_for,
    text_of,
    title_of,
    typed_in,
)
from perenne.web.tests.scenes import (
    CLEANING,
    FACADE,
    GARDENS,
    PAPER,
    YEAR,
    new_clause,
    new_sent_programme,
    purchases_of,
)

pytestmark = pytest.mark.django_db
DECIDING = ["Retenir et calibrer", "Corriger les données", "Écarter"]
WHY = {"why": REASONS[0], "more": "Trop petit pour une heure."}


def url_of(purchase, act="study"):
    return reverse(f"programming:{act}", args=[purchase.id])


def clause_at(url):
    return resolve(url).kwargs["clause_id"]


def state_of(purchase, by):
    return purchase_card(purchase.id, seen_by=by).state


@pytest.fixture
def cleaning(received):
    return received[CLEANING]


@pytest.fixture
def browser(client_of, committee):
    """That of the facilitator to whom the cleaning was routed."""
    return client_of(committee.facilitator)


def test_the_facilitator_reads_the_verdict_its_reasons_and_its_figures(browser, cleaning):
    page = browser.get(url_of(cleaning))
    assert title_of(page) == "Nettoyage des écoles"
    assert buttons_of(page) == DECIDING
    for said in (cleaning.verdict.advice.label, cleaning.routing_reason, "Hypothèses du calcul"):
        assert " ".join(said.split()) in text_of(page)


def test_a_question_still_open_is_shown(browser, received):
    assert "À préciser" in text_of(browser.get(url_of(received[GARDENS])))


def test_keeping_it_opens_its_clause_and_goes_to_the_calibration(browser, committee, cleaning):
    page = browser.post(url_of(cleaning, "keep"), follow=True)
    assert "Calibrer la clause" in text_of(page)
    assert state_of(cleaning, committee.facilitator) is PurchaseState.KEPT
    assert buttons_of(browser.get(url_of(cleaning))) == ["Voir la clause"]


def test_keeping_it_twice_opens_one_clause_and_leads_to_it(browser, committee, cleaning):
    clause_id = clause_at(browser.post(url_of(cleaning, "keep")).url)
    page = browser.post(url_of(cleaning, "keep"), follow=True)
    assert "Vous ne pouvez pas faire cela sur ce dossier" in text_of(page)
    assert buttons_of(page) == ["Voir la clause"]
    assert clause_on(cleaning.id, seen_by=committee.facilitator) == clause_id


def test_setting_it_aside_tells_the_buyer_why(browser, client_of, committee, cleaning):
    page = browser.post(url_of(cleaning, "leave_aside"), WHY, follow=True)
    assert "L’achat est écarté ; l’acheteur en lit le motif." in text_of(page)
    assert buttons_of(page) == ["Reprendre l’étude"]
    shown = client_of(committee.buyer).get(url_of(cleaning))
    assert f"{REASONS[0]}. Trop petit pour une heure." in text_of(shown)


def test_setting_it_aside_without_a_reason_is_refused_and_what_was_typed_is_kept(
    browser, committee, cleaning
):
    page = browser.post(url_of(cleaning, "leave_aside"), {"why": "", "more": "Trop petit"})
    assert error_on(page, "why") == "Choisissez un motif : l’acheteur le lira."
    assert typed_in(page)["more"] == "Trop petit"
    assert buttons_of(page) == DECIDING
    assert state_of(cleaning, committee.facilitator) is PurchaseState.RECEIVED


def test_a_precision_that_is_too_long_is_refused(browser, cleaning):
    page = browser.post(url_of(cleaning, "leave_aside"), WHY | {"more": "x" * 401})
    assert "400" in error_on(page, "more")


def test_what_was_set_aside_may_be_taken_back(browser, committee, received):
    paper = received[PAPER]
    leave_purchase_aside(purchase_id=paper.id, reason="Erreur.", by=committee.facilitator)
    page = browser.post(url_of(paper, "take_back"), follow=True)
    assert "L’achat est de nouveau à étudier." in text_of(page)
    assert buttons_of(page) == DECIDING
    assert "Achat écarté" not in text_of(page)


@pytest.mark.parametrize(("act", "typed"), [("take_back", {}), ("leave_aside", WHY)])
def test_an_act_that_comes_too_late_is_refused_in_a_sentence(
    browser, committee, cleaning, act, typed
):
    new_clause(cleaning.id, committee.facilitator)
    page = browser.post(url_of(cleaning, act), typed, follow=True)
    assert page.redirect_chain == [(url_of(cleaning), 302)]
    assert "il a changé d’étape depuis que la page est ouverte" in text_of(page)


@pytest.mark.parametrize("act", ["keep", "leave_aside", "take_back"])
def test_following_a_link_decides_nothing(browser, committee, cleaning, act):
    assert browser.get(url_of(cleaning, act)).status_code == 405
    assert state_of(cleaning, committee.facilitator) is PurchaseState.RECEIVED


@pytest.mark.parametrize("who", ["buyer", "coordination"])
def test_who_sees_it_without_answering_for_it_reads_and_decides_nothing(
    client_of, committee, cleaning, who
):
    browser = client_of(getattr(committee, who))
    assert buttons_of(browser.get(url_of(cleaning))) == []
    for act in ("keep", "leave_aside", "take_back"):
        page = browser.post(url_of(cleaning, act), WHY, follow=True)
        assert "Vous ne pouvez pas faire cela sur ce dossier" in text_of(page)
    assert state_of(cleaning, committee.facilitator) is PurchaseState.RECEIVED


@pytest.mark.parametrize("who", ["other_facilitator", "other_buyer"])
def test_who_may_not_see_it_finds_nothing_to_read_and_nothing_to_do(
    client_of, committee, cleaning, who
):
    browser = client_of(getattr(committee, who))
    assert browser.get(url_of(cleaning)).status_code == 404
    for act, typed in (("keep", {}), ("leave_aside", WHY), ("leave_aside", {}), ("take_back", {})):
        assert browser.post(url_of(cleaning, act), typed).status_code == 404


@pytest.mark.parametrize("act", ["study", "keep", "leave_aside", "take_back"])
def test_without_an_account_one_is_asked_who_one_is(client_of, committee, cleaning, act):
    page = client_of(committee.visitor).post(url_of(cleaning, act), WHY)
    assert page.url == f"{reverse('account:login')}?next={url_of(cleaning, act)}"


def test_the_coordination_stands_in_where_no_facilitator_covers_the_place(client_of, committee):
    sent_id = new_sent_programme(committee.other_buyer, f"Nettoyage;980000;48;mars {YEAR};Paris")
    (nowhere,) = purchases_of(sent_id, committee.coordination)
    browser = client_of(committee.coordination)
    assert buttons_of(browser.get(url_of(nowhere))) == DECIDING
    assert browser.post(url_of(nowhere, "keep")).status_code == 302


def test_the_page_of_any_purchase_asks_the_database_as_little(browser, received):
    asked = {
        sql_for(browser, url_of(purchase)) for n, purchase in enumerate(received) if n != FACADE
    }
    assert len(asked) == 1
    assert max(asked) <= 10
