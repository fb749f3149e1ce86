"""The clause itself, for the particular administrative terms (CCAP)."""

from collections.abc import Callable, Mapping

from perenne.rules.law import Confidence, cites
from perenne.rules.texts import (
    CCAG_CLAUSE,
    CONDITION,
    GDPR_HEALTH,
    GDPR_JOINT_CONTROLLERS,
    GDPR_JUSTICE,
    GDPR_LIMITS,
)
from perenne.rules.wording import ccap_commitment, ccap_execution, ccap_penalties, ccap_publics
from perenne.rules.wording.pieces import Paragraph, Piece, PieceCode, section
from perenne.rules.wording.plan import Topic, number, topics
from perenne.rules.wording.terms import ClauseTerms
from perenne.rules.wording.vigilance import points
from perenne.rules.wording.vocabulary import WORDS

WRITERS: Mapping[Topic, Callable[[ClauseTerms], tuple[Paragraph, ...]]] = {
    Topic.PERIMETER: ccap_commitment.perimeter,
    Topic.VOLUME: ccap_commitment.volume,
    Topic.PUBLICS: ccap_publics.publics,
    Topic.ELIGIBILITY: ccap_publics.eligibility,
    Topic.WAYS: ccap_commitment.ways,
    Topic.QUALITY: ccap_commitment.quality,
    Topic.COUNTING: ccap_commitment.counting,
    Topic.GLOBALISATION: ccap_commitment.globalisation,
    Topic.FACILITATOR: ccap_execution.facilitator,
    Topic.FOLLOW_UP: ccap_execution.follow_up,
    Topic.SHARING: ccap_execution.sharing,
    Topic.DIFFICULTY: ccap_execution.difficulty,
    Topic.PENALTIES: ccap_penalties.penalties,
    Topic.PERSONAL_DATA: ccap_execution.personal_data,
    Topic.FINAL_REVIEW: ccap_execution.final_review,
    Topic.DEROGATIONS: ccap_execution.derogations,
}


@cites(
    CONDITION,
    CCAG_CLAUSE,
    GDPR_LIMITS,
    GDPR_HEALTH,
    GDPR_JUSTICE,
    GDPR_JOINT_CONTROLLERS,
    says="Que dit le CCAP ?",
    confidence=Confidence.LIKELY,
)
def wording(terms: ClauseTerms) -> Piece:
    """The whole clause, numbered as an article of the buyer's document."""
    return Piece(
        PieceCode.CCAP,
        f"{WORDS[terms.regime].code} – Article {terms.ccap_article} – Clause sociale d’insertion",
        tuple(
            section(topic.value, *WRITERS[topic](terms), number=number(terms, topic))
            for topic in topics(terms)
        ),
        points(PieceCode.CCAP, terms),
    )
