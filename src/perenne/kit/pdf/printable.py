"""What a font cannot draw is shown as an empty square, never dropped."""

import re
import unicodedata
from collections.abc import Callable, Iterable

SQUARE = "□"
UNPRINTABLE = {"Cc", "Cs", "Co", "Cn"}
WHITE = {"\n", "\t"}
BYTE_ORDER_MARK = "\ufeff"
ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")


def printable(fact: object) -> object:
    """The same JSON value, control, private and unassigned characters shown as squares."""
    return _mapped(fact, lambda text: "".join(map(_shown, text)))


def without(fact: object, unknown: Iterable[str]) -> object:
    """The same JSON value, with squares for the texts that typst says it cannot draw."""
    undrawn = {ord(letter) for text in unknown for letter in _unescaped(text)}
    squares = {code: SQUARE for code in undrawn if code > 127}
    return _mapped(fact, lambda text: text.translate(squares))


def _shown(letter: str) -> str:
    if letter == BYTE_ORDER_MARK:
        return ""
    hidden = letter not in WHITE and unicodedata.category(letter) in UNPRINTABLE
    return SQUARE if hidden else letter


def _unescaped(text: str) -> str:
    """Typst writes invisible characters by their number: \\u{200d}."""
    return ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


def _mapped(fact: object, change: Callable[[str], str]) -> object:
    if isinstance(fact, str):
        return change(fact)
    if isinstance(fact, dict):
        return {change(key): _mapped(value, change) for key, value in fact.items()}
    if isinstance(fact, list):
        return [_mapped(value, change) for value in fact]
    return fact
