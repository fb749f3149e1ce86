"""What a mail is about, in one word that never changes and one that people read."""

from dataclasses import dataclass

_declared: "dict[str, MailKind]" = {}


@dataclass(frozen=True, slots=True)
class MailKind:
    """`is_legal`: it leaves whatever somebody prefers, for a right or a delay stands on it."""

    code: str
    label: str
    is_legal: bool = False


def declare(code: str, label: str, *, is_legal: bool = False) -> MailKind:
    """Once for each kind, where its mail is written; ValueError for a second one of its name."""
    kind = MailKind(code, label, is_legal)
    if _declared.setdefault(code, kind) != kind:
        raise ValueError(f"two kinds of mails are called {code}")
    return kind


def label_of(code: str) -> str:
    """As people read it; of a kind that is no more, what all have in common."""
    known = _declared.get(code)
    return known.label if known else "Message"
