import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.enquiries.actions import Marks, answer_enquiry
from perenne.domain.enquiries.factories import sent_enquiry
from perenne.domain.enquiries.queries import enquiry_card
from perenne.domain.enquiries.states import EnquiryKind, EnquiryState
from perenne.web.tests.browser import buttons_of, error_on, sql_for, text_of, typed_in

pytestmark = pytest.mark.django_db


def url_of(enquiry_id, act="show"):
    return reverse(f"contact:{act}", args=[enquiry_id])


def state_of(enquiry_id, committee):
    return enquiry_card(enquiry_id, seen_by=committee.coordination).row.state


@pytest.fixture
def browser(client_of, committee):
    return client_of(committee.facilitator)


def test_the_facilitator_reads_it_and_answers_it(browser, committee, routed_id):
    assert buttons_of(browser.get(url_of(routed_id))) == [
        "Envoyer la réponse", "Classer", "Passer la main",
    ]  # fmt: skip
    page = browser.post(url_of(routed_id, "answer"), {"text": "Appelez-moi."}, follow=True)
    assert "La réponse part par courriel." in text_of(page)
    assert "Appelez-moi." in text_of(page)
    assert state_of(routed_id, committee) is EnquiryState.ANSWERED


def test_an_empty_answer_is_refused_beside_its_field(browser, committee, routed_id):
    page = browser.post(url_of(routed_id, "answer"), {"text": " "})
    assert error_on(page, "text") == "Écrivez la réponse : elle part par courriel."
    assert state_of(routed_id, committee) is EnquiryState.RECEIVED


def test_it_is_passed_on_with_a_word_and_is_then_the_other_ones(
    browser, client_of, committee, routed_id
):
    other = committee.other_facilitator
    typed = {"body": other.organisation_id, "note": "Tu la connais."}
    page = browser.post(url_of(routed_id, "hand_over"), typed, follow=True)
    assert "Le message est passé" in text_of(page)
    assert browser.get(url_of(routed_id)).status_code == 404
    assert "Tu la connais." in text_of(client_of(other).get(url_of(routed_id)))
    assert state_of(routed_id, committee) is EnquiryState.HANDED_OVER


@pytest.mark.parametrize("body", ["", "0", "douze", "99999999999999999999"])
def test_a_body_that_is_none_is_refused_and_the_word_is_kept(browser, routed_id, body):
    page = browser.post(url_of(routed_id, "hand_over"), {"body": body, "note": "Voilà."})
    assert error_on(page, "body").startswith("Choisissez")
    assert typed_in(page)["note"] == "Voilà."


def test_closed_it_waits_no_more_and_nothing_can_be_done_twice(browser, committee, routed_id):
    for said in ("Le message est classé.", "il a changé d’étape"):
        assert said in text_of(browser.post(url_of(routed_id, "close"), follow=True))
    assert buttons_of(browser.get(url_of(routed_id))) == []


def test_what_was_held_says_why_and_is_let_through_by_the_coordination_alone(
    client_of, committee, browser
):
    held = sent_enquiry(EnquiryKind.FACILITATOR, place="77284", marks=Marks("x", 40))
    assert browser.get(url_of(held)).status_code == 404
    assert browser.post(url_of(held, "release")).status_code == 404
    desk = client_of(committee.coordination)
    assert "un champ invisible a été rempli" in text_of(desk.get(url_of(held)))
    assert "Le message est remis." in text_of(desk.post(url_of(held, "release"), follow=True))
    assert browser.get(url_of(held)).status_code == 200


def test_a_problem_without_an_address_is_closed_and_cannot_be_answered(client_of, committee):
    told = sent_enquiry(EnquiryKind.PROBLEM, email="", full_name="", consents=False)
    desk = client_of(committee.coordination)
    assert "n’attend pas de réponse" in text_of(desk.get(url_of(told)))
    page = desk.post(url_of(told, "answer"), {"text": "Merci."})
    assert "n’a pas laissé d’adresse" in text_of(page)


@pytest.mark.parametrize("act", ["answer", "hand_over", "close", "release"])
def test_following_a_link_decides_nothing(browser, routed_id, act):
    assert browser.get(url_of(routed_id, act)).status_code == 405


@pytest.mark.parametrize("who", ["other_facilitator", "buyer", "company"])
def test_who_may_not_see_it_finds_nothing(client_of, committee, routed_id, who):
    stranger = client_of(getattr(committee, who))
    assert stranger.get(url_of(routed_id)).status_code == 404
    for act in ("answer", "hand_over", "close", "release"):
        assert stranger.post(url_of(routed_id, act), {"text": "Oui."}).status_code == 404


def test_a_button_pressed_twice_sends_one_answer_and_says_so(browser, routed_id):
    browser.post(url_of(routed_id, "answer"), {"text": "Oui, lundi."})
    again = browser.post(url_of(routed_id, "answer"), {"text": "Oui, lundi."})
    assert "déjà partie" in text_of(again)
    assert "Oui, lundi." in typed_in(again).values()
    shown = text_of(browser.get(url_of(routed_id)))
    assert shown.count("Oui, lundi.") == 1


def test_it_asks_the_database_as_little_for_a_long_thread(browser, committee, routed_id):
    before = sql_for(browser, url_of(routed_id))
    for number in range(3):
        answer_enquiry(
            enquiry_id=routed_id,
            text=f"Oui, {number}.",
            by=committee.facilitator,
            today=localdate(),
        )
    assert sql_for(browser, url_of(routed_id)) <= before <= 14
