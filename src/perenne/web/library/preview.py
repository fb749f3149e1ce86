"""How a text would look, before anything is kept."""

from perenne.domain.library.queries import Block
from perenne.kit.markdown import parts_of, with_words

UNDER_TITLE = 3
"""The preview stands under its own title, of level three."""


def preview_of(body: str, words: dict[str, str]) -> list[tuple[str, str]]:
    """Pieces: their HTML, or the name of the live block that will stand there."""
    known = {block.value for block in Block}
    return [
        (part.html, part.block if part.block in known else "")
        for part in parts_of(with_words(body, words), under=UNDER_TITLE)
    ]
