"""What is owed: perimeter, volume, ways, counting, globalisation.

Sources: the clause d’insertion sociale of the CCAG of 2021 (x.1, x.1.2 and
x.1.3), the doctrine of the committee for the 24 months.
"""

from perenne.rules.legal_bases import LegalBasis
from perenne.rules.quality import REQUIREMENTS
from perenne.rules.wording.articles import at_articles, duty, founding, of_articles
from perenne.rules.wording.pieces import Paragraph, listing
from perenne.rules.wording.plan import Topic, article
from perenne.rules.wording.terms import ClauseTerms, Globalisation, Regime
from perenne.rules.wording.vocabulary import (
    ANNEX,
    identified,
    in_general_terms,
    spelled,
    structures,
    the_contract,
    workers,
)

WAYS = listing(
    "l’embauche directe en CDI, en CDD ou en alternance, par lui-même, par un cotraitant ou par "
    "un sous-traitant",
    "la mise à disposition de personnel par une entreprise de travail temporaire d’insertion, "
    "une association intermédiaire, un GEIQ, une entreprise adaptée de travail temporaire, ou "
    "par une entreprise de travail temporaire si la personne est elle-même éligible",
    "la sous-traitance ou la cotraitance avec une entreprise d’insertion, un atelier et chantier "
    "d’insertion, une régie de quartier ou de territoire, une entreprise adaptée ou un ESAT",
)
GLOBALISATION_RULES = (
    "la demande est écrite et adressée au facilitateur, qui vérifie qu’elle est favorable à la "
    "personne et fixe la répartition",
    "les contrats concernés portent une clause d’insertion, sont exécutés dans le même bassin "
    "d’emploi et sont en cours d’exécution pendant le mois où les heures sont travaillées",
    "les heures d’une même personne peuvent être réparties pendant {} mois au plus",
    "une heure n’est comptée que sur un seul contrat, et le facilitateur rend compte à chaque "
    "acheteur de la part qui lui revient",
)


