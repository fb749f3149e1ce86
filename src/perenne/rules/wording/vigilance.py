"""What the author of each piece must check before publishing: facts that the text cannot know."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from perenne.rules.french import typeset
from perenne.rules.law import Confidence
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.legal_bases.social_economy import ESS_LONGEST_MONTHS
from perenne.rules.penalties import Formula
from perenne.rules.practice import Practice, parameter
from perenne.rules.wording.articles import at_articles, duty
from perenne.rules.wording.departures import departures
from perenne.rules.wording.general_terms import GENERAL_TERMS
from perenne.rules.wording.pieces import PieceCode
from perenne.rules.wording.terms import (
    INSERTION_IS_THE_WORK,
    ClauseTerms,
    Publics,
    Regime,
    ReservedTo,
)
from perenne.rules.wording.vocabulary import WORDS
from perenne.values import Euros, Hours, Share

LOWEST_WEIGHT = parameter(
    "wording.lowest_weight",
    "Pondération d’un critère d’insertion sous laquelle il pèse trop peu",
    Share.percent(5),
    between=(Share.percent(1), Share.percent(10)),
)
HIGHEST_WEIGHT = parameter(
    "wording.highest_weight",
    "Pondération d’un critère d’insertion au-delà de laquelle elle est à justifier",
    Share.percent(15),
    between=(Share.percent(10), Share.percent(40)),
)


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence for the authors of some pieces, when a condition of the terms is met."""

    pieces: frozenset[PieceCode]
    applies: Callable[[ClauseTerms], bool]
    sentence: Callable[[ClauseTerms], str]


def points(code: PieceCode, terms: ClauseTerms) -> tuple[str, ...]:
    """The points of one piece, typeset, in the order of the table."""
    return tuple(
        typeset(point.sentence(terms))
        for point in POINTS
        if code in point.pieces and point.applies(terms)
    )


def unusual_weight(terms: ClauseTerms, practice: Practice) -> tuple[str, ...]:
    """One point for the RC when the weight of the criterion is out of what is usual."""
    low, high = practice.of(LOWEST_WEIGHT), practice.of(HIGHEST_WEIGHT)
    weight = terms.criterion_weight
    if not _has_criterion(terms) or weight is None or low <= weight <= high:
        return ()
    return (
        typeset(
            f"La pondération de {weight} sort de l’usage (de {low} à {high}). Assurez-vous "
            "qu’elle reste proportionnée à l’objet du contrat."
        ),
    )


def _point(
    pieces: set[PieceCode],
    applies: Callable[[ClauseTerms], bool],
    sentence: str | Callable[[ClauseTerms], str],
) -> Point:
    says = sentence if callable(sentence) else lambda terms: sentence
    return Point(frozenset(pieces), applies, says)


def _contact_is_incomplete(terms: ClauseTerms) -> bool:
    known = terms.facilitator
    return not all((known.name, known.organisation, known.email, known.phone))


def _has_criterion(terms: ClauseTerms) -> bool:
    return terms.basis is LegalBasis.CONDITION_AND_CRITERION


def _is_reserved(terms: ClauseTerms) -> bool:
    return terms.basis is LegalBasis.RESERVED_INCLUSION


def _is_fined_by_the_hour(terms: ClauseTerms) -> bool:
    fined = terms.penalty is not None and terms.penalty.formula is Formula.PER_HOUR
    return fined and terms.hours is not None


def _general_terms_unread(terms: ClauseTerms) -> bool:
    return terms.ccag is not None and GENERAL_TERMS[terms.ccag].confidence is not Confidence.SURE


def _unread_sentence(terms: ClauseTerms) -> str:
    assert terms.ccag is not None
    known = GENERAL_TERMS[terms.ccag]
    if not known.is_printed:
        return (
            f"Le numéro de l’article du {known.label} sur la clause d’insertion n’est pas "
            "confirmé : il n’est pas imprimé. Ajoutez-le après lecture du texte en vigueur."
        )
    return (
        f"Vérifiez, dans le {known.label} en vigueur, que la clause d’insertion est bien à "
        f"l’article {known.article}."
    )


