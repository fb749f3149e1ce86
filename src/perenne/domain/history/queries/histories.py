"""The history of one thing."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, QuerySet

from perenne.domain.history.policy import SUBJECTS, Subject
from perenne.domain.history.queries.lines import HistoryLine, lines_of, named
from perenne.kit.actors import Actor
from perenne.kit.journal.acts import labels
from perenne.kit.journal.models import Entry
from perenne.kit.paging import Page, page_of
from perenne.kit.refusals import NotFound

ON_A_PAGE = 30
LAST = 5


@dataclass(frozen=True, slots=True)
class Recent:
    """The last lines, for the page of the thing itself."""

    lines: tuple[HistoryLine, ...]
    address: str
    subject_id: str


@dataclass(frozen=True, slots=True)
class History:
    title: str
    """What the thing is called."""
    subject: Subject
    subject_id: str
    acts: tuple[tuple[str, str], ...]
    """Those that it went through, with their label."""
    page: Page[HistoryLine]


def recent_history(subject: str, pk: object, *, seen_by: Actor) -> Recent:
    """Two queries; nothing for who may not see the thing."""
    known = SUBJECTS[subject]
    seen = known.policy.rows(known.act, seen_by).filter(pk=pk)
    rows = named(_entries(known, pk).filter(Exists(seen)))[:LAST]
    return Recent(lines_of(rows), f"history:{known.name}", str(pk))


def history_of(
    subject: str, pk: object, *, seen_by: Actor, act: str = "", page: int = 1
) -> History:
    """Five queries. Not found for who may not see the thing."""
    known = SUBJECTS[subject]
    seen = known.policy.rows(known.act, seen_by).filter(pk=pk)
    title = seen.values_list(known.title, flat=True).first()
    if title is None:
        raise NotFound(pk)
    entries = _entries(known, pk)
    acts = sorted(set(entries.order_by().values_list("act", flat=True).distinct()))
    chosen = entries.filter(act=act) if act in acts else entries
    found = page_of(named(chosen), page, size=ON_A_PAGE, card_of=lambda entry: entry)
    return History(
        title=str(title),
        subject=known,
        subject_id=str(pk),
        acts=tuple((name, labels().get(name, name)) for name in acts),
        page=Page(lines_of(found.items), found.number, found.size, found.total),
    )


def _entries(subject: Subject, pk: object) -> QuerySet[Entry, Any]:
    return Entry.objects.filter(subject_type=subject.type, subject_id=str(pk))
