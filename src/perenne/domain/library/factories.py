from datetime import date
from itertools import count
from typing import Any

from perenne.domain.library.actions import open_text, publish_text
from perenne.domain.library.models import Kind, Section
from perenne.domain.library.queries import Said
from perenne.kit.actors import Actor

TODAY = date(2026, 11, 26)
_number = count(1)


def said(**changes: Any) -> Said:
    usual: dict[str, Any] = {
        "title": "Un titre",
        "body": "Une phrase qui répond.",
        "valid_since": date(2026, 8, 22),
        "checked_on": TODAY,
        "responsible": "La coordination",
    }
    return Said(**{**usual, **changes})


def new_text(
    by: Actor,
    kind: Kind = Kind.PAGE,
    *,
    section: Section = Section.BUYERS,
    slug: str = "",
    published: bool = True,
    **changes: object,
) -> int:
    """Its id; a text of its own address, published unless told otherwise."""
    slug = slug or f"texte-{next(_number)}"
    text_id = open_text(kind=kind, section=section, slug=slug, said=said(**changes), by=by)
    if published:
        publish_text(text_id=text_id, number=1, by=by, on=TODAY)
    return text_id
