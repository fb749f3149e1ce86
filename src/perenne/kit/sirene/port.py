"""What is asked of the register, whoever answers."""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from perenne.values import Siret


class Said(Enum):
    FOUND = "found"
    CLOSED = "closed"
    UNKNOWN = "unknown"
    """The register publishes nothing under this number."""
    SILENT = "silent"
    """It does not answer, or nothing that can be read."""
    ABSENT = "absent"
    """This installation is not told where it is."""


@dataclass(frozen=True, slots=True)
class Establishment:
    """Short plain texts; "" for what is not published."""

    siret: Siret
    name: str
    address: str
    commune_code: str
    commune_name: str
    legal_nature: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Answer:
    said: Said
    establishment: Establishment | None = None


class Register(Protocol):
    def look_up(self, siret: Siret) -> Answer:
        """Never raises, and answers within a few seconds."""
        ...


class NothingKnown:
    """The register of an installation without one."""

    def look_up(self, siret: Siret) -> Answer:
        return Answer(Said.ABSENT)
