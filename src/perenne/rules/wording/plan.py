"""The articles of the clause in the CCAP and their numbers: every reference is made here."""

from enum import StrEnum

from perenne.rules.wording.terms import ClauseTerms
from perenne.rules.wording.vocabulary import WORDS


class Topic(StrEnum):
    """What the clause settles, in its order, with the heading of each article."""

    PERIMETER = "Périmètre de l’action d’insertion"
    VOLUME = "Volume à la charge du titulaire"
    PUBLICS = "Publics éligibles"
    ELIGIBILITY = "Vérification de l’éligibilité avant l’embauche"
    WAYS = "Modalités de réalisation"
    QUALITY = "Qualité de l’insertion"
    COUNTING = "Heures comptées"
    GLOBALISATION = "Globalisation des heures"
    FACILITATOR = "Facilitateur"
    FOLLOW_UP = "Suivi de l’exécution"
    SHARING = "Groupement et sous-traitance"
    DIFFICULTY = "Difficultés d’exécution"
    PENALTIES = "Pénalités"
    PERSONAL_DATA = "Protection des données personnelles"
    FINAL_REVIEW = "Bilan final"
    DEROGATIONS = "Dérogations au CCAG"


def topics(terms: ClauseTerms) -> tuple[Topic, ...]:
    """The articles of this clause; no derogation without CCAG, no quality unless it is asked."""
    left_out = {
        Topic.DEROGATIONS: terms.ccag is None,
        Topic.QUALITY: not any(terms.requirements.values()),
    }
    return tuple(topic for topic in Topic if not left_out.get(topic))


def number(terms: ClauseTerms, topic: Topic) -> str:
    """ValueError when the clause has no such article."""
    return f"{terms.ccap_article}.{topics(terms).index(topic) + 1}"


def article(terms: ClauseTerms, topic: Topic) -> str:
    """Inside the clause itself: « article 10.4 »."""
    return f"article {number(terms, topic)}"


def article_elsewhere(terms: ClauseTerms, topic: Topic | None = None) -> str:
    """From another document: « article 10 du CCAP », « article 10.4 du CCAP »."""
    figure = number(terms, topic) if topic else terms.ccap_article
    return f"article {figure} du {WORDS[terms.regime].terms_document}"
