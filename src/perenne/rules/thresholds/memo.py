"""The memo of a buyer who does without the condition: what it states, where it is kept.

Source: L2112-2-1 and L3114-2-1. The concession text lets the reason be recorded « par tout moyen
approprié »; for a public contract the document is not certain, so that none is imposed here.
"""

from __future__ import annotations

from dataclasses import dataclass

from perenne.rules.french import typeset
from perenne.rules.law import Confidence, Source, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.texts import CONCESSION_DUTY, DUTY, PRESENTATION_REPORT
from perenne.rules.thresholds.grounds import EXCEPTION_GROUNDS, ExceptionGround
from perenne.rules.thresholds.stances import Stance
from perenne.rules.thresholds.verdicts import Duty, DutyVerdict
from perenne.values import fold

LEAST_REASON = parameter(
    "thresholds.least_reason",
    "Longueur minimale du motif écrit",
    40,
    between=(20, 400),
    unit="caractères",
)


@dataclass(frozen=True, slots=True)
class Memo:
    """`questions`: what the buyer answers. `then`: its stance once the ground is used."""

    ground: ExceptionGround
    title: str
    basis: str
    questions: tuple[str, ...]
    recorded: str
    signed: str
    then: Stance
    remaining: str
    articles: tuple[Source, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class NoMemo:
    """Why there is nothing to write on this ground."""

    reason: str


@cites(
    DUTY,
    CONCESSION_DUTY,
    PRESENTATION_REPORT,
    says="Que doit contenir l’écrit d’un acheteur qui se dispense de la condition ?",
    confidence=Confidence.LIKELY,
)
def memo(duty: Duty, ground: ExceptionGround) -> Memo | NoMemo:
    """The content of the memo, or why this ground cannot be invoked for this contract."""
    if duty.verdict is DutyVerdict.UNKNOWN:
        return _none("L'obligation n'est pas établie : complétez d'abord le montant et la nature.")
    if not duty.verdict.binds:
        return _none(
            "Aucune condition sociale n'est due pour ce contrat : il n'y a rien à motiver."
        )
    article = CONCESSION_DUTY if CONCESSION_DUTY in duty.articles else DUTY
    if ground not in duty.exceptions:
        listed = " ; ".join(f"« {open_.label} »" for open_ in duty.exceptions)
        return _none(
            f"Ce motif n'est pas ouvert à ce contrat ({article.article}). Choisissez parmi "
            f"{listed}, ou prévoyez la condition."
        )
    return _memo(ground, article)


def _memo(ground: ExceptionGround, article: Source) -> Memo:
    row, concession = EXCEPTION_GROUNDS[ground], article is CONCESSION_DUTY
    confidence = (row.in_concessions if concession else None) or row.confidence
    contract = "La concession" if concession else "Le marché"
    return Memo(
        ground,
        typeset("Motif de l'absence de condition sociale ou relative à l'emploi"),
        typeset(
            f"{contract} atteint le seuil européen : l'{article.article} du {article.text} demande "
            "une condition sociale ou relative à l'emploi et permet de s'en dispenser par un écrit "
            f"motivé. Motif retenu : {row.label[0].lower()}{row.label[1:]}."
        ),
        tuple(map(typeset, row.asks)),
        typeset(OF_CONCESSION if concession else OF_CONTRACT),
        typeset(
            "Le motif est daté et signé par le représentant de l'acheteur compétent pour signer "
            "le contrat ; le facilitateur donne un avis, il ne signe pas à sa place."
        ),
        row.then,
        typeset(row.remaining),
        (article,) if concession else (article, PRESENTATION_REPORT),
        confidence,
    )


OF_CONTRACT = (
    "Consignez le motif avant la consultation et gardez-le au dossier du marché ; reprenez-le dans "
    "le rapport de présentation quand la procédure en demande un (article R2184-1)."
)
OF_CONCESSION = (
    "Consignez le motif par tout moyen approprié, avant la consultation, et gardez-le au dossier "
    "de la concession."
)


@cites(
    DUTY,
    CONCESSION_DUTY,
    says="Le motif écrit par l’acheteur suffit-il ?",
    confidence=Confidence.VARIES,
)
def memo_objection(
    reason: str, ground: ExceptionGround, *, practice: Practice = USUAL
) -> str | None:
    """What to correct in the reason as it was typed; None when it may be recorded."""
    least, own = practice.of(LEAST_REASON), " ".join(reason.split())
    if not own:
        return typeset("Écrivez le motif : les faits propres à ce marché qui le justifient.")
    is_copy = fold(ground.label) in fold(own)
    if is_copy and len(fold(own)) - len(fold(ground.label)) < least:
        return typeset(
            "Le motif recopie la loi : ajoutez les faits propres à ce marché qui le justifient."
        )
    if len(own) < least:
        return typeset(
            f"Le motif est trop court ({len(own)} caractères) : développez-le en {least} au moins."
        )
    return None


def _none(reason: str) -> NoMemo:
    return NoMemo(typeset(reason))
