"""The words that change with the law of the contract, with the CCAG, with the figure."""

from collections.abc import Mapping
from dataclasses import dataclass

from perenne.rules.wording.general_terms import GENERAL_TERMS
from perenne.rules.wording.terms import ClauseTerms, Regime, ReservedTo
from perenne.values import Hours

ANNEX = "Engagement d’insertion"
FRAME = "Cadre de réponse au critère social"
TO_FILL = "[à compléter]"


@dataclass(frozen=True, slots=True)
class Words:
    """How the contract and its particular terms are called (all masculine)."""

    contract: str
    terms_document: str
    code: str


WORDS: Mapping[Regime, Words] = {
    Regime.PUBLIC_CONTRACT: Words("marché", "CCAP", "CCAP"),
    Regime.CONCESSION: Words("contrat", "contrat de concession", "Contrat de concession"),
    Regime.PRIVATE: Words(
        "marché", "cahier des clauses particulières", "Cahier des clauses particulières"
    ),
}


STRUCTURES: Mapping[ReservedTo, str] = {
    ReservedTo.DISABILITY: (
        "aux entreprises adaptées, aux établissements et services d’accompagnement par le "
        "travail (ESAT) et aux structures équivalentes"
    ),
    ReservedTo.INCLUSION: (
        "aux structures d’insertion par l’activité économique et aux structures équivalentes"
    ),
    ReservedTo.DISABILITY_AND_INCLUSION: (
        "aux entreprises adaptées, aux établissements et services d’accompagnement par le "
        "travail (ESAT), aux structures d’insertion par l’activité économique et aux structures "
        "équivalentes"
    ),
    ReservedTo.PRISON: (
        "aux opérateurs économiques qui emploient des personnes détenues pour produire des biens "
        "ou des services en établissement pénitentiaire"
    ),
}
EMPLOYED: Mapping[ReservedTo, str] = {
    ReservedTo.DISABILITY: "travailleurs handicapés",
    ReservedTo.INCLUSION: "travailleurs défavorisés",
    ReservedTo.DISABILITY_AND_INCLUSION: "travailleurs handicapés ou défavorisés",
    ReservedTo.PRISON: "personnes détenues",
}


def the_contract(terms: ClauseTerms) -> str:
    return WORDS[terms.regime].contract


def identified(terms: ClauseTerms) -> str:
    """« marché « … » (acheteur : … ; lot : …) », without any contraction to get wrong."""
    lot = f" ; lot : {terms.lot}" if terms.lot else ""
    return f"{the_contract(terms)} « {terms.contract} » (acheteur : {terms.buyer}{lot})"


def in_general_terms(terms: ClauseTerms, point: int | None = None) -> str:
    """« (CCAG-FCS, article 16.1.5) » after a space; no number unconfirmed, nothing without CCAG."""
    if terms.ccag is None:
        return ""
    known = GENERAL_TERMS[terms.ccag]
    if not known.is_printed:
        return f" ({known.label})"
    return f" ({known.label}, article {known.article}{f'.{point}' if point else ''})"


def spelled(hours: Hours | None) -> str:
    """Hours in full, as a contract writes them: « 2 727 heures et 30 minutes », or a blank."""
    if hours is None:
        return f"{TO_FILL} heures"
    whole, minutes = divmod(hours.minutes, 60)
    figure = f"{whole:,}".replace(",", "\u202f")
    words = f"{figure} heure{'s' if whole > 1 else ''}"
    return f"{words} et {minutes} minute{'s' if minutes > 1 else ''}" if minutes else words


def owed(terms: ClauseTerms, firm: str = "un volume minimal de") -> str:
    """« un volume minimal de 833 heures d’insertion », or so many by amount invoiced."""
    whole = spelled(terms.hours)
    if terms.scheme is None:
        return f"{firm} {whole} d’insertion".strip()
    step = spelled(terms.scheme.hours_per_step)
    return (
        f"{step} d’insertion par tranche de {terms.scheme.step} hors taxes facturés, soit environ "
        f"{whole}"
    )


def day_of_month(day: int) -> str:
    return "1er" if day == 1 else str(day)


def every_months(months: int) -> str:
    return "chaque mois" if months == 1 else f"tous les {months} mois"


def structures(terms: ClauseTerms) -> str:
    """To whom the contract is reserved, or a blank to fill."""
    return STRUCTURES[terms.reserved_to] if terms.reserved_to else f"aux structures {TO_FILL}"


def workers(terms: ClauseTerms) -> str:
    return EMPLOYED[terms.reserved_to] if terms.reserved_to else f"travailleurs {TO_FILL}"
