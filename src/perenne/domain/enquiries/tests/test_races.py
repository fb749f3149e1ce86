"""Two tabs, two clicks, two colleagues: one message, one answer to each state, five files."""

from dataclasses import replace

from django.utils.timezone import now

from perenne.domain.enquiries.actions import (
    SentFile,
    answer_enquiry,
    attach_file,
    close_enquiry,
    keep_draft,
    release_enquiry,
    send_enquiry,
)
from perenne.domain.enquiries.factories import HUMAN, TODAY, WRITER, letter, sent_enquiry
from perenne.domain.enquiries.models import Enquiry, EnquiryFile
from perenne.domain.enquiries.states import EnquiryKind, EnquiryState
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import Role
from perenne.kit.files.tests.makers import pdf
from perenne.kit.testing.commits import at_once, refusals


def test_the_button_pressed_eight_times_sends_once(real_commits):
    new_actor(Role.COORDINATION)
    for turn in range(5):
        said, by = letter(), replace(WRITER, visitor_key=f"key {turn}")
        outcomes = at_once(
            *[
                lambda said=said, by=by: send_enquiry(
                    said, marks=HUMAN, by=by, now=now(), today=TODAY, loads={}
                )
            ]
            * 8
        )
        sent = {one for one in outcomes if isinstance(one, int)}
        assert len(sent) == 1
        assert Enquiry.objects.filter(visitor_key=by.visitor_key).count() == 1


def test_two_tabs_keep_one_draft(real_commits):
    keeping = {"kind": EnquiryKind.COORDINATION, "by": WRITER, "today": TODAY}
    at_once(*[lambda n=n: keep_draft(typed={"message": str(n)}, **keeping) for n in range(8)])
    assert Enquiry.objects.count() == 1


def test_eight_files_at_once_are_five(real_commits):
    draft = keep_draft(kind=EnquiryKind.FILE_REVIEW, typed={}, by=WRITER, today=TODAY)
    file = SentFile(pdf(), "rc.pdf")
    outcomes = at_once(
        *[lambda: attach_file(draft_id=draft, file=file, by=WRITER, today=TODAY)] * 8
    )
    assert len(refusals(outcomes)) == 3
    assert EnquiryFile.objects.count() == 5


def test_of_closing_and_letting_through_one_wins(real_commits):
    coordination = new_actor(Role.COORDINATION)
    for _ in range(5):
        pk = sent_enquiry(marks=replace(HUMAN, trap="x"))
        at_once(
            lambda pk=pk: close_enquiry(enquiry_id=pk, by=coordination, today=TODAY),
            lambda pk=pk: release_enquiry(enquiry_id=pk, by=coordination, today=TODAY),
            lambda pk=pk: answer_enquiry(enquiry_id=pk, text="Oui.", by=coordination, today=TODAY),
        )
        row = Enquiry.objects.get(pk=pk)
        assert row.state in {EnquiryState.CLOSED, EnquiryState.RECEIVED, EnquiryState.ANSWERED}
        assert row.replies.count() == int(row.state == EnquiryState.ANSWERED) or row.is_closed
