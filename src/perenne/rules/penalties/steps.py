"""From the gap to the decision: the steps of a penalty, in order, and who takes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from perenne.rules.deadlines import Actor
from perenne.rules.law import Confidence, Source, Table
from perenne.rules.practice import parameter
from perenne.rules.texts import CCAG_FOLLOW_UP, CCAG_HEARING, CCAG_PENALTIES, PRACTICE
from perenne.values import Hours, Share

RISK_SHARE = parameter(
    "penalties.risk",
    "Part des heures attendues sous laquelle le titulaire est alerté",
    Share.percent(70),
    between=(Share.percent(50), Share.percent(95)),
)
RESPITE_DAYS = parameter(
    "penalties.respite",
    "Délai laissé à l’entreprise après l’alerte, avant que l’acheteur soit invité à lui écrire",
    15,
    between=(5, 60),
    unit="jours",
)


class StepCode(StrEnum):
    RISK = "risk"
    ALERT = "alert"
    FORMAL_NOTICE = "formal_notice"
    OBSERVATIONS = "observations"
    PROPOSAL = "proposal"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Step:
    code: StepCode
    label: str
    actor: Actor
    source: Source
    confidence: Confidence


STEPS = Table(
    "penalty_steps",
    "Étapes d’une pénalité",
    (
        Step(
            StepCode.RISK,
            "Constater le risque : les heures réalisées sont loin des heures attendues",
            Actor.FACILITATOR,
            PRACTICE,
            Confidence.VARIES,
        ),
        Step(
            StepCode.ALERT,
            "Alerter le titulaire, copie à l’acheteur",
            Actor.FACILITATOR,
            CCAG_FOLLOW_UP,
            Confidence.LIKELY,
        ),
        Step(
            StepCode.FORMAL_NOTICE,
            "Mettre le titulaire en demeure",
            Actor.BUYER,
            CCAG_PENALTIES,
            Confidence.SURE,
        ),
        Step(
            StepCode.OBSERVATIONS,
            "Inviter le titulaire à présenter ses observations, montant envisagé à l’appui",
            Actor.BUYER,
            CCAG_HEARING,
            Confidence.SURE,
        ),
        Step(
            StepCode.PROPOSAL,
            "Proposer une pénalité chiffrée",
            Actor.FACILITATOR,
            PRACTICE,
            Confidence.LIKELY,
        ),
        Step(
            StepCode.DECISION,
            "Décider : appliquer, réduire ou remettre",
            Actor.BUYER,
            CCAG_PENALTIES,
            Confidence.SURE,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks to take a step: in which role, and which person."""

    actor: Actor
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PenaltyFile:
    """What the file holds. Days are those on which the contractor received the letter.

    `done` are the hours validated and exonerated; the clause says whether it requires a formal
    notice; the hearing is that of the CCAG, unless the contract leaves it out.
    """

    expected: Hours
    done: Hours
    formal_notice_required: bool = True
    hearing_required: bool = True
    private: bool = False
    formal_notice_on: date | None = None
    observations_asked_on: date | None = None
    proposed_on: date | None = None
    proposed_by: str = ""
