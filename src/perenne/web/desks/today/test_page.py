import pytest
from django.urls import reverse

from perenne.domain.clauses.states import ClauseState
from perenne.domain.membership.factories import new_membership
from perenne.domain.organisations.models import Organisation
from perenne.web.tests.browser import buttons_of, sql_for, text_of, tree_of
from perenne.web.tests.scenes import (
    CLEANING,
    LINES,
    new_clause,
    new_programme,
    new_sent_programme,
    purchases_of,
)

pytestmark = pytest.mark.django_db
URL = reverse("desks:today")


def rows_of(page):
    return [text_of(page, f"//tbody/tr[{n}]") for n in range(1, 1 + page.content.count(b"<tr><th"))]


def items_in(page, section):
    return tree_of(page).xpath(f"//section[@aria-labelledby='{section}']//tbody/tr")


def test_nobody_is_asked_who_they_are(client_of, committee):
    assert client_of(committee.nobody).get(URL).url == f"{reverse('account:login')}?next={URL}"


@pytest.mark.parametrize("who", ["buyer", "facilitator", "coordination"])
def test_an_empty_desk_says_what_will_come_there(client_of, committee, who):
    page = client_of(getattr(committee, who)).get(URL)
    assert items_in(page, "programmes") == items_in(page, "clauses") == []
    assert "apparaîtront ici" in text_of(page) or "arriveront ici" in text_of(page)


def test_only_a_buyer_is_invited_to_drop_a_file(client_of, committee):
    invited = "Déposer une programmation"
    assert invited in buttons_of(client_of(committee.buyer).get(URL))
    assert invited not in buttons_of(client_of(committee.facilitator).get(URL))


def test_a_facilitator_has_one_item_for_a_whole_programme(client_of, committee):
    new_sent_programme(committee.buyer)
    (item,) = items_in(client_of(committee.facilitator).get(URL), "programmes")
    assert "4 achats à étudier" in item.text_content()
    assert "Ville de Meaux" in item.text_content()


def test_each_facilitator_counts_only_the_purchases_that_are_theirs(client_of, committee):
    new_sent_programme(committee.buyer)
    (item,) = items_in(client_of(committee.other_facilitator).get(URL), "programmes")
    assert "1 achat à étudier" in item.text_content()


def test_a_programme_with_nothing_left_to_do_is_said_to_be_done(client_of, committee):
    programme_id = new_sent_programme(committee.buyer, LINES[CLEANING])
    (cleaning,) = purchases_of(programme_id, committee.facilitator)
    new_clause(cleaning.id, committee.facilitator)
    page = client_of(committee.facilitator).get(URL)
    assert "Traité" in text_of(page)
    assert len(items_in(page, "clauses")) == 1


def test_a_buyer_sees_the_stage_of_each_programme_and_the_clauses_once_worded(client_of, committee):
    new_programme(committee.buyer)
    programme_id = new_sent_programme(committee.buyer)
    cleaning, masonry, *_ = purchases_of(programme_id, committee.facilitator)
    new_clause(cleaning.id, committee.facilitator, ClauseState.WORDED)
    new_clause(masonry.id, committee.facilitator, ClauseState.CALIBRATED)
    page = client_of(committee.buyer).get(URL)
    stages = [item.xpath("td")[3].text_content() for item in items_in(page, "programmes")]
    assert stages == ["Transmise", "Brouillon 1 à préciser"]
    assert len(items_in(page, "clauses")) == 1


def test_drafts_and_the_work_of_others_stay_out_of_sight(client_of, committee):
    new_programme(committee.buyer)
    new_programme(committee.visitor)
    for who in (committee.other_buyer, committee.facilitator, committee.coordination):
        assert items_in(client_of(who).get(URL), "programmes") == []


@pytest.mark.parametrize("who", ["buyer", "facilitator", "coordination"])
def test_ten_programmes_ask_no_more_of_the_database_than_one(client_of, committee, who):
    browser = client_of(getattr(committee, who))
    new_sent_programme(committee.buyer)
    once = sql_for(browser, URL)
    for _ in range(9):
        new_sent_programme(committee.buyer)
    assert sql_for(browser, URL) == once


def test_beyond_a_page_the_whole_list_is_one_link_away(client_of, committee):
    for _ in range(21):
        new_sent_programme(committee.buyer, LINES[CLEANING])
    page = client_of(committee.facilitator).get(URL)
    assert len(items_in(page, "programmes")) == 20
    assert "Toutes les programmations (21)" in text_of(page)


@pytest.mark.parametrize("who", ["company", "structure", "prescriber"])
def test_no_desk_is_empty(client_of, committee, who):
    page = client_of(getattr(committee, who)).get(URL)
    said = text_of(page)
    assert "Adhérer au comité : gratuit" in said
    assert "Inviter un collègue" in said
    assert "Compléter votre fiche" in said
    assert len(tree_of(page).xpath("//section[@aria-labelledby='suite']//li")) >= 4


def test_a_member_is_not_asked_to_adhere_again(client_of, committee):
    new_membership(committee.company)
    page = client_of(committee.company).get(URL)
    assert "Adhérer au comité" not in text_of(page)
    assert "Membre" in text_of(page)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("declared", "Votre espace attend la coordination"),
        ("refused", "Votre organisme n’a pas pu être vérifié"),
        ("suspended", "Votre espace est suspendu"),
    ],
)
def test_who_is_kept_waiting_is_told_why_and_sees_no_programme(client_of, committee, state, words):
    new_sent_programme(committee.buyer)
    why = "" if state == "declared" else "Adresse fausse."
    Organisation.objects.filter(pk=committee.facilitator.organisation_id).update(
        state=state, reason=why
    )
    page = client_of(committee.facilitator).get(URL)
    assert words in text_of(page)
    assert why in text_of(page)
    assert "Ville de Meaux" not in text_of(page)
    listed = client_of(committee.facilitator).get(reverse("programming:list"))
    assert "Ville de Meaux" not in text_of(listed)
