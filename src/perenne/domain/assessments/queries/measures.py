"""Every figure of a bilan, with its definition in French and where it comes from: as data.

Pages print it, exports carry it, the proof recomputes it.
"""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """In minutes, in persons, a number, in basis points, in cents."""

    HOURS = "hours"
    PERSONS = "persons"
    COUNT = "count"
    SHARE = "share"
    EUROS = "euros"


class Family(StrEnum):
    VOLUME = "volume"
    PERSONS = "persons"
    QUALITY = "quality"
    CONTRACTS = "contracts"

    @property
    def label(self) -> str:
        return {
            Family.VOLUME: "Heures",
            Family.PERSONS: "Personnes",
            Family.QUALITY: "Qualité et diversité",
            Family.CONTRACTS: "Marchés et suites",
        }[self]


@dataclass(frozen=True, slots=True)
class Definition:
    code: str
    label: str
    unit: Unit
    family: Family
    meaning: str
    source: str


LEDGER = "Relevés validés et registre des heures de Pérenne"
CLAUSES = "Engagements et leurs marchés (avenants, reconductions, commandes, factures)"
HIRINGS = "Contrats de travail vérifiés par le facilitateur"
FILES = "Fiche de la personne et demande d’éligibilité"
VOLUME, PERSONS, QUALITY, CONTRACTS = Family

MEASURES = {
    one.code: one
    for one in (
        Definition(
            "hours_due", "Heures dues", Unit.HOURS, VOLUME,
            "Heures demandées, pour toute leur durée, par les engagements en cours pendant la "
            "période, telles que les marchés les fixent à la date du bilan ; pour une entreprise, "
            "la part qu’elle porte.", CLAUSES,
        ),
        Definition(
            "hours_done", "Heures réalisées", Unit.HOURS, VOLUME,
            "Heures travaillées pendant la période et comptées sur les engagements, au mois où "
            "elles ont été travaillées, corrections comprises.", LEDGER,
        ),
        Definition(
            "hours_globalised_in", "dont reçues par globalisation", Unit.HOURS, VOLUME,
            "Part des heures réalisées qui ont été travaillées pour un autre engagement.", LEDGER,
        ),
        Definition(
            "hours_globalised_out", "Heures données par globalisation", Unit.HOURS, VOLUME,
            "Heures travaillées pour ces engagements et comptées sur un autre.", LEDGER,
        ),
        Definition(
            "hours_worked", "Heures travaillées", Unit.HOURS, VOLUME,
            "Heures validées, travaillées pour ces engagements, qu’elles y comptent ou non.",
            LEDGER,
        ),
        Definition(
            "done_share", "Avancement", Unit.SHARE, VOLUME,
            "Heures comptées depuis le début sur les engagements en cours pendant la période, "
            "rapportées à tout ce qu’ils doivent, même pour une entreprise qui n’en porte qu’une "
            "part.", f"{CLAUSES} ; {LEDGER}",
        ),
        Definition(
            "persons", "Personnes", Unit.PERSONS, PERSONS,
            "Personnes différentes dont des heures sont validées pour ces engagements ou comptées "
            "sur eux ; chacune compte une fois, quel que soit le nombre de ses contrats.", LEDGER,
        ),
        Definition(
            "women", "dont femmes", Unit.PERSONS, PERSONS,
            "Personnes dont la fiche dit « femme ».", FILES,
        ),
        Definition(
            "under_26", "dont moins de 26 ans", Unit.PERSONS, PERSONS,
            "Âge le premier jour d’un de leurs contrats de travail.", FILES,
        ),
        Definition(
            "over_50", "dont plus de 50 ans", Unit.PERSONS, PERSONS,
            "51 ans révolus le premier jour d’un de leurs contrats de travail.", FILES,
        ),
        Definition(
            "qpv", "dont habitants d’un quartier prioritaire", Unit.PERSONS, PERSONS,
            "Résidence en QPV dite par la demande d’éligibilité, ou retenue comme motif.", FILES,
        ),
        Definition(
            "hours_per_person", "Heures par personne", Unit.HOURS, QUALITY,
            "Heures réalisées, divisées par le nombre de personnes.", LEDGER,
        ),
        Definition(
            "lasting_share", "Part des heures en contrat durable", Unit.SHARE, QUALITY,
            "Heures réalisées en CDI ou en contrat de six mois et plus (alternance comprise), "
            "rapportées aux heures réalisées.", HIRINGS,
        ),
        Definition(
            "training_hours", "Heures de formation", Unit.HOURS, QUALITY,
            "Heures travaillées déclarées en formation interne, externe ou en alternance.", LEDGER,
        ),
        Definition(
            "segments", "Segments d’achat", Unit.COUNT, QUALITY,
            "Segments, parmi les quatorze, où des heures sont réalisées.", CLAUSES,
        ),
        Definition(
            "diversification", "Diversification", Unit.SHARE, QUALITY,
            "Part des heures réalisées hors du segment d’achat qui en compte le plus.", CLAUSES,
        ),
        Definition(
            "contracts", "Marchés", Unit.COUNT, CONTRACTS,
            "Marchés dont un engagement est en cours pendant la période.", CLAUSES,
        ),
        Definition(
            "commitments", "Engagements", Unit.COUNT, CONTRACTS,
            "Engagements ouverts avant la fin de la période et non clos avant son début.", CLAUSES,
        ),
        Definition(
            "compliance_share", "Engagements tenus", Unit.SHARE, CONTRACTS,
            "Parmi les engagements clos pendant la période, part de ceux qui ont toutes leurs "
            "heures.", f"{CLAUSES} ; {LEDGER}",
        ),
        Definition(
            "penalties_cents", "Pénalités décidées", Unit.EUROS, CONTRACTS,
            "Montant des pénalités décidées par les acheteurs pendant la période.",
            "Décisions des acheteurs",
        ),
        Definition(
            "structures", "Structures d’insertion", Unit.COUNT, CONTRACTS,
            "Structures différentes (SIRET) qui ont employé ces personnes.", HIRINGS,
        ),
        Definition(
            "exits", "Sorties", Unit.COUNT, PERSONS,
            "Sorties notées pendant la période, de personnes qui avaient travaillé pour ces "
            "engagements.", "Suivi des sorties",
        ),
        Definition(
            "exits_to_work", "dont vers l’emploi", Unit.COUNT, PERSONS,
            "CDI, CDD, intérim, alternance ou création d’activité ; les contrats aidés ou en "
            "insertion n’en sont pas.", "Suivi des sorties",
        ),
    )
}  # fmt: skip
SENSITIVE = frozenset({"public", "qpv", "diploma", "exit"})
"""What is told of persons only when enough of them stand behind, unless one works with them."""
