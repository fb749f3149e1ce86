"""Where the clause departs from its CCAG: each departure must be listed to take effect.

Source: Code de la commande publique R2112-2 and the CCAG of 2021.
"""

from perenne.rules.legal_bases import LegalBasis
from perenne.rules.wording.plan import Topic, article
from perenne.rules.wording.terms import ClauseTerms, Globalisation, Publics
from perenne.rules.wording.vocabulary import in_general_terms


def departures(terms: ClauseTerms) -> tuple[str, ...]:
    """The article of the clause, what it changes, the article of the CCAG; none without CCAG."""
    if terms.ccag is None:
        return ()
    return (*_on_publics(terms), *_on_globalisation(terms))


def _on_publics(terms: ClauseTerms) -> tuple[str, ...]:
    is_reserved = terms.basis is LegalBasis.RESERVED_INCLUSION
    if is_reserved or terms.publics is Publics.OPEN_LIST:
        return ()
    return (_departs(terms, Topic.PUBLICS, 1, "la liste des publics éligibles est limitée"),)


ON_GLOBALISATION = {
    Globalisation.REFUSED: "la globalisation des heures est exclue",
    Globalisation.CASE_BY_CASE: (
        "la globalisation des heures est soumise à l’accord préalable de l’acheteur"
    ),
    Globalisation.CAPPED: "la globalisation des heures est limitée à une part du volume",
}


def _on_globalisation(terms: ClauseTerms) -> tuple[str, ...]:
    if terms.globalisation is Globalisation.ACCEPTED:
        return ()
    return (_departs(terms, Topic.GLOBALISATION, 3, ON_GLOBALISATION[terms.globalisation]),)


def _departs(terms: ClauseTerms, topic: Topic, point: int, what: str) -> str:
    return f"l’{article(terms, topic)} : {what}{in_general_terms(terms, point)}"
