"""The texts that are shipped with the platform: `content/<kind>/<slug>.md`, with a front matter.

---
titre: Le titre
section: buyers
rang: 10
valable depuis: 2026-08-22
vérifié le: 2026-11-26
responsable: La coordination du comité
résumé: Une phrase.        (may be left out)
mots: prix, coût           (may be left out)
---
Le texte, en Markdown.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from perenne.domain.library.models import Kind, Section
from perenne.domain.library.queries.cards import Said

CONTENT = Path(__file__).parents[1] / "content"
FOLDERS = {Kind.PAGE: "pages", Kind.QUESTION: "questions", Kind.NEWS: "news"}
FENCE = "---\n"


@dataclass(frozen=True, slots=True)
class Original:
    kind: Kind
    slug: str
    section: Section
    position: int
    said: Said


@cache
def originals() -> tuple[Original, ...]:
    return tuple(
        read_original(kind, path)
        for kind, folder in FOLDERS.items()
        for path in sorted((CONTENT / folder).glob("*.md"))
    )


def original_of(kind: str, slug: str) -> Original | None:
    return next((it for it in originals() if (it.kind, it.slug) == (kind, slug)), None)


def read_original(kind: Kind, path: Path) -> Original:
    """ValueError, with the name of the file, when its front matter is not whole."""
    empty, head, body = path.read_text(encoding="utf-8").split(FENCE, 2)
    if empty:
        raise ValueError(f"{path.name}: a front matter comes first")
    told = {name.strip(): value.strip() for name, _, value in map(_parted, head.splitlines())}
    try:
        return Original(
            kind=kind,
            slug=path.stem,
            section=Section(told["section"]),
            position=int(told["rang"]),
            said=Said(
                title=told["titre"],
                body=body.strip() + "\n",
                valid_since=date.fromisoformat(told["valable depuis"]),
                checked_on=date.fromisoformat(told["vérifié le"]),
                responsible=told["responsable"],
                summary=told.get("résumé", ""),
                keywords=told.get("mots", ""),
            ),
        )
    except KeyError as missing:
        raise ValueError(f"{path.name}: the front matter does not say {missing}") from missing


def _parted(line: str) -> tuple[str, str, str]:
    return line.partition(":")
