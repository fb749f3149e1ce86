import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.enquiries.actions import answer_enquiry, hand_over_enquiry
from perenne.domain.enquiries.queries import View, enquiries_of, key_of
from perenne.web.tests.browser import facts_in, sql_for, text_of

pytestmark = pytest.mark.django_db


def url_of(enquiry_id, name="follow"):
    return reverse(f"contact:{name}", args=[key_of(enquiry_id)])


def test_whoever_holds_the_link_reads_the_message_and_its_answers_and_no_word_between_bodies(
    client_of, committee, routed_id
):
    today, body = localdate(), committee.other_facilitator.organisation_id
    answer_enquiry(enquiry_id=routed_id, text="Oui.", by=committee.facilitator, today=today)
    hand_over_enquiry(
        enquiry_id=routed_id, body_id=body, note="À toi.", by=committee.facilitator, today=today
    )
    page = client_of(committee.nobody).get(url_of(routed_id))
    assert "Oui." in text_of(page)
    assert "À toi." not in text_of(page)
    assert facts_in(page)["Étape"] == "Passé à un autre organisme"


def test_the_consent_is_taken_back_there_and_everything_goes(client_of, committee, routed_id):
    browser = client_of(committee.nobody)
    page = browser.post(url_of(routed_id, "withdraw"), follow=True)
    assert "sont effacés" in text_of(page)
    assert browser.get(url_of(routed_id)).status_code == 404
    assert browser.post(url_of(routed_id, "withdraw")).status_code == 404
    assert enquiries_of(seen_by=committee.coordination, view=View.ALL).total == 0


def test_following_a_link_erases_nothing(client_of, committee, routed_id):
    assert client_of(committee.nobody).get(url_of(routed_id, "withdraw")).status_code == 405


def test_it_asks_the_database_as_little_whatever_was_answered(client_of, committee, routed_id):
    before = sql_for(client_of(committee.nobody), url_of(routed_id))
    for number in range(3):
        answer_enquiry(
            enquiry_id=routed_id,
            text=f"Oui, {number}.",
            by=committee.facilitator,
            today=localdate(),
        )
    assert sql_for(client_of(committee.nobody), url_of(routed_id)) == before <= 4
