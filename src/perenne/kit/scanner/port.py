"""What any scanner answers, and the two ways in which it may not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeAlias


@dataclass(frozen=True, slots=True)
class Clean:
    engine: str
    """Which scanner, and which signatures."""


@dataclass(frozen=True, slots=True)
class Infected:
    engine: str
    threat: str


Verdict: TypeAlias = Clean | Infected


class ScannerDown(Exception):  # noqa: N818 - a state of affairs
    """No answer, or none that means anything: to be asked again."""


class Unscannable(Exception):  # noqa: N818 - a state of affairs
    """The scanner answers, and says that it cannot look at this one. `for_good`: never will."""

    def __init__(self, said: str, *, for_good: bool) -> None:
        super().__init__(said)
        self.for_good = for_good


class Scanner(Protocol):
    def scan(self, content: bytes) -> Verdict: ...
