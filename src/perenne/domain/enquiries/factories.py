from datetime import date
from itertools import count
from typing import Any

from django.utils.timezone import now

from perenne.domain.enquiries.actions import Letter, Marks, send_enquiry
from perenne.domain.enquiries.states import EnquiryKind
from perenne.kit.actors import VISITOR, Actor

TODAY = date(2026, 11, 26)
WRITER = Actor(VISITOR.role, visitor_key="the-key-of-who-writes")
HUMAN = Marks(seconds=40.0)
_number = count(1)


def letter(kind: EnquiryKind = EnquiryKind.COORDINATION, **said: Any) -> Letter:
    usual: dict[str, Any] = {
        "kind": kind,
        "message": f"Bonjour, puis-je vous appeler ? ({next(_number)})",
        "full_name": "Paul Petit",
        "email": "paul@exemple.test",
        "consents": True,
    }
    return Letter(**{**usual, **said})


def sent_enquiry(
    kind: EnquiryKind = EnquiryKind.COORDINATION,
    *,
    by: Actor = WRITER,
    marks: Marks = HUMAN,
    **said: Any,
) -> int:
    """A message that arrived, and is doubted only when its marks are."""
    written = letter(kind, **said)
    return send_enquiry(written, marks=marks, by=by, now=now(), today=TODAY, loads={})
