"""How public figures are written: the same hours, the same mark, the same reason everywhere."""

from perenne.domain.assessments.queries.statistics import StatisticsCard, StatisticsFigure
from perenne.rules.french import NARROW, WIDE

HIDDEN = "s."
NOTE = (
    "s. : secret statistique. Les heures et les personnes sont tues quand la case porte sur moins "
    "de 11 personnes ou de 3 entreprises, quand une seule entreprise en fait plus de 85 %, ou "
    "quand la case permettrait d’en recalculer une autre. La marque est la même dans tous les "
    "cas : dire lequel trahirait ce qui est tu. Dans le tableau croisé, un tiret est une case tue, "
    "ou sans aucune heure."
)
LICENCE = "Licence Ouverte 2.0 (Etalab)"
LICENCE_URL = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
FIELDS = (
    ("edition", "Trimestre de l’édition, par exemple 2026-T3"),
    ("publie_le", "Jour de la publication (AAAA-MM-JJ)"),
    ("arrete_le", "Dernier jour dont les validations sont comptées (AAAA-MM-JJ)"),
    ("periode", "Trimestre ou année sur laquelle porte la ligne"),
    ("tableau", "total, segment, epci, sex, age, family ou segment_epci"),
    ("code_1", "Code de la ligne dans le tableau ; ? quand il n’est pas renseigné"),
    ("libelle_1", "Ce que ce code veut dire"),
    ("code_2", "Second code d’un tableau croisé, vide ailleurs"),
    ("libelle_2", "Ce que ce second code veut dire"),
    ("minutes", "Temps compté sur les engagements, en minutes ; vide quand il est tu"),
    ("personnes", "Personnes distinctes, comptées une fois par tableau ; vide quand c’est tu"),
    ("secret", "1 quand la case est tue par secret statistique, sinon 0"),
)


def hours_said(minutes: int | None) -> str:
    """In whole hours, rounded."""
    if minutes is None:
        return HIDDEN
    return f"{(minutes + 30) // 60:,}".replace(",", NARROW)


def persons_said(persons: int | None) -> str:
    return HIDDEN if persons is None else f"{persons:,}".replace(",", NARROW)


def period_said(period: str) -> str:
    """« 3e trimestre 2026 », « année 2026 »."""
    year, _, number = period.partition("-T")
    if not number:
        return f"année{WIDE}{year}"
    return f"{number}{'er' if number == '1' else 'e'} trimestre{WIDE}{year}"


def records(editions: tuple[StatisticsCard, ...]) -> list[tuple[str | int, ...]]:
    """One a figure, in the order of `FIELDS`; the last edition first."""
    return [_record(edition, one) for edition in editions for one in edition.figures]


def _record(edition: StatisticsCard, one: StatisticsFigure) -> tuple[str | int, ...]:
    codes, labels = (*one.codes, "", ""), (*one.labels, "", "")
    return (
        edition.quarter, f"{edition.made_on:%Y-%m-%d}", f"{edition.until:%Y-%m-%d}", one.period,
        one.table, codes[0], labels[0], codes[1], labels[1],
        "" if one.minutes is None else one.minutes,
        "" if one.persons is None else one.persons,
        int(one.is_hidden),
    )  # fmt: skip
