"""The process that cuts a file into contracts: bytes in, a line of JSON for each contract out.

It gives up memory, processor, files and sockets as the reader of tables does (decision 0002).
"""

from __future__ import annotations

import codecs
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import IO, Any

from perenne.kit.decp.items import LIMITS, Item, Source
from perenne.kit.decp.markup import items_in_xml
from perenne.kit.decp.sandbox import pieces_of
from perenne.kit.decp.splitting import items_in
from perenne.kit.refusals import Refused
from perenne.kit.sheets.child import renounce
from perenne.kit.sheets.workbook import LIMITS as OF_TABLES

TOO_BIG = "Ce fichier dépasse {limit} Mo : envoyez-le en plusieurs fichiers plus courts."
TOO_MANY = "Ce fichier contient plus de {limit} contrats : envoyez-le en plusieurs fichiers."
NOTHING = (
    "Aucun contrat n’a été trouvé dans ce fichier : envoyez un fichier de données essentielles "
    "au format national, JSON ou XML."
)
TOO_HEAVY = "Ce fichier demande trop de mémoire : envoyez-le en plusieurs fichiers plus courts."
OPENING = re.compile(rb"[\x00\xef\xbb\xbf\xff\xfe\s]*(.)", re.DOTALL)
REHEARSED = (
    b'{"marches":{"marche":[{"id":"\xe9"}]}}',
    b"<marches><marche><id>1</id></marche></marches>",
)


def main() -> None:
    for content in REHEARSED:
        list(lines_of([content]))
    codecs.lookup("utf-16")
    renounce(replace(OF_TABLES, memory_bytes=LIMITS.memory_bytes, cpu_seconds=LIMITS.cpu_seconds))
    say(sys.stdout.buffer, lines_of(pieces_of(sys.stdin.buffer)))


def say(out: IO[bytes], lines: Iterable[dict[str, Any]]) -> None:
    for line in lines:
        out.write(json.dumps(line).encode() + b"\n")


def lines_of(pieces: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """What crosses the pipe: the source, each contract, then the last word."""
    notes: dict[str, None] = {}
    found = 0
    try:
        source, bounded = opened(iter(pieces))
        yield {"source": source.value}
        read = items_in_xml if source is Source.XML else items_in
        for item in read(bounded, notes.setdefault):
            found += 1
            if found > LIMITS.contracts:
                raise Refused(TOO_MANY.format(limit=LIMITS.contracts))
            yield line_of(item)
        if not found:
            raise Refused(NOTHING)
    except Refused as refusal:
        yield {"refused": str(refusal)}
    except MemoryError:
        yield {"refused": TOO_HEAVY}
    else:
        yield {"over": found, "notes": list(notes)}


def line_of(item: Item) -> dict[str, Any]:
    return {"n": item.position, "kind": item.kind, "raw": item.raw, "trouble": item.trouble}


def opened(pieces: Iterator[bytes]) -> tuple[Source, Iterator[bytes]]:
    """Told by the first sign, whatever the name."""
    head = b""
    for piece in pieces:
        head += piece
        if OPENING.match(head):
            break
    sign = OPENING.match(head)
    source = Source.XML if sign and sign[1] == b"<" else Source.JSON
    return source, bounded(head, pieces)


def bounded(head: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    total = len(head)
    yield head
    for piece in pieces:
        total += len(piece)
        if total > LIMITS.file_bytes:
            raise Refused(TOO_BIG.format(limit=LIMITS.file_bytes // 1_000_000))
        yield piece
