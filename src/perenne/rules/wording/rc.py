"""What the rules of the consultation (RC) say of the clause to the tenderers."""

from perenne.rules.criterion import Scoring
from perenne.rules.french import listed
from perenne.rules.law import Confidence, cites
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import CONDITION, CRITERION, IRREGULAR_TENDER, RESERVED_SHARE
from perenne.rules.wording.articles import duty, founding, of_articles
from perenne.rules.wording.ccap_execution import contact
from perenne.rules.wording.pieces import (
    Grid,
    Paragraph,
    Piece,
    PieceCode,
    Section,
    listing,
    section,
)
from perenne.rules.wording.plan import Topic, article_elsewhere
from perenne.rules.wording.terms import ClauseTerms, Regime
from perenne.rules.wording.vigilance import points, unusual_weight
from perenne.rules.wording.vocabulary import (
    ANNEX,
    FRAME,
    TO_FILL,
    identified,
    owed,
    structures,
    the_contract,
    workers,
)


@cites(
    CONDITION,
    IRREGULAR_TENDER,
    CRITERION,
    RESERVED_SHARE,
    says="Que dit le règlement de la consultation ?",
    confidence=Confidence.LIKELY,
)
def wording(terms: ClauseTerms, *, practice: Practice = USUAL) -> Piece:
    """Presence of the clause, reservation or criterion, what to hand in, whom to ask."""
    return Piece(
        PieceCode.RC,
        "Règlement de la consultation – Clause sociale d’insertion",
        (
            section("Présence d’une clause d’insertion", *_presence(terms)),
            *_particular(terms),
            section("Ce que le candidat remet", *_handed_in(terms)),
            section("Renseignements sur la clause", *_questions(terms)),
        ),
        (*points(PieceCode.RC, terms), *unusual_weight(terms, practice)),
    )


def _presence(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    answer = (
        (
            "Elle est la condition sociale ou relative à l’emploi que l’acheteur prévoit en "
            f"application {of_articles(duty(terms))}.",
        )
        if duty(terms)
        else ()
    )
    return (
        f"Le {identified(terms)} comporte une clause sociale d’insertion{_on(terms)}. "
        f"Le titulaire réalise {owed(terms)}. Les "
        f"stipulations complètes figurent à l’{article_elsewhere(terms)}.",
        *answer,
    )


def _on(terms: ClauseTerms) -> str:
    if terms.basis is LegalBasis.SUBJECT_MATTER:
        return ", qui en est l’objet même"
    is_condition = terms.basis in {
        LegalBasis.PERFORMANCE_CONDITION,
        LegalBasis.CONDITION_AND_CRITERION,
    }
    if is_condition and terms.regime is not Regime.PRIVATE:
        return f", condition d’exécution prise en application {of_articles(founding(terms)[:1])}"
    return ""


def _particular(terms: ClauseTerms) -> tuple[Section, ...]:
    match terms.basis:
        case LegalBasis.CONDITION_AND_CRITERION:
            return (_criterion(terms),)
        case LegalBasis.RESERVED_INCLUSION:
            return (_reservation(terms),)
        case LegalBasis.RESERVED_SOCIAL_ECONOMY:
            return (_social_economy(terms),)
        case LegalBasis.SUBJECT_MATTER:
            return (_subject_matter(terms),)
        case _:
            return ()


def _criterion(terms: ClauseTerms) -> Section:
    weight = str(terms.criterion_weight or TO_FILL)
    return section(
        "Critère d’attribution relatif à l’insertion",
        f"L’action d’insertion proposée est appréciée au titre d’un critère pondéré à {weight}, "
        f"en application {of_articles(founding(terms)[1:])}. Elle est notée d’après la seule "
        f"annexe « {ANNEX} », au regard de l’exécution du présent {the_contract(terms)}.",
        Grid(
            ("Élément d’appréciation", "Ce qui est regardé", "Points"),
            tuple(
                (entry.title, entry.row.looked_at, f"{entry.points} sur 100")
                for entry in terms.criterion.entries
            ),
            "Appréciation du critère d’insertion",
        ),
        "Chaque élément est noté de la même façon pour toutes les offres :",
        listing(
            *(
                f"{scoring.label.lower()[0]}{scoring.label[1:]} ({listed(titles)})"
                for scoring, titles in _by_scoring(terms).items()
            )
        ),
        f"Le cadre de réponse « {FRAME} » pose les mêmes questions à tous les candidats.",
        "Le volume et les moyens proposés par l’attributaire deviennent contractuels.",
    )


def _by_scoring(terms: ClauseTerms) -> dict[Scoring, list[str]]:
    found: dict[Scoring, list[str]] = {}
    for entry in terms.criterion.entries:
        found.setdefault(entry.row.scoring, []).append(entry.title.lower())
    return found


def _reservation(terms: ClauseTerms) -> Section:
    sources = founding(terms)
    ground = f", en application {of_articles(sources)}" if sources else ""
    return section(
        "Contrat réservé",
        f"La participation est réservée {structures(terms)}{ground}. Le candidat emploie au moins "
        f"50 % de {workers(terms)}.",
        "Il le justifie dans sa candidature par son conventionnement, son agrément ou son contrat "
        "d’objectifs, ou, pour une structure équivalente, par tout moyen de preuve. En cas de "
        "groupement, chaque membre remplit cette condition.",
    )


def _social_economy(terms: ClauseTerms) -> Section:
    return section(
        "Contrat réservé à l’économie sociale et solidaire",
        "La participation est réservée aux entreprises de l’économie sociale et solidaire "
        "définies à l’article 1er de la loi n° 2014-856 du 31 juillet 2014 et aux structures "
        f"équivalentes, en application {of_articles(founding(terms))}. Le candidat le justifie par "
        "ses statuts ou son agrément, et déclare ne pas avoir été titulaire d’un tel "
        f"{the_contract(terms)} du même acheteur au cours des 3 années précédentes.",
    )


def _subject_matter(terms: ClauseTerms) -> Section:
    return section(
        "Objet de la consultation",
        f"Le {the_contract(terms)} est un {the_contract(terms)} de services d’insertion et de "
        "qualification professionnelles, passé selon une procédure adaptée en application "
        f"{of_articles(founding(terms)[1:])}. Le candidat décrit les parcours d’insertion qu’il "
        "propose, puis l’activité support.",
    )


def _handed_in(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    if terms.basis is LegalBasis.CONDITION_AND_CRITERION:
        use = "Elle sert à noter le critère d’insertion."
    else:
        use = "Elle n’est pas notée."
    refusal = (
        "Une offre qui refuse la clause ou la subordonne à des réserves ne répond pas aux "
        "exigences de la consultation."
        if terms.regime is Regime.PRIVATE
        else "Une offre qui refuse la clause ou l’assortit de réserves est irrégulière"
        + (
            f" au sens {of_articles([IRREGULAR_TENDER])}."
            if terms.regime is Regime.PUBLIC_CONTRACT
            else "."
        )
    )
    return (
        f"Le candidat complète et signe l’annexe « {ANNEX} ». {use}",
        f"{refusal} La clause ne peut pas faire l’objet d’une variante.",
    )


def _questions(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    return (
        "Avant de remettre leur offre, les candidats peuvent interroger le facilitateur sur les "
        "publics, les structures et les modalités d’embauche "
        f"({article_elsewhere(terms, Topic.WAYS)}).",
        *contact(terms),
        "Le facilitateur donne la même information à tous et n’intervient pas dans le choix de "
        "l’offre. Les questions sur la consultation sont posées à l’acheteur, selon les modalités "
        "du présent règlement.",
    )
