"""The annex to the acte d’engagement (AE): the commitment that the tenderer fills in and signs."""

from dataclasses import dataclass

from perenne.rules.french import typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.texts import CCAG_CLAUSE, CONDITION
from perenne.rules.wording.ccap_execution import contact
from perenne.rules.wording.pieces import Blank, Grid, Paragraph, Piece, PieceCode, section
from perenne.rules.wording.plan import Topic, article_elsewhere
from perenne.rules.wording.terms import ClauseTerms, Regime
from perenne.rules.wording.vigilance import points
from perenne.rules.wording.vocabulary import ANNEX, identified, owed, spelled, the_contract
from perenne.values import Hours

WAYS = (
    "Embauche directe en CDI ou en CDD",
    "Contrat d’apprentissage ou de professionnalisation",
    "Mise à disposition de personnel (ETTI, AI, GEIQ, EATT, ETT)",
    "Sous-traitance ou cotraitance (EI, ACI, régie de quartier, EA, ESAT)",
)
OWN_STAFF = (
    "Personnes employées ou accompagnées par le titulaire",
    "Sous-traitance ou cotraitance",
)


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a tenderer already knows: its name, and the hours of each of `WAYS`, in their order."""

    tenderer: str = ""
    hours: tuple[Hours, ...] = (Hours(0),) * len(WAYS)


NOTHING = Foreseen()


@cites(
    CONDITION,
    CCAG_CLAUSE,
    says="Que dit l’acte d’engagement ?",
    confidence=Confidence.LIKELY,
)
def wording(terms: ClauseTerms, *, foreseen: Foreseen = NOTHING) -> Piece:
    """Identity, commitment, ways, split, correspondent, signature, for the tenderer to fill.

    What is `foreseen` is already written; the ways of a reserved contract stay to be filled.
    """
    return Piece(
        PieceCode.AE,
        typeset(f"{_host(terms)} – Annexe « {ANNEX} »"),
        (
            section("Signataire", *_signatory(terms, foreseen)),
            section("Engagement", *_commitment(terms)),
            section("Modalités prévues", *_ways(terms, foreseen)),
            section("Répartition entre les membres du groupement", *_split()),
            section("Correspondant opérationnel", *_correspondent(terms)),
            section("Facilitateur", *contact(terms)),
            section("Signature", Blank("Fait à"), Blank("Le"), Blank("Nom, qualité et signature")),
        ),
        points(PieceCode.AE, terms),
    )


def _host(terms: ClauseTerms) -> str:
    if terms.regime is Regime.PUBLIC_CONTRACT:
        return "Acte d’engagement"
    return "Contrat de concession" if terms.regime is Regime.CONCESSION else "Contrat"


def _signatory(terms: ClauseTerms, foreseen: Foreseen) -> tuple[Paragraph, ...]:
    label = "Dénomination sociale du candidat ou du mandataire"
    return (
        f"Consultation : {identified(terms)}.",
        f"{label} : {foreseen.tenderer}." if foreseen.tenderer else Blank(label),
        Blank("Numéro SIRET"),
        Blank("Représenté par"),
    )


def _commitment(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    has_criterion = terms.basis is LegalBasis.CONDITION_AND_CRITERION
    offered = (
        (
            Blank(
                "Volume proposé, en heures d’insertion",
                "au moins le volume minimal",
            ),
        )
        if has_criterion
        else ()
    )
    return (
        f"Le signataire a pris connaissance de l’{article_elsewhere(terms)} et s’engage, s’il est "
        f"retenu, à réaliser {owed(terms, 'au moins')} pendant l’exécution du "
        f"{the_contract(terms)}, dans les conditions de cet article.",
        *offered,
        "Il s’engage à faire vérifier l’éligibilité des personnes avant leur embauche "
        f"({article_elsewhere(terms, Topic.ELIGIBILITY)}), à prendre contact avec le facilitateur "
        f"dans les {terms.monitoring.first_contact_days} jours qui suivent la notification et à "
        f"transmettre {terms.monitoring.rhythm.label} le relevé des heures "
        f"({article_elsewhere(terms, Topic.FOLLOW_UP)}).",
    )


def _ways(terms: ClauseTerms, foreseen: Foreseen) -> tuple[Paragraph, ...]:
    if terms.basis is LegalBasis.RESERVED_INCLUSION:
        rows = tuple((row, "", "") for row in OWN_STAFF)
    else:
        told = [spelled(hours) if hours else "" for hours in foreseen.hours]
        rows = tuple((row, "", hours) for row, hours in zip(WAYS, told, strict=True))
    means = (
        (
            Blank("Accueil et encadrement : postes, référent, accompagnement"),
            Blank("Formations prévues et qualifications visées"),
            Blank("Durée des contrats et suites envisagées"),
        )
        if terms.basis is LegalBasis.CONDITION_AND_CRITERION
        else ()
    )
    return (
        "Prévision indicative, à confirmer lors de la réunion de mise au point "
        f"({article_elsewhere(terms, Topic.WAYS)}).",
        Grid(
            ("Modalité", "Postes", "Heures prévues"),
            rows,
            "Modalités envisagées",
        ),
        *means,
    )


def _split() -> tuple[Paragraph, ...]:
    return (
        "À remplir en cas de groupement ; la somme des heures est égale au volume de l’engagement.",
        Grid(
            ("Membre du groupement", "Numéro SIRET", "Heures"),
            (("", "", ""), ("", "", "")),
            "Répartition du volume",
        ),
    )


def _correspondent(terms: ClauseTerms) -> tuple[Paragraph, ...]:
    return (
        "Personne chargée de la clause, interlocutrice de l’acheteur et du facilitateur "
        f"({article_elsewhere(terms, Topic.FOLLOW_UP)}).",
        Blank("Nom et fonction"),
        Blank("Courriel"),
        Blank("Téléphone"),
    )
