"""Each version of the policy, with what changed: the last one is shown."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Version:
    number: int
    since: date
    change: str


VERSIONS = (
    Version(1, date(2026, 11, 20), "Première version."),
    Version(
        2,
        date(2026, 11, 26),
        "Tous les droits, les destinataires, le délégué à la protection des données, le registre, "
        "les demandes en ligne.",
    ),
)
