"""The annex on the publics: who counts, by which proof, how old it may be."""

from collections.abc import Iterator

from perenne.rules.eligibility.categories import Ground, Group
from perenne.rules.eligibility.proof_kinds import PROOFS, ProofKind
from perenne.rules.eligibility.publics import grounds_open
from perenne.rules.law import Confidence, cites
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import CCAG_PUBLICS_BY_SITUATION, CCAG_PUBLICS_BY_STRUCTURE
from perenne.rules.wording.pieces import Grid, Piece, PieceCode, Section, section
from perenne.rules.wording.terms import ClauseTerms, Publics
from perenne.rules.wording.vocabulary import identified

TITLES = {
    Group.STRUCTURE: "Au titre de la structure qui emploie ou accompagne la personne",
    Group.SITUATION: "Au titre de la situation de la personne",
    Group.LOCAL: "Situations ajoutées par le comité départemental",
}


@cites(
    CCAG_PUBLICS_BY_STRUCTURE,
    CCAG_PUBLICS_BY_SITUATION,
    says="Que dit l’annexe sur les publics éligibles ?",
    confidence=Confidence.LIKELY,
)
def annex_on_publics(terms: ClauseTerms, *, practice: Practice = USUAL) -> Piece:
    """Each ground that the clause opens, with the proofs that are asked for, shown to one alone."""
    opened = grounds_open(terms.publics, practice)
    if terms.basis is LegalBasis.RESERVED_INCLUSION:
        opened = tuple(ground for ground in opened if ground.group is Group.STRUCTURE)
    return Piece(
        PieceCode.PUBLICS,
        "Annexe – Publics éligibles et justificatifs",
        (
            section(
                "Règles",
                f"Marché suivi : {identified(terms)}.",
                "L’éligibilité est vérifiée avant l’embauche par le facilitateur. Les "
                "justificatifs lui sont présentés, à lui seul : l’entreprise ne les demande pas "
                "et ne reçoit que la réponse « éligible » ou « non éligible ».",
                f"Une personne éligible le reste {terms.monitoring.entitlement_months} mois à "
                "compter de son premier jour de travail au titre d’une clause.",
                *_residence(terms),
            ),
            *_groups(opened, practice),
        ),
    )


def _residence(terms: ClauseTerms) -> tuple[str, ...]:
    if terms.publics is not Publics.URBAN_RENEWAL:
        return ()
    return (
        "Chaque personne habite aussi, à la date de son embauche, un quartier prioritaire de la "
        "politique de la ville : justificatif de domicile et carte officielle des quartiers.",
    )


def _groups(opened: tuple[Ground, ...], practice: Practice) -> Iterator[Section]:
    for group, title in TITLES.items():
        rows = tuple(
            (ground.label, _proofs(ground, practice)) for ground in opened if ground.group is group
        )
        if rows:
            yield section(title, Grid(("Public", "Justificatifs"), rows, title))


def _proofs(ground: Ground, practice: Practice) -> str:
    """« l’un ou l’autre (3 mois au plus) ; et tel autre »."""
    return " ; ".join(
        " ou ".join(_proof(kind, practice) for kind in choice) for choice in ground.proofs
    )


def _proof(kind: ProofKind, practice: Practice) -> str:
    rule = PROOFS[kind]
    age = f" de {practice.of(rule.months)} mois au plus" if rule.months else ""
    return f"{rule.label}{age}"
