"""What a letter is written from: the contract, the hours of its day, the amount it tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from perenne.rules.french import in_full
from perenne.rules.wording.pieces import Grid, Listing, Section, section
from perenne.values import Euros, Hours

NO_HOURS = Hours(0)


@dataclass(frozen=True, slots=True)
class Shortage:
    """`on`: the day of the letter; `expected` by `measured_on`, the last day whose hours are
    known, and `counted` in all; `settled`: of those that lack, what was decided before.

    `days`: the delay that it leaves, from its receipt; 0 where it leaves none. `articles` of the
    contract and of the law that it rests on.
    """

    contract: str
    reference: str
    buyer: str
    facilitator: str
    company: str
    on: date
    measured_on: date
    expected: Hours
    counted: Hours
    days: int = 0
    articles: tuple[str, ...] = ()
    settled: Hours = NO_HOURS

    @property
    def lacking(self) -> Hours:
        """What the letter claims."""
        return max(NO_HOURS, self.expected - self.counted - self.settled)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """An amount and its computation, line by line."""

    amount: Euros
    lines: tuple[str, ...]
    version: int


def contract_in(said: Shortage) -> Section:
    return section(
        "Le marché",
        Grid(
            ("Marché", said.contract),
            (
                ("Référence", said.reference),
                ("Acheteur", said.buyer),
                ("Entreprise", said.company),
                ("Facilitateur", said.facilitator),
            ),
        ),
    )


def hours_in(said: Shortage, heading: str = "Les heures d'insertion") -> Section:
    return section(
        heading,
        Grid(
            (f"Au {in_full(said.measured_on)}", "Heures"),
            (
                ("Attendues, d'après le calendrier du marché", str(said.expected)),
                ("Validées et comptées", str(said.counted)),
                *_settled(said),
                ("Qui manquent", str(said.lacking)),
            ),
        ),
    )


def _settled(said: Shortage) -> tuple[tuple[str, str], ...]:
    return (("Réglées par une décision", str(said.settled)),) if said.settled else ()


def texts_in(said: Shortage) -> tuple[Section, ...]:
    if not said.articles:
        return ()
    return (section("Les textes", Listing(said.articles)),)


def computation(found: Reckoning) -> tuple[Listing, str]:
    """To be done again by anybody, from the same figures."""
    return (
        Listing(found.lines),
        f"Ce calcul suit la version {found.version} de la règle publiée par la plateforme ; "
        "les données en sont conservées, il peut être refait à tout moment.",
    )
