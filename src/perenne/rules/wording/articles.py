"""The articles on which a clause stands, by law of the contract and by legal basis.

Sources: partie législative et réglementaire of the Code de la commande publique, read in
November 2026. L2112-2-1, L3114-2-1 and R3113-1 are likely numbers, said in the points of
vigilance of the RC.
"""

from collections.abc import Iterable, Mapping

from perenne.rules.law import Source
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.wording.terms import ClauseTerms, Regime, ReservedTo


def _code(*articles: str) -> tuple[Source, ...]:
    return tuple(Source("code de la commande publique", article) for article in articles)


CIVIL = (Source("code civil", "1103"),)
PENALTY_CLAUSE = (Source("code civil", "1231-5"),)
IRREGULAR_TENDER = _code("L2152-2")
DUTY: Mapping[Regime, tuple[Source, ...]] = {
    Regime.PUBLIC_CONTRACT: _code("L2112-2-1"),
    Regime.CONCESSION: _code("L3114-2-1"),
}
BASES: Mapping[tuple[Regime, LegalBasis], tuple[Source, ...]] = {
    (Regime.PUBLIC_CONTRACT, LegalBasis.PERFORMANCE_CONDITION): _code("L2112-2"),
    (Regime.PUBLIC_CONTRACT, LegalBasis.CONDITION_AND_CRITERION): _code(
        "L2112-2", "L2152-7", "R2152-7"
    ),
    (Regime.PUBLIC_CONTRACT, LegalBasis.SUBJECT_MATTER): _code("L2111-1", "L2123-1", "R2123-1"),
    (Regime.PUBLIC_CONTRACT, LegalBasis.RESERVED_SOCIAL_ECONOMY): _code("L2113-15", "L2113-16"),
    (Regime.CONCESSION, LegalBasis.PERFORMANCE_CONDITION): _code("L3114-2"),
    (Regime.CONCESSION, LegalBasis.CONDITION_AND_CRITERION): _code("L3114-2", "L3124-5", "R3124-4"),
    (Regime.PRIVATE, LegalBasis.PERFORMANCE_CONDITION): CIVIL,
}
RESERVATIONS: Mapping[tuple[Regime, ReservedTo], tuple[Source, ...]] = {
    (Regime.PUBLIC_CONTRACT, ReservedTo.DISABILITY): _code("L2113-12", "R2113-7"),
    (Regime.PUBLIC_CONTRACT, ReservedTo.INCLUSION): _code("L2113-13", "R2113-7"),
    (Regime.PUBLIC_CONTRACT, ReservedTo.DISABILITY_AND_INCLUSION): _code(
        "L2113-12", "L2113-13", "L2113-14", "R2113-7"
    ),
    (Regime.PUBLIC_CONTRACT, ReservedTo.PRISON): _code("L2113-13-1", "R2113-7"),
    (Regime.CONCESSION, ReservedTo.DISABILITY): _code("L3113-1", "R3113-1"),
    (Regime.CONCESSION, ReservedTo.INCLUSION): _code("L3113-2", "R3113-1"),
    (Regime.CONCESSION, ReservedTo.DISABILITY_AND_INCLUSION): _code(
        "L3113-1", "L3113-2", "L3113-3", "R3113-1"
    ),
    (Regime.CONCESSION, ReservedTo.PRISON): _code("L3113-2-1", "R3113-1"),
}


def founding(terms: ClauseTerms) -> tuple[Source, ...]:
    """The articles of the basis chosen; none while the reservation is not chosen."""
    if terms.basis is LegalBasis.RESERVED_INCLUSION:
        if terms.reserved_to is None:
            return ()
        return RESERVATIONS[terms.regime, terms.reserved_to]
    return BASES[terms.regime, terms.basis]


def duty(terms: ClauseTerms) -> tuple[Source, ...]:
    """The article that asks for a social or employment condition, when it applies."""
    return DUTY.get(terms.regime, ()) if terms.duty_applies else ()


def of_articles(sources: Iterable[Source]) -> str:
    """« de l’article L. 2112-2 du code… » or « des articles … et … du code… »."""
    return _joined(tuple(sources), "de l’article", "des articles")


def at_articles(sources: Iterable[Source]) -> str:
    """« à l’article … » or « aux articles … »."""
    return _joined(tuple(sources), "à l’article", "aux articles")


def _joined(sources: tuple[Source, ...], one: str, many: str) -> str:
    *firsts, last = (_spaced(source.article) for source in sources)
    if not firsts:
        return f"{one} {last} du {sources[0].text}"
    return f"{many} {', '.join(firsts)} et {last} du {sources[0].text}"


def _spaced(article: str) -> str:
    """L2112-2 is printed L. 2112-2, as the codes do."""
    return f"{article[0]}. {article[1:]}" if article[0] in "LRD" else article
