"""A JSON file cut into its contracts, one at a time: only the one being read is in memory.

A contract whose JSON is broken costs itself, not the file: reading goes on after its bracket.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from perenne.kit.decp.items import LIMITS, Item, Kind, tidy

LISTS = {kind.value: kind for kind in Kind} | {"contrat_concession": Kind.CONCESSION}
ENVELOPE = "marches"
TOO_LONG = f"Ce contrat dépasse {LIMITS.contract_characters:,} signes.".replace(",", "\u202f")
BROKEN = "Le JSON de ce contrat est mal formé : il ne peut pas être lu."
NOT_ONE = "Ce n’est pas un contrat : une valeur isolée se trouve dans la liste."
CUT = "Le fichier s’arrête avant sa fin : téléchargez-le de nouveau pour avoir la suite."
STRAY = "Le fichier contient des signes hors de sa structure : ils ont été passés."
SIGNS = re.compile(r'["\\{}\[\]]')
NEXT = re.compile(r"[\[{,\]}\"]")
TAIL = re.compile(r"[-+.0-9eE]*")
"""With which a number may go on in the next piece: « 100. » is not 100 yet."""
BLANK = re.compile(r"[ \t\r\n]*")


def or_windows(trouble: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8 come from Windows."""
    if not isinstance(trouble, UnicodeDecodeError):
        raise trouble
    bad = trouble.object[trouble.start : trouble.end]
    return bad.decode("cp1252", "replace"), trouble.end


codecs.register_error("decp.or_windows", or_windows)


class Unreadable(ValueError):  # noqa: N818 - an answer, not an error
    """The value at hand is no JSON, or too long."""


class Text:
    """A text that comes by pieces, of which only the unread end is held."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self.pieces = iter(pieces)
        self.held, self.at = "", 0
        self.decoder: Any = None
        scanner: dict[str, Any] = {"parse_constant": str, "strict": False}
        self.json = json.JSONDecoder(**scanner)

    def more(self) -> bool:
        """Hold one piece more; False at the end of the file."""
        piece = next(self.pieces, None)
        if piece is None:
            return False
        if self.decoder is None:
            wide = piece.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
            name = "utf-16" if wide else "utf-8-sig"
            self.decoder = codecs.getincrementaldecoder(name)("decp.or_windows")
        self.held, self.at = self.held[self.at :] + self.decoder.decode(piece), 0
        return True

    def peek(self) -> str:
        """The next sign that is no blank; empty at the end."""
        while True:
            blank = BLANK.match(self.held, self.at)
            self.at = blank.end() if blank else self.at
            if self.at < len(self.held):
                return self.held[self.at]
            if not self.more():
                return ""

    def skip(self) -> None:
        self.at += 1

    def value(self) -> Any:
        """The value at hand. Unreadable leaves it where it is: see `pass_over`."""
        while True:
            try:
                value, end = self.json.raw_decode(self.held, self.at)
            except RecursionError as trouble:
                raise Unreadable(BROKEN) from trouble
            except ValueError as trouble:
                if len(self.held) - self.at > LIMITS.contract_characters:
                    raise Unreadable(TOO_LONG) from trouble
                if not self.more():
                    raise Unreadable(BROKEN) from trouble
                continue
            rest = TAIL.match(self.held, end)
            is_cut = rest is not None and rest.end() == len(self.held)
            if not (is_cut and self.more()):
                self.at = end
                return value

    def pass_over(self) -> bool:
        """Past the value at hand, whatever it holds; False when the file ends within."""
        if self.peek() not in ("{", "[", '"'):
            return self.up_to(NEXT)
        depth, quoted = 0, False
        while self.up_to(SIGNS):
            sign = self.held[self.at]
            self.at += 1
            if quoted and sign == "\\":
                self.at += bool(self.at < len(self.held) or self.more())
            elif sign == '"':
                quoted = not quoted
            elif not quoted:
                depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(sign, 0)
            if not quoted and depth <= 0:
                return True
        return False

    def up_to(self, wanted: re.Pattern[str]) -> bool:
        while True:
            found = wanted.search(self.held, self.at)
            if found:
                self.at = found.start()
                return True
            self.at = len(self.held)
            if not self.more():
                return False


def items_in(pieces: Iterable[bytes], note: Callable[[str], None]) -> Iterator[Item]:
    """Every element of the lists of contracts, in order; `note` is told what was odd around."""
    yield from Splitter(Text(pieces), note).whole()


class Splitter:
    """Walks the envelope: {"marches": {"marche": […], "contrat-concession": […]}} or a list."""

    def __init__(self, text: Text, note: Callable[[str], None]) -> None:
        self.text = text
        self.note = note
        self.position = 0

    def whole(self) -> Iterator[Item]:
        opening = self.text.peek()
        if opening == "[":
            yield from self.list_of(Kind.CONTRACT)
        elif opening == "{":
            yield from self.envelope(is_top=True)

    def envelope(self, *, is_top: bool) -> Iterator[Item]:
        self.text.skip()
        while (sign := self.text.peek()) not in ("}", ""):
            if sign != '"':
                yield from self.stray(sign)
                continue
            name = self.name()
            if self.text.peek() == ":":
                self.text.skip()
            yield from self.under(name, is_top=is_top)
        self.close(sign)

    def name(self) -> str:
        try:
            return str(self.text.value())
        except Unreadable:
            self.text.pass_over()
            return ""

    def under(self, name: str, *, is_top: bool) -> Iterator[Item]:
        """What the key of an envelope leads to."""
        opening = self.text.peek()
        kind = LISTS.get(name)
        if is_top and name == ENVELOPE and opening == "{":
            yield from self.envelope(is_top=False)
        elif opening == "[" and (kind or (is_top and name == ENVELOPE)):
            yield from self.list_of(kind or Kind.CONTRACT)
        elif opening == "{" and kind:
            yield self.element(kind)
        elif opening not in ("}", "]", ""):
            self.text.pass_over()

    def list_of(self, kind: Kind) -> Iterator[Item]:
        self.text.skip()
        while (sign := self.text.peek()) not in ("]", ""):
            if sign in ",}:":
                yield from self.stray(sign)
                continue
            yield self.element(kind)
        self.close(sign)

    def element(self, kind: Kind) -> Item:
        self.position += 1
        try:
            value = self.text.value()
        except Unreadable as trouble:
            before = (len(self.text.held), self.text.at)
            if not self.text.pass_over():
                self.note(CUT)
            elif before == (len(self.text.held), self.text.at):
                self.text.skip()
            return Item(self.position, kind, trouble=str(trouble))
        if not isinstance(value, dict):
            return Item(self.position, kind, tidy(value), trouble=NOT_ONE)
        return Item(self.position, kind, tidy(value))

    def stray(self, sign: str) -> Iterator[Item]:
        """Between two elements: a comma is usual, anything else is told."""
        if sign != ",":
            self.note(STRAY)
        self.text.skip()
        yield from ()

    def close(self, sign: str) -> None:
        if sign:
            self.text.skip()
        else:
            self.note(CUT)
