"""What a text in Markdown holds: its words, its live blocks, and what cannot be accepted in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from markdown_it import MarkdownIt
from markdown_it.token import Token

READER = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
BLOCK = re.compile(r"^\[\[([a-z0-9-]+)\]\][ \t]*$", re.MULTILINE)
"""A line of its own that stands for something live: « [[segments]] »."""
WORD = re.compile(r"\[\[([a-z0-9-]+)\]\]")
"""The same inside a sentence: a word that the settings fill in."""
IN_MARKDOWN = str.maketrans({sign: f"\\{sign}" for sign in r"\`*_[]<>"})
SAFE_LINK = re.compile(r"(?:https?://|mailto:|tel:|/(?!/)|#)", re.IGNORECASE)
LONGEST = 60_000


def with_words(text: str, words: Mapping[str, str]) -> str:
    """The names that the settings give, put where the text asks for them, as plain words."""
    return WORD.sub(lambda found: _word(found, words), text)


def _word(found: re.Match[str], words: Mapping[str, str]) -> str:
    said = words.get(found[1])
    return found[0] if said is None else said.translate(IN_MARKDOWN)


def plain_of(text: str) -> str:
    """The words alone, for those who search and for summaries."""
    said = [token.content for token in _every(READER.parse(BLOCK.sub("", text))) if _is_said(token)]
    return " ".join(" ".join(said).split())


def objections(text: str, *, blocks: Collection[str], words: Collection[str]) -> list[str]:
    """What its author must mend before it is kept, in French; nothing when all is well."""
    if len(text) > LONGEST:
        return [f"Raccourcissez ce texte : {LONGEST} caractères au plus."]
    return [*_unknown(text, blocks, words), *_faults(_every(READER.parse(text)))]


def _unknown(text: str, blocks: Collection[str], words: Collection[str]) -> Iterator[str]:
    asked = set(BLOCK.findall(text))
    for name in sorted(asked - set(blocks)):
        choice = ", ".join(sorted(blocks)) or "aucun"
        yield f"Retirez « [[{name}]] » : ce bloc n’existe pas. Blocs possibles : {choice}."
    inside = set(WORD.findall(BLOCK.sub("", text)))
    for name in sorted(inside - set(words)):
        yield (
            f"Retirez « [[{name}]] » de la phrase : un bloc se place seul sur sa ligne, et les "
            f"mots possibles dans une phrase sont {', '.join(sorted(words)) or 'inconnus'}."
        )


def _faults(tokens: Iterator[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "image":
            yield from _faults_of_image(token)
        elif token.type == "link_open" and not SAFE_LINK.match(str(token.attrGet("href") or "")):
            yield (
                f"Corrigez le lien « {token.attrGet('href')} » : il commence par /, https://, "
                "mailto: ou tel:."
            )


def _faults_of_image(token: Token) -> Iterator[str]:
    source = str(token.attrGet("src") or "")
    if not token.content.strip():
        yield (
            f"Décrivez l’image « {source} » entre les crochets : ![ce qu’elle montre]({source}). "
            "Elle est lue à ceux qui ne la voient pas."
        )
    if not source.startswith("/") or source.startswith("//"):
        yield f"L’image « {source} » doit être sur ce site : son adresse commence par /."


def _every(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _every(token.children or [])


def _is_said(token: Token) -> bool:
    return token.type in {"text", "code_inline", "fence", "code_block"}
