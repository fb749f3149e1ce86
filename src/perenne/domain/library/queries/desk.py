"""What the coordination sees of the texts: drafts, revisions, what waits to be checked again."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F

from perenne.domain.library.models import Kind, Revision, Section
from perenne.domain.library.policy import TEXTS
from perenne.domain.library.queries.cards import Said, said_in
from perenne.domain.library.queries.originals import original_of
from perenne.domain.library.states import TextState
from perenne.kit.actors import Actor
from perenne.kit.policy import is_void
from perenne.kit.refusals import NotFound


@dataclass(frozen=True, slots=True)
class TextRow:
    """A text in the list of the desk: `is_ahead` when what is written is not what is shown."""

    id: int
    kind: Kind
    section: Section
    slug: str
    title: str
    state: TextState
    is_ahead: bool
    checked_on: date
    responsible: str


@dataclass(frozen=True, slots=True)
class EditedText:
    """A text being written, as its last revision has it."""

    id: int
    kind: Kind
    section: Section
    slug: str
    state: TextState
    shown_number: int
    last_number: int
    said: Said
    has_original: bool


@dataclass(frozen=True, slots=True)
class RevisionCard:
    number: int
    said: Said
    author: str
    written_at: datetime
    is_original: bool
    is_shown: bool


def may_edit(actor: Actor) -> bool:
    """Whether there is a desk of texts for this actor at all."""
    return not is_void(TEXTS.grants["text.edit"](actor))


def texts_to_edit(*, seen_by: Actor, kind: Kind | None = None) -> list[TextRow]:
    """By the last revision of each, whatever is shown."""
    if not may_edit(seen_by):
        raise NotFound("texts")
    texts = TEXTS.rows("text.edit", seen_by)
    if kind is not None:
        texts = texts.filter(kind=kind)
    rows = Revision.objects.filter(text__in=texts, number=F("text__last_number"))
    order = ("text__kind", "text__section", "text__position", "text_id")
    return [_row(revision) for revision in rows.select_related("text").order_by(*order)]


def _row(revision: Revision) -> TextRow:
    text = revision.text
    return TextRow(
        id=text.pk,
        kind=Kind(text.kind),
        section=Section(text.section),
        slug=text.slug,
        title=revision.title,
        state=TextState(text.state),
        is_ahead=text.state == TextState.PUBLISHED and text.shown_number != text.last_number,
        checked_on=revision.checked_on,
        responsible=revision.responsible,
    )


def text_to_edit(text_id: int, *, seen_by: Actor) -> EditedText:
    revision = (
        Revision.objects.filter(
            text__in=TEXTS.rows("text.edit", seen_by),
            text_id=text_id,
            number=F("text__last_number"),
        )
        .select_related("text")
        .first()
    )
    if revision is None:
        raise NotFound(text_id)
    text = revision.text
    return EditedText(
        id=text.pk,
        kind=Kind(text.kind),
        section=Section(text.section),
        slug=text.slug,
        state=TextState(text.state),
        shown_number=text.shown_number,
        last_number=text.last_number,
        said=said_in(revision),
        has_original=original_of(text.kind, text.slug) is not None,
    )


def revisions_of(text_id: int, *, seen_by: Actor) -> list[RevisionCard]:
    """The last one first."""
    rows = Revision.objects.filter(
        text__in=TEXTS.rows("text.edit", seen_by), text_id=text_id
    ).select_related("text", "author")
    return [
        RevisionCard(
            number=row.number,
            said=said_in(row),
            author=str(row.author or ""),
            written_at=row.written_at,
            is_original=row.is_original,
            is_shown=row.number == row.text.shown_number,
        )
        for row in rows
    ]
