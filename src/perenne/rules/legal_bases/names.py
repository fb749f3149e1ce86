"""The five possibilities: their names, their articles, what each entails.

Sources: L2112-2 to L2113-16 and R2123-1 for public contracts, L3113-1 to L3124-5 for concessions,
the Code civil for private contracts; the schema of the essential data (DECP 2.0.3) and eForms.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from perenne.rules import texts
from perenne.rules.law import Confidence, Source, Table, cites
from perenne.rules.legal_bases.regimes import Regime


class LegalBasis(StrEnum):
    """The devices on which a clause may stand."""

    PERFORMANCE_CONDITION = "performance_condition"
    CONDITION_AND_CRITERION = "condition_and_criterion"
    SUBJECT_MATTER = "subject_matter"
    RESERVED_INCLUSION = "reserved_inclusion"
    RESERVED_SOCIAL_ECONOMY = "reserved_social_economy"

    @property
    def label(self) -> str:
        return LEGAL_BASES[self].label

    @property
    def articles(self) -> tuple[Source, ...]:
        """The texts of a public contract; concessions and private contracts have their own."""
        return LEGAL_BASES[self].of_contracts


class Scored(StrEnum):
    """Whether insertion is noted when tenders are compared."""

    NEVER = "never"
    ALWAYS = "always"
    IF_A_CRITERION = "if_a_criterion"

    @property
    def label(self) -> str:
        return SCORED_LABELS[self]


SCORED_LABELS = {
    Scored.NEVER: "Non : l’offre qui la refuse est irrégulière",
    Scored.ALWAYS: "Oui, selon la pondération annoncée",
    Scored.IF_A_CRITERION: "Oui, si un critère d’insertion est annoncé",
}


@dataclass(frozen=True, slots=True)
class Possibility:
    """No article for a concession or a private contract: it does not exist there.

    `followed`: hours must be followed, else they may be. `essential`: the values of the DECP.
    `reserved_code`: eForms BT-71.
    """

    code: LegalBasis
    label: str
    of_contracts: tuple[Source, ...]
    of_concessions: tuple[Source, ...]
    scored: Scored
    essential: tuple[str, ...]
    of_private: tuple[Source, ...] = ()
    followed: bool = True
    reserved_code: str = "none"
    confidence: Confidence = Confidence.SURE

    @property
    def source(self) -> Source:
        return self.of_contracts[0]

    def articles_under(self, regime: Regime) -> tuple[Source, ...]:
        return {
            Regime.PUBLIC_CONTRACT: self.of_contracts,
            Regime.CONCESSION: self.of_concessions,
            Regime.PRIVATE: self.of_private,
        }[regime]


LEGAL_BASES = Table(
    "legal_bases",
    "Les cinq possibilités d’une clause sociale",
    (
        Possibility(
            LegalBasis.PERFORMANCE_CONDITION,
            "Condition d’exécution",
            (texts.CONDITION,),
            (texts.CONCESSION_CONDITION,),
            Scored.NEVER,
            ("Clause sociale",),
            of_private=(texts.PRIVATE_CONTRACT, texts.PRIVATE_PENALTY),
        ),
        Possibility(
            LegalBasis.CONDITION_AND_CRITERION,
            "Condition d’exécution et critère d’attribution",
            (texts.CONDITION, texts.CRITERION, texts.CRITERION_LIST),
            (texts.CONCESSION_CONDITION, texts.CONCESSION_CRITERION),
            Scored.ALWAYS,
            ("Clause sociale", "Critère social"),
        ),
        Possibility(
            LegalBasis.SUBJECT_MATTER,
            "Marché de services d’insertion et de qualification",
            (texts.NEEDS, texts.SOCIAL_SERVICES),
            (),
            Scored.IF_A_CRITERION,
            ("Clause sociale",),
            confidence=Confidence.LIKELY,
        ),
        Possibility(
            LegalBasis.RESERVED_INCLUSION,
            "Marché ou lot réservé à l’insertion et au handicap",
            (
                texts.RESERVED_DISABLED,
                texts.RESERVED_INCLUSION,
                texts.RESERVED_BOTH,
                texts.RESERVED_SHARE,
            ),
            (texts.CONCESSION_RESERVED,),
            Scored.IF_A_CRITERION,
            ("Marché réservé",),
            reserved_code="res-ws",
        ),
        Possibility(
            LegalBasis.RESERVED_SOCIAL_ECONOMY,
            "Marché réservé à l’économie sociale et solidaire",
            (texts.RESERVED_ESS, texts.RESERVED_ESS_LIMITS),
            (),
            Scored.IF_A_CRITERION,
            ("Marché réservé",),
            followed=False,
            reserved_code="res-pub-ser",
            confidence=Confidence.LIKELY,
        ),
    ),
)


@cites(
    texts.CONDITION,
    texts.CONCESSION_CONDITION,
    texts.PRIVATE_CONTRACT,
    says="Sur quels articles cette possibilité se fonde-t-elle pour ce contrat ?",
    confidence=Confidence.LIKELY,
)
def founding_articles(basis: LegalBasis, regime: Regime) -> tuple[Source, ...]:
    """None when the possibility does not exist under this regime."""
    return LEGAL_BASES[basis].articles_under(regime)


@cites(
    texts.ESSENTIAL_DATA,
    says="Quelle valeur porter dans les données essentielles ?",
    confidence=Confidence.LIKELY,
)
def essential_data(basis: LegalBasis | None, regime: Regime) -> tuple[str, ...]:
    """The values of « considérations sociales »; none for a private contract, never published."""
    if regime is Regime.PRIVATE:
        return ()
    if basis is None:
        return ("Pas de considération sociale",)
    values = LEGAL_BASES[basis].essential
    if regime is Regime.CONCESSION:
        return tuple(value.replace("Marché réservé", "Concession réservée") for value in values)
    return values
