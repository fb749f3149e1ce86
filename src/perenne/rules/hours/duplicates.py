"""The same hours declared twice: by one employer again, or by an agency and its client.

Hours belong to the employer: when staff is provided, the agency declares and its client does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from perenne.rules.french import typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.texts import AQUAREEL_2025, PRACTICE, TEMPORARY_WORK


@dataclass(frozen=True, slots=True)
class DeclaredBy:
    """Who declares whom. `provided_to`: the client company of an agency, None otherwise.

    `employer` and `provided_to` are SIREN; `month` is its first day; `days`, those that were
    worked, are empty when only the month is known.
    """

    person: str
    employer: str
    contract: str
    month: date
    provided_to: str | None = None
    days: frozenset[date] = frozenset()


class DuplicateKind(StrEnum):
    SAME_STATEMENT = "same_statement"
    SAME_HOURS = "same_hours"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """What is already known, and why the new declaration is not taken."""

    kind: DuplicateKind
    known: DeclaredBy
    reason: str


@cites(
    AQUAREEL_2025,
    TEMPORARY_WORK,
    PRACTICE,
    says="Ces heures sont-elles déjà déclarées ?",
    confidence=Confidence.LIKELY,
)
def duplicate(new: DeclaredBy, known: Sequence[DeclaredBy]) -> Duplicate | None:
    """The first declaration that `new` repeats; None when it may be taken."""
    beside = [one for one in known if (one.person, one.month) == (new.person, new.month)]
    for one in beside:
        if (one.employer, one.contract) == (new.employer, new.contract):
            return Duplicate(
                DuplicateKind.SAME_STATEMENT,
                one,
                typeset(
                    "Cet employeur a déjà déclaré cette personne sur ce marché pour "
                    f"{new.month:%m/%Y} : modifiez la déclaration existante."
                ),
            )
    for one in beside:
        if _is_client_of(one, new) or _is_client_of(new, one):
            return Duplicate(
                DuplicateKind.SAME_HOURS,
                one,
                typeset(
                    "L'agence et son entreprise cliente déclarent toutes deux cette personne "
                    f"pour {new.month:%m/%Y} : ne gardez que la déclaration de l'employeur, ou "
                    "donnez les jours de chacune s'ils diffèrent."
                ),
            )
    return None


def _is_client_of(client: DeclaredBy, agency: DeclaredBy) -> bool:
    """Whether a company declares, on days that may be the same, staff that it was provided."""
    if agency.provided_to is None or agency.provided_to != client.employer:
        return False
    told = bool(client.days and agency.days)
    return not told or bool(client.days & agency.days)
