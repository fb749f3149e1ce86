"""The ways in: one address for each kind of organisation, and what it says of itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from perenne.domain.organisations.states import CHECKED, PrescriberKind, StructureKind
from perenne.kit.actors import Role
from perenne.rules.needs import BuyerKind

Choices = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Way:
    """A kind of organisation at the door."""

    role: Role
    slug: str
    title: str
    words: str
    question: str = ""
    """What is asked to tell its sub-kinds apart; "" when there is none."""
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def is_checked(self) -> bool:
        return self.role in CHECKED


def _said(
    kinds: Iterable[BuyerKind | StructureKind | PrescriberKind],
) -> tuple[tuple[str, str], ...]:
    return tuple((kind.value, kind.label) for kind in kinds)


WAYS = (
    Way(
        Role.BUYER,
        "acheteur",
        "Acheteur",
        "Collectivité, bailleur, hôpital, État, acheteur privé : vous prévoyez des marchés.",
        "Quel acheteur êtes-vous ?",
        _said(BuyerKind),
    ),
    Way(
        Role.COMPANY,
        "entreprise",
        "Entreprise",
        "Vous répondez à des marchés qui portent une clause sociale, ou vous les exécutez.",
    ),
    Way(
        Role.INCLUSION_STRUCTURE,
        "structure",
        "Structure d’insertion",
        "SIAE, GEIQ, entreprise adaptée, ESAT, autre structure de l’économie sociale.",
        "Quelle structure êtes-vous ?",
        _said(StructureKind),
    ),
    Way(
        Role.PRESCRIBER,
        "prescripteur",
        "Prescripteur",
        "France Travail, mission locale, Cap emploi, PLIE, département, CCAS, SPIP.",
        "Quel prescripteur êtes-vous ?",
        _said(PrescriberKind),
    ),
    Way(
        Role.FACILITATOR,
        "facilitateur",
        "Facilitateur",
        "Vous conseillez les acheteurs et suivez les clauses sur un territoire.",
    ),
)
BY_SLUG = {way.slug: way for way in WAYS}
BY_ROLE = {way.role: way for way in WAYS}


def grouped() -> list[tuple[str, Choices]]:
    """Every kind and sub-kind in one list, for a form that asks once: « buyer:state »."""
    return [
        (
            way.title,
            [(f"{way.role}:{code}", label) for code, label in way.choices]
            or [(f"{way.role}:", way.title)],
        )
        for way in WAYS
    ]


def parted(chosen: str) -> tuple[Role, str]:
    """« buyer:state » → the role and the sub-kind."""
    role, _, sub_kind = chosen.partition(":")
    return Role(role), sub_kind