def perimeter(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    months = f", soit {terms.months} mois" if terms.months else ""
    return (
        f"La présente clause s’applique au {identified(terms)}, segment d’achat : "
        f"{terms.segment}. Elle s’applique pendant toute la durée d’exécution{months}.",
        *_ground(terms),
        *_answer_to_the_duty(terms),
    )


def _ground(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    word = the_contract(terms)
    match terms.basis:
        case LegalBasis.SUBJECT_MATTER:
            return (
                f"Le {word} a pour objet l’insertion et la qualification professionnelles de "
                "personnes éloignées de l’emploi. L’activité décrite au CCTP en est le support. "
                f"Il relève des services sociaux et autres services spécifiques, en application "
                f"{of_articles(founding(terms))}.",
            )
        case LegalBasis.RESERVED_INCLUSION:
            return _reserved(terms)
        case LegalBasis.RESERVED_SOCIAL_ECONOMY:
            return (
                f"Le {word}, qui porte sur des services de santé, sociaux ou culturels, est "
                "réservé aux entreprises de l’économie sociale et solidaire définies à l’article "
                "1er de la loi n° 2014-856 du 31 juillet 2014 et aux structures équivalentes, en "
                f"application {of_articles(founding(terms))}.",
            )
        case _:
            return _condition(terms)


def _reserved(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    sources = founding(terms)
    on_ground = f", en application {of_articles(sources)}" if sources else ""
    return (
        f"Le {the_contract(terms)} est réservé {structures(terms)}, qui emploient une proportion "
        f"minimale de 50 % de {workers(terms)}{on_ground}. Le titulaire remplit cette condition "
        "pendant toute la durée d’exécution et en justifie à tout moment à la demande de "
        "l’acheteur.",
    )


def _condition(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    word = the_contract(terms)
    if terms.regime is Regime.PRIVATE:
        ground = (
            f"L’action d’insertion est une stipulation du {word} : le titulaire s’y engage en le "
            f"signant, conformément {at_articles(founding(terms))}."
        )
    else:
        ground = (
            f"L’action d’insertion est une condition d’exécution du {word}, en application "
            f"{of_articles(founding(terms)[:1])}. Elle est liée à l’objet du {word} : les heures "
            f"sont réalisées dans les prestations qui le composent{_unless_globalised(terms)}."
        )
    if terms.basis is not LegalBasis.CONDITION_AND_CRITERION:
        return (ground,)
    return (
        ground,
        "Elle a aussi été appréciée au titre d’un critère d’attribution, en application "
        f"{of_articles(founding(terms)[1:])}. Les engagements pris par le titulaire dans l’annexe "
        f"« {ANNEX} » ont valeur contractuelle.",
    )


def _unless_globalised(terms: ClauseTerms) -> str:
    if terms.globalisation is Globalisation.REFUSED:
        return ""
    return f", sauf globalisation ({article(terms, Topic.GLOBALISATION)})"


def _answer_to_the_duty(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    sources = duty(terms)
    if not sources:
        return ()
    return (
        "Par cette clause, l’acheteur prévoit une condition d’exécution relative au domaine "
        f"social ou à l’emploi, conformément {at_articles(sources)}.",
    )


def volume(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    word = the_contract(terms)
    offered = (
        (
            f"Si le titulaire s’est engagé, dans l’annexe « {ANNEX} », sur un volume supérieur, "
            "ce volume offert remplace le volume minimal dans toute la présente clause.",
        )
        if terms.basis is LegalBasis.CONDITION_AND_CRITERION
        else ()
    )
    return (
        *_owed(terms),
        *offered,
        *_over_time(terms),
        "Les heures réalisées au-delà du volume sont portées au bilan. Elles ne donnent lieu à "
        f"aucun paiement supplémentaire et ne se reportent pas sur un autre {word}"
        f"{_unless_globalised(terms)}.",
    )


def _owed(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    word, scheme = the_contract(terms), terms.scheme
    cost = f"Le coût de cette action est compris dans les prix du {word}."
    if scheme is None:
        return (
            f"Le titulaire réalise, pendant l’exécution du {word}, un volume minimal de "
            f"{spelled(terms.hours)} d’insertion{in_general_terms(terms)}. {cost}",
        )
    whole = "entière " if scheme.by_whole_steps else ""
    above = f" au-delà de {scheme.trigger}" if scheme.trigger else ""
    begun = "" if scheme.by_whole_steps else ", au prorata de la tranche commencée"
    return (
        f"Le titulaire réalise, pendant l’exécution du {word}, {spelled(scheme.hours_per_step)} "
        f"d’insertion par tranche {whole}de {scheme.step} hors taxes facturés{above}{begun}"
        f"{in_general_terms(terms)}. {cost}",
        f"À titre prévisionnel, ce volume est estimé à {spelled(terms.hours)}. Le volume dû suit "
        "les montants facturés, avoirs déduits.",
    )


def _over_time(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    word, policy = the_contract(terms), terms.recalculation
    when = "Le volume s’apprécie à la fin de l’exécution."
    renewed = (
        "Il est fixé pour la durée totale, reconductions comprises : une reconduction qui n’a pas "
        "lieu n’en doit pas sa part, calculée au prorata des mois."
        if terms.covers_renewals
        else "Il est dû en entier dès la période initiale : une reconduction n’y ajoute rien, sauf "
        "si l’acte qui la décide écrit un nouveau volume."
    )
    if policy.tolerance is None:
        change = (
            f"Une modification du montant ou de la durée du {word} ne le change que si l’acte qui "
            "la constate fixe le nouveau volume."
        )
    else:
        change = (
            f"Lorsqu’une modification change le montant du {word} de plus de {policy.tolerance}, "
            "le volume est recalculé en proportion du nouveau montant, sans descendre sous les "
            "heures déjà validées. L’acte qui la constate écrit le nouveau volume."
        )
    return (f"{when} {change}", *(() if terms.scheme else (renewed,)))


def quality(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    """Requirements in the order of their table; one that is asked for nothing is left out."""
    asked = [
        row.sentence(quantity)
        for row in REQUIREMENTS
        if (quantity := terms.requirements.get(row.code.value, 0))
    ]
    return (
        "Les heures d’insertion sont faites dans les conditions suivantes :",
        listing(*asked),
        "Le titulaire en rend compte dans les relevés et les bilans. Une difficulté à les tenir se "
        f"signale comme les autres ({article(terms, Topic.DIFFICULTY)}).",
    )


def ways(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    referent = (
        "Le titulaire désigne, pour chaque personne, un salarié chargé de l’accueillir et de "
        "l’accompagner dans son poste."
    )
    if terms.basis is LegalBasis.RESERVED_INCLUSION:
        return (
            f"Les heures sont réalisées par les personnes mentionnées à "
            f"l’{article(terms, Topic.PUBLICS)}, dans les prestations du {the_contract(terms)}"
            f"{in_general_terms(terms, 2)}.",
            referent,
        )
    return (
        "Le titulaire choisit une ou plusieurs des modalités suivantes"
        f"{in_general_terms(terms, 2)} :",
        WAYS,
        referent,
    )


def counting(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    word = the_contract(terms)
    return (
        "Sont comptées, pour leur durée réelle et sans majoration :",
        listing(
            f"les heures travaillées par les personnes éligibles dans l’exécution du {word}"
            f"{_or_globalised(terms)}",
            "les heures de formation rémunérées pendant leur contrat de travail, y compris en "
            "centre de formation pour les alternants",
        ),
        "Ne sont pas comptées les absences, même rémunérées, ni les heures des tuteurs, des "
        "encadrants et des permanents. En cas de sous-traitance, les heures retenues sont celles "
        "que la structure atteste pour les seules personnes éligibles. Une même heure n’est "
        "comptée qu’une fois, et seules les heures validées par le facilitateur sont retenues.",
    )


def _or_globalised(terms: ClauseTerms) -> str:
    if terms.globalisation is Globalisation.REFUSED:
        return ""
    return f" ou qui lui sont attribuées selon l’{article(terms, Topic.GLOBALISATION)}"


def globalisation(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    word = the_contract(terms)
    if terms.globalisation is Globalisation.REFUSED:
        return (
            f"La globalisation n’est pas admise{in_general_terms(terms, 3)}. Seules les heures "
            f"réalisées dans l’exécution du présent {word} sont comptées.",
        )
    months = terms.monitoring.entitlement_months
    return (
        f"{_agreement(terms)} que les heures d’une même personne, employée par le titulaire sur "
        "plusieurs contrats comportant une clause d’insertion, soient réparties entre eux afin de "
        f"lui offrir un emploi plus durable{in_general_terms(terms, 3)}, dans les conditions "
        "suivantes :",
        listing(*(rule.format(months) for rule in GLOBALISATION_RULES)),
    )


def _agreement(terms: ClauseTerms) -> str:
    match terms.globalisation:
        case Globalisation.ACCEPTED:
            return "L’acheteur accepte dès à présent"
        case Globalisation.CAPPED:
            return (
                f"L’acheteur accepte dès à présent, dans la limite de {terms.globalisation_cap} du "
                "volume,"
            )
        case _:
            return (
                "L’acheteur peut accepter, par accord écrit et préalable donné demande par demande,"
            )
