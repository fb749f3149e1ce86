"""The XML of the format (2.0.2) cut into its contracts, in the same shape as its JSON.

A document type is refused before it is read: no entity is ever expanded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any
from xml.parsers import expat

from perenne.kit.decp.items import DEEPEST, LIMITS, Item, tidy
from perenne.kit.decp.splitting import CUT, LISTS, TOO_LONG
from perenne.kit.refusals import Refused

NO_DOCTYPE = (
    "Ce fichier XML déclare un type de document : il n’est pas lu, par précaution. "
    "Téléchargez le fichier d’origine sur le portail national."
)
TOO_DEEP = "Ce fichier XML n’a pas la forme du format national : ses balises sont trop imbriquées."


class Collector:
    """Builds one contract at a time: repeated tags make a list, a tag without tags is a text."""

    def __init__(self) -> None:
        self.open: list[tuple[str, dict[str, Any], list[str]]] = []
        self.ready: list[Item] = []
        self.depth = self.signs = self.position = 0

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise Refused(TOO_DEEP)
        local = name.rpartition(":")[2]
        if self.open or local in LISTS:
            self.signs = self.signs + len(local) if self.open else 0
            self.open.append((local, {}, []))

    def text(self, text: str) -> None:
        self.signs += len(text)
        if self.signs > LIMITS.contract_characters and self.open:
            raise Refused(TOO_LONG)
        if self.open:
            self.open[-1][2].append(text)

    def end(self, _name: str) -> None:
        self.depth -= 1
        if not self.open:
            return
        name, inside, texts = self.open.pop()
        value: Any = inside or "".join(texts).strip()
        if self.open:
            put(self.open[-1][1], name, value)
            return
        self.position += 1
        raw = tidy(value if isinstance(value, dict) else {})
        self.ready.append(Item(self.position, LISTS[name], raw))


def put(into: dict[str, Any], name: str, value: Any) -> None:
    if name not in into:
        into[name] = value
    elif isinstance(into[name], list):
        into[name].append(value)
    else:
        into[name] = [into[name], value]


def refuse_doctype(*_declared: object) -> None:
    raise Refused(NO_DOCTYPE)


def items_in_xml(pieces: Iterable[bytes], note: Callable[[str], None]) -> Iterator[Item]:
    """Each `marche` and `contrat-concession`; what is broken ends the reading, and is told."""
    collector, parser = Collector(), expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler = collector.start
    parser.EndElementHandler = collector.end
    parser.CharacterDataHandler = collector.text
    try:
        for piece in pieces:
            parser.Parse(piece, False)
            yield from collector.ready
            collector.ready.clear()
        parser.Parse(b"", True)
    except expat.ExpatError:
        yield from collector.ready
        if collector.open:
            yield Item(collector.position + 1, LISTS[collector.open[0][0]], trouble=CUT)
        note(CUT)
