import pytest
from django.urls import reverse

from perenne.domain.programming.queries import programme_card
from perenne.domain.programming.states import ProgrammeState
from perenne.values import Euros
from perenne.web.tests.browser import error_on, summary_of, title_of, tree_of, typed_in
from perenne.web.tests.scenes import new_doubtful_programme, new_programme, purchases_of

pytestmark = pytest.mark.django_db
ANSWERS = {"column_0": "amount", "column_1": ""}


@pytest.fixture
def programme_id(committee):
    return new_doubtful_programme(committee.visitor)


@pytest.fixture
def url(programme_id):
    return reverse("programming:match_headings", args=[programme_id])


def test_a_doubtful_file_leads_to_its_questions(client_of, committee, programme_id, url):
    shown = client_of(committee.visitor).get(reverse("programming:show", args=[programme_id]))
    assert shown.url == url


def test_each_question_names_its_column_and_quotes_what_is_in_it(client_of, committee, url):
    page = client_of(committee.visitor).get(url)
    assert title_of(page) == "Que contiennent ces colonnes ?"
    labels = [label.text_content() for label in tree_of(page).xpath("//main//label")]
    assert ["Colonne B" in labels[0], "Colonne C" in labels[1]] == [True, True]
    assert "Par exemple « 980000 », « 120000 »." in page.content.decode()


def test_the_answers_are_used_and_the_verdicts_follow(client_of, committee, programme_id, url):
    shown = client_of(committee.visitor).post(url, ANSWERS, follow=True)
    assert shown.redirect_chain[-1][0] == reverse("programming:show", args=[programme_id])
    amounts = [purchase.amount for purchase in purchases_of(programme_id, committee.visitor)]
    assert amounts == [Euros.of(980_000), Euros.of(120_000)]


def test_two_columns_cannot_be_the_same_thing(client_of, committee, programme_id, url):
    page = client_of(committee.visitor).post(url, {"column_0": "amount", "column_1": "amount"})
    assert "est déjà donné à une autre colonne : choisissez." in error_on(page, "column_1")
    assert typed_in(page)["column_0"] == "amount"
    card = programme_card(programme_id, seen_by=committee.visitor)
    assert card.state is ProgrammeState.ASKING


def test_a_column_said_to_be_of_no_use_is_not_used(client_of, committee, programme_id, url):
    client_of(committee.visitor).post(url, {"column_0": "", "column_1": ""})
    purchases = purchases_of(programme_id, committee.visitor)
    assert [purchase.amount for purchase in purchases] == [None, None]


def test_answers_that_leave_no_purchase_are_refused_and_may_be_changed(client_of, committee):
    untold = "Truc;Montant HT\nNettoyage des écoles;980000\nRavalement de façade;120000\n"
    programme_id = new_doubtful_programme(committee.visitor, untold)
    browser = client_of(committee.visitor)
    url = reverse("programming:match_headings", args=[programme_id])
    page = browser.post(url, {"column_0": ""})
    assert summary_of(page)[0].startswith("Aucun achat n’a été trouvé dans ce fichier.")
    browser.post(url, {"column_0": "object"})
    assert len(purchases_of(programme_id, committee.visitor)) == 2


def test_an_answer_out_of_the_list_is_refused(client_of, committee, url):
    page = client_of(committee.visitor).post(url, {"column_0": "nom", "column_1": ""})
    assert len(summary_of(page)) == 1


def test_what_a_buyer_answered_is_not_asked_again(client_of, committee):
    browser = client_of(committee.buyer)
    first = new_doubtful_programme(committee.buyer)
    browser.post(reverse("programming:match_headings", args=[first]), ANSWERS)
    second = new_doubtful_programme(committee.buyer)
    card = programme_card(second, seen_by=committee.buyer)
    assert card.state is ProgrammeState.DRAFT


def test_once_answered_the_page_leads_to_the_verdicts(client_of, committee, programme_id, url):
    browser = client_of(committee.visitor)
    shown = reverse("programming:show", args=[programme_id])
    assert [browser.post(url, ANSWERS).url, browser.post(url, ANSWERS).url] == [shown, shown]
    assert browser.get(url).url == shown


@pytest.mark.parametrize("who", ["nobody", "other_visitor", "buyer", "facilitator", "coordination"])
def test_nobody_else_is_asked_anything(client_of, committee, url, who):
    browser = client_of(getattr(committee, who))
    assert [browser.get(url).status_code, browser.post(url, ANSWERS).status_code] == [404, 404]


def test_a_file_that_was_clear_asks_nothing(client_of, committee):
    clear = new_programme(committee.visitor)
    page = client_of(committee.visitor).get(reverse("programming:match_headings", args=[clear]))
    assert page.url == reverse("programming:show", args=[clear])
