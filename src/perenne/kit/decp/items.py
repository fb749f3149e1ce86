"""One contract of a file, before anything is made of it; and how much of a file is accepted."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

DEEPEST = 20
LARGEST = 10**18
LONGEST_TEXT = 5_000


class Kind(StrEnum):
    """The list in which it stands; the old format says it in the contract, or not at all."""

    CONTRACT = "marche"
    CONCESSION = "contrat-concession"


class Source(StrEnum):
    JSON = "json"
    XML = "xml"


@dataclass(frozen=True, slots=True)
class Limits:
    """Of a file read from the disk; a file sent to the site has those of its use (kit.files)."""

    file_bytes: int = 200_000_000
    contracts: int = 200_000
    contract_characters: int = 1_000_000
    memory_bytes: int = 512_000_000
    cpu_seconds: int = 180
    wall_seconds: int = 300


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Item:
    """`raw`: what was between its brackets, safe to keep; `trouble`: why there is nothing."""

    position: int
    kind: str = Kind.CONTRACT
    raw: Any = None
    trouble: str = ""


def tidy(value: Any, depth: int = 0) -> Any:
    """The same value, as PostgreSQL and JSON can keep it: no NUL, no infinity, no abyss."""
    if not isinstance(value, dict | list):
        return bare(value)
    if depth >= DEEPEST:
        return "…"
    if isinstance(value, list):
        return [tidy(inside, depth + 1) for inside in value]
    return {clean(key): tidy(inside, depth + 1) for key, inside in value.items()}


def bare(value: Any) -> Any:
    match value:
        case str():
            return clean(value)
        case float() if not math.isfinite(value):
            return str(value)
        case int() if abs(value) >= LARGEST:
            return "un nombre démesuré"
    return value


def clean(text: str) -> str:
    """Without what no text of the database may hold."""
    if text.isascii() and "\x00" not in text:
        return text[:LONGEST_TEXT]
    kept = text[:LONGEST_TEXT].replace("\x00", "\ufffd")
    return kept.encode("utf-8", "replace").decode("utf-8")
