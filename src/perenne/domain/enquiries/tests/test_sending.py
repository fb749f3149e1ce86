"""From a draft to a desk: routed, consented, counted, kept; and the mails, over a real wire."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate, now

from perenne.domain.coverage.factories import new_coverage
from perenne.domain.enquiries import tasks
from perenne.domain.enquiries.actions import (
    Marks,
    answer_enquiry,
    close_enquiry,
    hand_over_enquiry,
    keep_draft,
    release_enquiry,
    send_enquiry,
)
from perenne.domain.enquiries.factories import HUMAN, TODAY, WRITER, letter, sent_enquiry
from perenne.domain.enquiries.models import Enquiry, Reply
from perenne.domain.enquiries.queries import follow_address, reference_of, waiting_for
from perenne.domain.enquiries.states import EnquiryKind, EnquiryState
from perenne.domain.organisations.factories import new_actor
from perenne.domain.organisations.models import Organisation
from perenne.domain.rights.actions import purge
from perenne.domain.territories.actions import load_communes
from perenne.domain.territories.factories import official
from perenne.kit.actors import HOUSE, Role
from perenne.kit.journal.models import Entry
from perenne.kit.privacy.erasing import erase
from perenne.kit.privacy.subjects import subject_at
from perenne.kit.refusals import Refused

pytestmark = pytest.mark.django_db
DOUBTED = Marks("x", 40)


@pytest.fixture
def desks():
    load_communes([official("77284", "Meaux", "77100")])
    coordination = new_actor(Role.COORDINATION, name="La coordination", email="coord@exemple.test")
    body = new_actor(Role.FACILITATOR, name="Insertion Meaux", email="meaux@exemple.test")
    new_coverage(body, commune_id="77284")
    return coordination, body


def test_the_mails_of_a_thread_leave_by_smtp_and_refer_to_each_other(desks, post):
    coordination, body = desks
    pk = sent_enquiry(EnquiryKind.FACILITATOR, place="77284", message="Bonjour,\nune question.")
    tasks.send_receipt(enquiry_id=pk)
    tasks.send_news(enquiry_id=pk)
    reply = answer_enquiry(enquiry_id=pk, text="Voici l'essentiel.", by=body, today=TODAY)
    tasks.send_reply(reply_id=reply)
    hand_over_enquiry(
        enquiry_id=pk, body_id=coordination.organisation_id, note="Secret.", by=body, today=TODAY
    )
    tasks.send_handover(enquiry_id=pk)
    reference = reference_of(Enquiry.objects.get(pk=pk))
    receipt, news, answer, handover = post
    assert [mail["To"] for mail in post] == [
        "paul@exemple.test", "meaux@exemple.test", "paul@exemple.test", "paul@exemple.test",
    ]  # fmt: skip
    assert all(mail["Subject"].startswith(f"[{reference}]") for mail in post)
    assert "Paul" not in "".join(mail["Subject"] for mail in post)
    said = receipt.get_content()
    assert follow_address(pk) in said
    assert "> Bonjour,\n> une question." in said.replace("\r\n", "\n")
    assert answer["In-Reply-To"] == answer["References"] == receipt["Message-ID"]
    assert answer["Message-ID"] != receipt["Message-ID"]
    assert answer["Reply-To"] == "meaux@exemple.test"
    assert "Voici l'essentiel." in answer.get_content()  # word for word
    assert "La coordination" in handover.get_content()
    assert "Secret" not in "".join(mail.get_content() for mail in (answer, handover))
    assert "/contact/recus/" in news.get_content()


def test_nothing_leaves_for_a_message_that_is_held_until_it_is_let_through(desks, mailoutbox):
    coordination, _ = desks
    pk = sent_enquiry(marks=DOUBTED)
    tasks.send_receipt(enquiry_id=pk)
    tasks.send_news(enquiry_id=pk)
    assert mailoutbox == []
    release_enquiry(enquiry_id=pk, by=coordination, today=TODAY)
    tasks.send_receipt(enquiry_id=pk)
    tasks.send_news(enquiry_id=pk)
    assert [mail.to for mail in mailoutbox] == [["paul@exemple.test"], ["coord@exemple.test"]]


def test_an_address_with_a_line_break_in_it_sends_no_mail_of_its_own(desks, mailoutbox):
    pk = sent_enquiry(full_name="Paul\r\nBcc: a@b.test", message="Un\r\nBcc: a@b.test")
    tasks.send_receipt(enquiry_id=pk)
    (mail,) = mailoutbox
    assert mail.recipients() == ["paul@exemple.test"]
    assert "Bcc" not in str(mail.message()).split("\n\n", 1)[0]


def test_whoever_answers_gave_no_address_their_administrators_are_told(desks, mailoutbox):
    coordination, body = desks
    Organisation.objects.update(email="")
    tasks.send_news(enquiry_id=sent_enquiry(EnquiryKind.FACILITATOR, place="Meaux"))
    assert len(mailoutbox) == 1
    assert waiting_for(body) == 1
    assert waiting_for(coordination) == 0


@pytest.mark.parametrize("place", ["", "Trifouilly"])
def test_a_review_without_a_known_place_is_the_coordinations(desks, place):
    row = Enquiry.objects.get(pk=sent_enquiry(EnquiryKind.FILE_REVIEW, place=place))
    assert row.recipient_id == desks[0].organisation_id


def test_the_journal_names_nobody_and_says_each_act(desks):
    _, body = desks
    pk = sent_enquiry(EnquiryKind.FACILITATOR, place="77284")
    answer_enquiry(enquiry_id=pk, text="Oui.", by=body, today=TODAY)
    close_enquiry(enquiry_id=pk, by=body, today=TODAY)
    lines = Entry.objects.filter(subject_type="enquiries.enquiry", subject_id=str(pk))
    assert [line.act for line in lines.order_by("pk")] == [
        "enquiry.write", "enquiry.send", "enquiry.answer", "enquiry.close",
    ]  # fmt: skip
    assert "paul" not in str([(line.changes, line.facts) for line in lines]).lower()


@pytest.mark.parametrize("email", ["paul@exemple.test", "PAUL@exemple.test"])
def test_one_address_does_not_fill_a_desk(desks, email):
    for _ in range(10):
        sent_enquiry()
    with pytest.raises(Refused, match="plusieurs messages de cette adresse"):
        sent_enquiry(email=email)


def test_without_consent_the_database_has_nothing(desks):
    with pytest.raises(Refused, match="Cochez l’accord"):
        sent_enquiry(consents=False)
    row = Enquiry.objects.get(pk=sent_enquiry(EnquiryKind.PROBLEM, consents=False, email=""))
    assert (row.consent_version, row.state) == (0, EnquiryState.RECEIVED)


def test_a_draft_becomes_the_message_and_nothing_of_it_is_left(desks):
    draft = keep_draft(kind=EnquiryKind.COORDINATION, typed={"a": "b\0"}, by=WRITER, today=TODAY)
    assert Enquiry.objects.get().typed == {"a": "b"}
    assert sent_enquiry() == draft
    assert Enquiry.objects.get().typed == {}


def test_the_same_message_is_sent_again_the_day_after(desks):
    said = letter()
    first, second = (
        send_enquiry(said, marks=HUMAN, by=WRITER, now=at, today=TODAY, loads={})
        for at in (now() - timedelta(days=2), now())
    )
    assert first != second


def test_what_is_past_its_time_goes_and_what_is_not_stays(desks):
    old, fresh, draft = sent_enquiry(), sent_enquiry(), None
    draft = keep_draft(kind=EnquiryKind.PROBLEM, typed={"message": "x"}, by=WRITER, today=TODAY)
    today = localdate()
    Enquiry.objects.update(last_on=today)
    Enquiry.objects.filter(pk=old).update(last_on=today - timedelta(days=370))
    Enquiry.objects.filter(pk=draft).update(last_on=today - timedelta(days=31))
    purge(by=HOUSE, today=today)
    assert list(Enquiry.objects.values_list("pk", flat=True)) == [fresh]


def test_the_same_answer_does_not_leave_twice_another_one_does(desks):
    pk = sent_enquiry(EnquiryKind.FACILITATOR, place="77284")
    answer_enquiry(enquiry_id=pk, text="Oui.", by=desks[1], today=TODAY)
    with pytest.raises(Refused, match="déjà partie"):
        answer_enquiry(enquiry_id=pk, text=" Oui. ", by=desks[1], today=TODAY)
    answer_enquiry(enquiry_id=pk, text="Et même lundi.", by=desks[1], today=TODAY)
    assert sorted(Reply.objects.values_list("body", flat=True)) == ["Et même lundi.", "Oui."]


def test_the_holder_of_an_address_is_erased_with_their_messages_and_their_answers(desks):
    pk = sent_enquiry(EnquiryKind.FACILITATOR, place="77284")
    answer_enquiry(enquiry_id=pk, text="Oui.", by=desks[1], today=TODAY)
    other = sent_enquiry(email="autre@exemple.test")
    erase(subject_at("paul@exemple.test"))
    assert list(Enquiry.objects.values_list("pk", flat=True)) == [other]
    assert not Reply.objects.exists()
