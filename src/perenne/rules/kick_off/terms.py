"""What is known of a contract once notified, as its first papers say it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from perenne.rules.calibration import Scheme
from perenne.rules.deadlines import Monitoring
from perenne.rules.wording import Facilitator, Globalisation, Publics
from perenne.rules.wording.pieces import Section
from perenne.values import Euros, Hours


@dataclass(frozen=True, slots=True)
class Carrier:
    """A party of the contract and the hours that it carries."""

    name: str
    siret: str
    role: str
    hours: Hours


@dataclass(frozen=True, slots=True)
class Kickoff:
    """`hours` as owed that day; `scheme` where the volume follows the invoices. The first of the
    `carriers` is the contractor. Months of the contract, renewals left out.
    """

    contract: str
    reference: str
    buyer: str
    facilitator: Facilitator
    carriers: tuple[Carrier, ...]
    hours: Hours
    months: int
    notified_on: date
    starts_on: date
    ends_on: date
    monitoring: Monitoring
    publics: Publics
    globalisation: Globalisation
    penalty_per_hour: Euros | None = None
    scheme: Scheme | None = None

    @property
    def contractor(self) -> Carrier:
        return self.carriers[0]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper in sections, to print or to complete."""

    title: str
    sections: tuple[Section, ...]
