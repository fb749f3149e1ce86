"""Contact: anybody writes; a link follows; desks read their own, the coordination all."""

from perenne.domain.enquiries.actions import Marks, SentFile, attach_file, keep_draft
from perenne.domain.enquiries.factories import TODAY, sent_enquiry
from perenne.domain.enquiries.queries import key_of
from perenne.domain.enquiries.states import EnquiryKind
from perenne.kit.actors import VISITOR, Actor
from perenne.kit.files.tests.makers import pdf

ROWS = """
                                        nob vis buy bu2 fac fa2 coo com str pre
contact:index        -                  200 200 200 200 200 200 200 200 200 200
contact:coordination -                  200 200 200 200 200 200 200 200 200 200
contact:review       -                  200 200 200 200 200 200 200 200 200 200
contact:problem      -                  200 200 200 200 200 200 200 200 200 200
contact:facilitator  meaux              200 200 200 200 200 200 200 200 200 200
contact:facilitator  nowhere            404 404 404 404 404 404 404 404 404 404
contact:follow       link               200 200 200 200 200 200 200 200 200 200
contact:follow       forged             404 404 404 404 404 404 404 404 404 404
contact:withdraw     link          POST 302 302 302 302 302 302 302 302 302 302
contact:withdraw     forged        POST 404 404 404 404 404 404 404 404 404 404
contact:list         -                  302 302 404 404 200 200 200 404 404 404
contact:show         routed             302 302 404 404 200 404 200 404 404 404
contact:show         held               302 302 404 404 404 404 200 404 404 404
contact:show         draft              302 302 404 404 404 404 404 404 404 404
contact:answer       routed        POST 302 302 404 404 200 404 200 404 404 404
contact:hand_over    routed        POST 302 302 404 404 200 404 200 404 404 404
contact:close        routed        POST 302 302 404 404 302 404 302 404 404 404
contact:release      held          POST 302 302 404 404 404 404 302 404 404 404
contact:file         joined             302 302 404 404 200 404 200 404 404 404
"""
EVERYBODYS = {"meaux", "nowhere", "forged"}
"""Of no committee: places, and a key that nobody signed."""


def things(_committee):
    writer = Actor(VISITOR.role, visitor_key="who-joined-a-file")
    draft = keep_draft(kind=EnquiryKind.FILE_REVIEW, typed={}, by=writer, today=TODAY)
    file = SentFile(pdf(), "rc.pdf")
    file_id = attach_file(draft_id=draft, file=file, by=writer, today=TODAY)
    joined = sent_enquiry(EnquiryKind.FILE_REVIEW, by=writer, place="77284")
    routed = sent_enquiry(EnquiryKind.FACILITATOR, place="77284")
    return {
        "meaux": ["77284"],
        "nowhere": ["99999"],
        "link": [key_of(routed)],
        "forged": ["12:forged"],
        "routed": [routed],
        "held": [sent_enquiry(EnquiryKind.FACILITATOR, place="77284", marks=Marks("x", 40))],
        "draft": [keep_draft(kind=EnquiryKind.PROBLEM, typed={}, by=writer, today=TODAY)],
        "joined": [joined, file_id],
    }
