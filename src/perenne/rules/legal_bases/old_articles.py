"""The article numbers met in old files, and the possibility that each one is today.

Sources: code des marchés publics of 2006 (1 September 2006 to 31 March 2016) and ordonnance
n° 2015-899 (1 April 2016 to 31 March 2019). Their numbers do not meet, so that a number is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, Source, Table, cites
from perenne.rules.legal_bases.names import LegalBasis
from perenne.rules.texts import OLD_CODE, OLD_ORDER
from perenne.values import Period, fold

CODE_OF_2006 = Period(date(2006, 9, 1), date(2016, 4, 1))
ORDER_OF_2015 = Period(date(2016, 4, 1), date(2019, 4, 1))


@dataclass(frozen=True, slots=True)
class OldArticle:
    """`basis`: None for a text that is no possibility by itself."""

    code: str
    label: str
    articles: frozenset[int]
    basis: LegalBasis | None
    in_force: Period
    source: Source
    confidence: Confidence = Confidence.SURE


TEXTS = {2006: (CODE_OF_2006, OLD_CODE), 2015: (ORDER_OF_2015, OLD_ORDER)}


def _row(
    year: int,
    articles: tuple[int, ...],
    label: str,
    basis: LegalBasis | None,
    confidence: Confidence = Confidence.SURE,
) -> OldArticle:
    code = f"{year}-{'+'.join(map(str, articles))}"
    return OldArticle(code, label, frozenset(articles), basis, *TEXTS[year], confidence)


OLD_ARTICLES = Table(
    "old_articles",
    "Numéros d’articles d’avant le Code de la commande publique",
    (
        _row(2006, (5,), "Définition des besoins", None),
        _row(2006, (14,), "Condition d’exécution", LegalBasis.PERFORMANCE_CONDITION),
        _row(
            2006,
            (14, 53),
            "Condition d’exécution et critère d’attribution",
            LegalBasis.CONDITION_AND_CRITERION,
        ),
        _row(
            2006,
            (15,),
            "Marché réservé aux entreprises adaptées et aux ESAT",
            LegalBasis.RESERVED_INCLUSION,
        ),
        _row(
            2006,
            (30,),
            "Marché de services d’insertion et de qualification",
            LegalBasis.SUBJECT_MATTER,
        ),
        _row(2006, (53,), "Critère d’attribution seul", None),
        _row(
            2015,
            (36,),
            "Marché réservé au handicap ou à l’insertion",
            LegalBasis.RESERVED_INCLUSION,
        ),
        _row(
            2015,
            (37,),
            "Marché réservé à l’économie sociale et solidaire",
            LegalBasis.RESERVED_SOCIAL_ECONOMY,
            Confidence.LIKELY,
        ),
        _row(2015, (38,), "Condition d’exécution", LegalBasis.PERFORMANCE_CONDITION),
        _row(
            2015,
            (38, 52),
            "Condition d’exécution et critère d’attribution",
            LegalBasis.CONDITION_AND_CRITERION,
            Confidence.LIKELY,
        ),
        _row(2015, (52,), "Critère d’attribution seul", None),
    ),
)


@dataclass(frozen=True, slots=True)
class OldReading:
    """The row that was read, None when there is none or several; what was understood."""

    row: OldArticle | None
    reason: str


@cites(
    OLD_CODE,
    OLD_ORDER,
    says="À quelle possibilité correspond un ancien numéro d’article ?",
    confidence=Confidence.LIKELY,
)
def read_old_article(text: str, *, on: date | None = None) -> OldReading:
    """Reads « art. 14 et 53 du CMP ». `on`: the day of the consultation, to check the number."""
    named = frozenset(_numbers(GLUED.sub(" ", fold(text))))
    rows = _most_precise([row for row in OLD_ARTICLES if row.articles <= named])
    if not rows:
        return _nothing("Aucun ancien numéro d'article n'est reconnu : indiquez la possibilité.")
    if len(rows) > 1:
        labels = " ; ".join(row.label for row in rows)
        return _nothing(f"Plusieurs possibilités sont citées ({labels}) : choisissez-en une.")
    (row,) = rows
    return OldReading(row, typeset(f"{_understood(row)}{_doubt(row, on)}"))


def _numbers(folded: str) -> Iterator[int]:
    """Those that follow « article », or that are all the text; never a part of « L. 2113-12 »."""
    words = folded.split()
    listing = all(word in BETWEEN or _is_number(word) for word in words)
    for word in words:
        if word in ARTICLE:
            listing = True
        elif listing and _is_number(word):
            yield int(word)
        elif word not in BETWEEN:
            listing = False


GLUED = re.compile(r"(?<=[a-z])(?=\d)")
ARTICLE = frozenset({"art", "arts", "article", "articles"})
NEEDS = frozenset({5})
BETWEEN = frozenset({"et", "ou", "i", "ii", "iii", "al", "alinea", "1er"})


def _is_number(word: str) -> bool:
    return word.isdigit() and len(word) <= 2


def _most_precise(rows: list[OldArticle]) -> list[OldArticle]:
    """Without those that a longer one includes; needs are told only when they stand alone."""
    precise = [row for row in rows if not any(row.articles < other.articles for other in rows)]
    return [row for row in precise if row.articles != NEEDS] or precise


def _understood(row: OldArticle) -> str:
    today = f"aujourd'hui : {row.basis.label}" if row.basis else "sans équivalent à lui seul"
    return f"{row.label} ({row.source.text}), {today}."


def _doubt(row: OldArticle, on: date | None) -> str:
    if on is None or on in row.in_force:
        return ""
    return (
        f" Ce texte valait du {in_full(row.in_force.start)} au {in_full(row.in_force.last_day)} : "
        "vérifiez la date de la consultation."
    )


def _nothing(reason: str) -> OldReading:
    return OldReading(None, typeset(reason))
