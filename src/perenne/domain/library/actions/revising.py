"""A revision, made from what somebody said: checked, folded for the search, numbered."""

from perenne.domain.library.models import Block, Revision, Text, Word
from perenne.domain.library.queries.cards import Said
from perenne.kit.markdown import objections, plain_of
from perenne.kit.refusals import Refused
from perenne.values import fold


def check(said: Said) -> None:
    """Refused, with everything that is to be mended in the text."""
    wrong = objections(said.body, blocks=set(Block), words=set(Word))
    if wrong:
        raise Refused(" ".join(wrong))


def revision_of(
    text: Text, said: Said, *, author_id: int | None = None, is_original: bool = False
) -> Revision:
    """Not saved; its number is the last of its text."""
    return Revision(
        text=text,
        number=text.last_number,
        title=said.title,
        summary=said.summary,
        body=said.body,
        keywords=said.keywords,
        valid_since=said.valid_since,
        checked_on=said.checked_on,
        responsible=said.responsible,
        is_original=is_original,
        author_id=author_id,
        folded_title=fold(f"{said.title} {said.keywords}"),
        folded_body=fold(f"{said.summary} {plain_of(said.body)}"),
    )
