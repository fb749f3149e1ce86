from perenne.domain.library.models.blocks import Block, Word
from perenne.domain.library.models.kinds import Kind, Section
from perenne.domain.library.queries.cards import Said, TextCard, said_in
from perenne.domain.library.queries.contacts import PublicContact, coordination, facilitators
from perenne.domain.library.queries.desk import (
    EditedText,
    RevisionCard,
    TextRow,
    may_edit,
    revisions_of,
    text_to_edit,
    texts_to_edit,
)
from perenne.domain.library.queries.originals import Original, original_of, originals
from perenne.domain.library.queries.public import (
    edition_of,
    latest_news,
    page_called,
    pages_of,
    published,
    questions,
    questions_called,
    text_called,
)
from perenne.domain.library.queries.search import search_questions

__all__ = [
    "Block",
    "EditedText",
    "Kind",
    "Original",
    "PublicContact",
    "RevisionCard",
    "Said",
    "Section",
    "TextCard",
    "TextRow",
    "Word",
    "coordination",
    "edition_of",
    "facilitators",
    "latest_news",
    "may_edit",
    "original_of",
    "originals",
    "page_called",
    "pages_of",
    "published",
    "questions",
    "questions_called",
    "revisions_of",
    "said_in",
    "search_questions",
    "text_called",
    "text_to_edit",
    "texts_to_edit",
]
