"""The articles on which a clause stands, as its pieces print them.

L2112-2-1, L3114-2-1 and R3113-1 are likely numbers, said in the points of vigilance of the RC.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from perenne.rules.law import Source
from perenne.rules.legal_bases import RESERVATIONS, LegalBasis, founding_articles
from perenne.rules.texts import ADAPTED_PROCEDURE, CONCESSION_DUTY, DUTY, PRIVATE_CONTRACT
from perenne.rules.wording.terms import ClauseTerms, Regime

DUTIES: Mapping[Regime, Source] = {
    Regime.PUBLIC_CONTRACT: DUTY,
    Regime.CONCESSION: CONCESSION_DUTY,
}


def founding(terms: ClauseTerms) -> tuple[Source, ...]:
    """The articles of the basis chosen; none while the reservation is not chosen."""
    if terms.regime is Regime.PRIVATE:
        return (PRIVATE_CONTRACT,)
    if terms.basis is LegalBasis.RESERVED_INCLUSION:
        return _reserving(terms)
    articles = founding_articles(terms.basis, terms.regime)
    if terms.basis is LegalBasis.SUBJECT_MATTER:
        return (*articles, ADAPTED_PROCEDURE)
    return articles


def _reserving(terms: ClauseTerms) -> tuple[Source, ...]:
    if terms.reserved_to is None:
        return ()
    row = RESERVATIONS[terms.reserved_to]
    return row.of_concessions if terms.regime is Regime.CONCESSION else row.of_contracts


def duty(terms: ClauseTerms) -> tuple[Source, ...]:
    """The article that asks for a social or employment condition, when it applies."""
    if not terms.duty_applies or terms.regime not in DUTIES:
        return ()
    return (DUTIES[terms.regime],)


def of_articles(sources: Iterable[Source]) -> str:
    """« de l’article L. 2112-2 du code… » or « des articles … et … du code… »."""
    return _joined(tuple(sources), "de l’article", "des articles")


def at_articles(sources: Iterable[Source]) -> str:
    """« à l’article … » or « aux articles … »."""
    return _joined(tuple(sources), "à l’article", "aux articles")


def _joined(sources: tuple[Source, ...], one: str, many: str) -> str:
    numbers = sorted((number for source in sources for number in _numbers(source)), key=_place)
    *firsts, last = map(_spaced, numbers)
    code = f"{sources[0].text[0].lower()}{sources[0].text[1:]}"
    if not firsts:
        return f"{one} {last} du {code}"
    return f"{many} {', '.join(firsts)} et {last} du {code}"


def _numbers(source: Source) -> Iterator[str]:
    """« article R2123-1, 3° » is printed R2123-1; one source may name two articles."""
    for article in source.article.removeprefix("article ").split(" et "):
        yield article.partition(",")[0]


def _place(number: str) -> tuple[str, list[int]]:
    """The order of a code: laws before decrees, then by number."""
    return number[0], [int(part) for part in re.findall(r"\d+", number)]


def _spaced(article: str) -> str:
    """L2112-2 is printed L. 2112-2, as the codes do."""
    return f"{article[0]}. {article[1:]}" if article[0] in "LRD" else article
