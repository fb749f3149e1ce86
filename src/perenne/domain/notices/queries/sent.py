"""What left, for whom, and what did not."""

from dataclasses import dataclass
from datetime import date, datetime

from perenne.domain.notices.policy import MAILS
from perenne.kit.actors import Actor
from perenne.kit.mails.kinds import label_of
from perenne.kit.mails.models import Mail
from perenne.kit.mails.states import MailState
from perenne.kit.paging import Page, page_of

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class SentMail:
    """`label`: the kind of mail in French. `at`: when it left; None if it did not."""

    id: int
    kind: str
    label: str
    subject: str
    to: str
    day: date
    at: datetime | None
    state: MailState
    reason: str


def sent(*, seen_by: Actor, page: int = 1, sought: str = "") -> Page[SentMail]:
    """The last first: one's own, those of the box of one's organisation; all for the coordination.

    `sought` is looked for in subjects and addresses. Two queries.
    """
    rows = MAILS.rows("notice.sent", seen_by)
    if sought:
        rows = rows.filter(subject__icontains=sought) | rows.filter(address__icontains=sought)
    return page_of(rows.order_by("-day", "-pk"), page, size=ON_A_PAGE, card_of=_card)


def _card(row: Mail) -> SentMail:
    return SentMail(
        id=row.pk,
        kind=row.kind,
        label=label_of(row.kind),
        subject=row.subject,
        to=row.address,
        day=row.day,
        at=row.sent_at,
        state=MailState(row.state),
        reason=row.reason,
    )