def _no_penalty_sentence(terms: ClauseTerms) -> str:
    return (
        "Aucune pénalité horaire n’est fixée. Le CCAG ne donne pas de montant par défaut : sans "
        "montant écrit ici, aucune heure manquante ne pourra être pénalisée."
    )


def _whole_penalty_sentence(terms: ClauseTerms) -> str:
    rate = terms.penalty.rate if terms.penalty else None
    whole = (rate or Euros(0)) * (terms.hours or Hours(0)).amount
    return (
        f"Si aucune heure n’était réalisée, la pénalité atteindrait {whole}. Vérifiez qu’elle "
        "reste proportionnée au montant du contrat : le juge peut modérer une pénalité "
        "manifestement excessive."
    )


def _duty_sentence(terms: ClauseTerms) -> str:
    return (
        f"La référence {at_articles(duty(terms))} est à relire sur Légifrance avant publication. "
        "Ce texte demande une condition relative au domaine social ou à l’emploi : ne présentez "
        "pas le volume d’heures lui-même comme imposé par la loi."
    )


CCAP, RC, CCTP, AE, NOTICE = (
    PieceCode.CCAP,
    PieceCode.RC,
    PieceCode.CCTP,
    PieceCode.AE,
    PieceCode.NOTICE,
)

POINTS: Sequence[Point] = (
    _point(
        {AE},
        lambda terms: True,
        "Joignez cette annexe à l’acte d’engagement de chaque lot qui porte la clause, avec le "
        "volume propre à ce lot.",
    ),
    _point(
        {NOTICE},
        lambda terms: True,
        "Le volume d’heures et les codes sont les mêmes dans l’avis, le règlement, les clauses "
        "particulières et les données essentielles : corrigez-les partout à la fois.",
    ),
    _point(
        {NOTICE},
        lambda terms: _is_reserved(terms) and terms.reserved_to is ReservedTo.PRISON,
        "Le code eForms d’une réservation pénitentiaire n’est pas confirmé : choisissez-le dans "
        "la liste de votre profil d’acheteur.",
    ),
    _point(
        {CCTP},
        lambda terms: terms.basis not in INSERTION_IS_THE_WORK,
        "Le CCTP n’est pas indispensable ici : gardez ces lignes si elles aident vos services "
        "techniques, et vérifiez qu’un tuteur sur place est réaliste pour ce volume.",
    ),
    _point(
        {CCTP},
        lambda terms: terms.basis in INSERTION_IS_THE_WORK,
        "Décrivez l’activité support dans la suite du CCTP, et vérifiez que le temps "
        "d’encadrement demandé est réaliste pour ce volume.",
    ),
    _point(
        {RC},
        lambda terms: terms.duty_applies and terms.regime is Regime.PRIVATE,
        "Le code de la commande publique ne s’applique pas à un acheteur privé : l’obligation "
        "indiquée n’est pas reprise.",
    ),
    _point(
        {CCAP, RC, AE},
        _contact_is_incomplete,
        "Complétez les coordonnées du facilitateur : nom, organisme, courriel et téléphone "
        "doivent figurer dans les documents du marché.",
    ),
    _point(
        {CCAP},
        lambda terms: True,
        lambda terms: (
            f"La clause porte ici le numéro {terms.ccap_article}. Si cet article est déjà pris "
            f"dans votre {WORDS[terms.regime].terms_document}, changez ce numéro avant de copier "
            "le texte : tous les renvois des autres pièces suivront."
        ),
    ),
    _point({CCAP}, _general_terms_unread, _unread_sentence),
    _point(
        {CCAP},
        lambda terms: terms.regime is Regime.PUBLIC_CONTRACT and terms.ccag is None,
        "Aucun CCAG n’est indiqué : la clause se suffit à elle-même. Si le marché en vise un, "
        "indiquez-le pour que les dérogations soient listées.",
    ),
    _point(
        {CCAP},
        lambda terms: bool(departures(terms)),
        "Reportez les dérogations dans la liste qui figure au dernier article du CCAP.",
    ),
    _point({CCAP}, lambda terms: terms.penalty is None, _no_penalty_sentence),
    _point(
        {CCAP},
        _is_fined_by_the_hour,
        _whole_penalty_sentence,
    ),
    _point(
        {RC, CCAP, CCTP, AE, NOTICE},
        lambda terms: terms.hours is None,
        "Le volume d’heures n’est pas écrit : calibrez-le et complétez-le partout avant de "
        "publier. Sans volume, la clause ne peut pas être suivie.",
    ),
    _point(
        {CCAP},
        lambda terms: True,
        lambda terms: (
            "Confirmez avec le facilitateur les choix de comptage : durée d’éligibilité de "
            f"{terms.monitoring.entitlement_months} mois, "
            "heures de formation des alternants, durée de conservation des données."
        ),
    ),
    _point(
        {CCAP},
        lambda terms: terms.publics is Publics.CLOSED_LIST and not _is_reserved(terms),
        "La liste des publics est fermée : aucune autre situation ne pourra être admise en cours "
        "d’exécution.",
    ),
    _point(
        {CCAP, RC},
        lambda terms: terms.publics is Publics.URBAN_RENEWAL,
        "La condition de résidence en quartier prioritaire suppose une opération de "
        "renouvellement urbain : vérifiez les engagements de la convention et la durée de la "
        "charte nationale d’insertion.",
    ),
    _point(
        {CCAP},
        lambda terms: _is_reserved(terms) and terms.publics is not Publics.OPEN_LIST,
        "Le contrat est réservé : les publics sont les personnes que vise la réservation. La "
        "liste de publics choisie n’est pas reprise ; ajoutez-la si elle doit s’appliquer.",
    ),
    _point({RC}, lambda terms: bool(duty(terms)), _duty_sentence),
    _point(
        {RC, CCAP, NOTICE},
        lambda terms: _is_reserved(terms) and terms.reserved_to is None,
        "Choisissez les structures auxquelles le contrat est réservé : l’avis et le règlement "
        "doivent citer l’article utilisé.",
    ),
    _point(
        {RC},
        lambda terms: _has_criterion(terms) and terms.criterion_weight is None,
        "Fixez la pondération du critère d’insertion avant publication.",
    ),
    _point(
        {RC},
        _has_criterion,
        "Répartissez les points entre les éléments d’appréciation et vérifiez que leur somme est "
        "celle du critère. Le critère note l’action d’insertion proposée pour ce contrat, jamais "
        "la politique générale de l’entreprise.",
    ),
    _point(
        {RC},
        lambda terms: terms.criterion_weight is not None and not _has_criterion(terms),
        "Une pondération a été indiquée, mais le fondement choisi ne comporte pas de critère "
        "d’insertion : elle n’est pas reprise.",
    ),
    _point(
        {RC, CCAP},
        lambda terms: terms.reserved_to is not None and not _is_reserved(terms),
        "Une réservation a été indiquée, mais le fondement choisi n’est pas le contrat réservé : "
        "elle n’est pas reprise.",
    ),
    _point(
        {RC},
        lambda terms: terms.basis is LegalBasis.SUBJECT_MATTER,
        "Vérifiez que l’insertion est bien l’objet principal, et non l’activité support, et que "
        "les services figurent dans la liste des services sociaux et autres services spécifiques.",
    ),
    _point(
        {RC, CCAP},
        lambda terms: (
            terms.basis is LegalBasis.RESERVED_SOCIAL_ECONOMY
            and (terms.months is None or terms.months > ESS_LONGEST_MONTHS.latest)
        ),
        "Un marché réservé à l’économie sociale et solidaire dure au plus 3 ans, et son titulaire "
        "ne doit pas avoir tenu un tel marché du même acheteur au cours des 3 années précédentes.",
    ),
)
