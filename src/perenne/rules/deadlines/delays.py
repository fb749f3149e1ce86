"""Every delay of the life of a clause, in the order in which it is met."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from perenne.rules.deadlines import spans
from perenne.rules.deadlines.actors import Actor
from perenne.rules.deadlines.events import Event
from perenne.rules.deadlines.statements import STATEMENT_DAY
from perenne.rules.law import Confidence, Dated, Default, Source, Table


class DelayCode(StrEnum):
    OPPORTUNITY = "opportunity"
    CALIBRATION = "calibration"
    NEWS = "news"
    ESSENTIAL_DATA = "essential_data"
    FIRST_CONTACT = "first_contact"
    KICK_OFF = "kick_off"
    ACTION_PLAN = "action_plan"
    ELIGIBILITY = "eligibility"
    STATEMENT = "statement"
    VALIDATION = "validation"
    PROOF = "proof"
    ASSESSMENT = "assessment"
    ESSENTIAL_DATA_CHANGE = "essential_data_change"
    FORMAL_NOTICE = "formal_notice"
    OBSERVATIONS = "observations"
    FINAL_ASSESSMENT = "final_assessment"
    FIRST_FOLLOW_UP = "first_follow_up"
    LAST_FOLLOW_UP = "last_follow_up"
    CONSOLIDATION = "consolidation"
    SPASER = "spaser"
    RIGHTS = "rights"
    RIGHTS_EXTENDED = "rights_extended"


class Unit(StrEnum):
    DAYS = "days"
    DAYS_BEFORE = "days_before"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    DAY_OF_NEXT_MONTH = "day_of_next_month"


@dataclass(frozen=True, slots=True)
class Delay:
    """`actor` acts within `span` of `event`. One that is `carried` never ends on a day off."""

    code: DelayCode
    label: str
    event: Event
    actor: Actor
    span: Default[int] | Dated[int]
    unit: Unit
    carried: bool = True

    @property
    def source(self) -> Source:
        return self.span.source

    @property
    def confidence(self) -> Confidence:
        return self.span.confidence


DELAYS = Table(
    "delays",
    "Délais de la vie d’une clause",
    (
        Delay(
            DelayCode.OPPORTUNITY,
            "Rendre l’avis d’opportunité",
            Event.PURCHASE_RECEIVED,
            Actor.FACILITATOR,
            spans.OPPORTUNITY_WORKING_DAYS,
            Unit.WORKING_DAYS,
        ),
        Delay(
            DelayCode.CALIBRATION,
            "Accepter le calibrage",
            Event.CONSULTATION,
            Actor.BUYER,
            spans.CALIBRATION_DAYS,
            Unit.DAYS_BEFORE,
        ),
        Delay(
            DelayCode.NEWS,
            "Demander les suites d’une consultation restée sans nouvelles",
            Event.CONSULTATION,
            Actor.FACILITATOR,
            spans.NEWS_MONTHS,
            Unit.MONTHS,
        ),
        Delay(
            DelayCode.ESSENTIAL_DATA,
            "Publier les données essentielles du marché",
            Event.AWARD_NOTIFIED,
            Actor.BUYER,
            spans.ESSENTIAL_DATA_MONTHS,
            Unit.MONTHS,
            carried=False,
        ),
        Delay(
            DelayCode.FIRST_CONTACT,
            "Prendre contact avec le facilitateur",
            Event.AWARD_NOTIFIED,
            Actor.CONTRACTOR,
            spans.FIRST_CONTACT_DAYS,
            Unit.DAYS,
        ),
        Delay(
            DelayCode.KICK_OFF,
            "Tenir la réunion de mise au point",
            Event.AWARD_NOTIFIED,
            Actor.BUYER,
            spans.KICK_OFF_MONTHS,
            Unit.MONTHS,
        ),
        Delay(
            DelayCode.ACTION_PLAN,
            "Remettre le plan d’actions et nommer un correspondant",
            Event.AWARD_NOTIFIED,
            Actor.CONTRACTOR,
            spans.ACTION_PLAN_MONTHS,
            Unit.MONTHS,
        ),
        Delay(
            DelayCode.ELIGIBILITY,
            "Répondre sur l’éligibilité, avant l’embauche",
            Event.ELIGIBILITY_ASKED,
            Actor.FACILITATOR,
            spans.ELIGIBILITY_WORKING_DAYS,
            Unit.WORKING_DAYS,
        ),
        Delay(
            DelayCode.STATEMENT,
            "Envoyer le relevé d’heures",
            Event.MONTH_ENDED,
            Actor.CONTRACTOR,
            STATEMENT_DAY,
            Unit.DAY_OF_NEXT_MONTH,
        ),
        Delay(
            DelayCode.VALIDATION,
            "Valider le relevé d’heures ou le corriger",
            Event.STATEMENT_RECEIVED,
            Actor.FACILITATOR,
            spans.VALIDATION_DAYS,
            Unit.DAYS,
        ),
        Delay(
            DelayCode.PROOF,
            "Envoyer les pièces demandées",
            Event.PROOF_ASKED,
            Actor.CONTRACTOR,
            spans.PROOF_WORKING_DAYS,
            Unit.WORKING_DAYS,
        ),
        Delay(
            DelayCode.ASSESSMENT,
            "Remettre le bilan périodique",
            Event.ASSESSMENT_SENT,
            Actor.FACILITATOR,
            spans.ASSESSMENT_MONTHS,
            Unit.MONTHS,
        ),
        Delay(
            DelayCode.ESSENTIAL_DATA_CHANGE,
            "Publier les données essentielles de la modification",
            Event.AMENDMENT_NOTIFIED,
            Actor.BUYER,
            spans.ESSENTIAL_DATA_MONTHS,
            Unit.MONTHS,
            carried=False,
        ),
        Delay(
            DelayCode.FORMAL_NOTICE,
            "Remédier au manquement après la mise en demeure",
            Event.FORMAL_NOTICE_RECEIVED,
            Actor.CONTRACTOR,
            spans.FORMAL_NOTICE_DAYS,
            Unit.DAYS,
        ),
        Delay(
            DelayCode.OBSERVATIONS,
            "Présenter des observations sur la pénalité envisagée",
            Event.OBSERVATIONS_ASKED,
            Actor.CONTRACTOR,
            spans.OBSERVATION_DAYS,
            Unit.DAYS,
        ),
        Delay(
            DelayCode.FINAL_ASSESSMENT,
            "Remettre le bilan final",
            Event.PERFORMANCE_ENDED,
            Actor.FACILITATOR,
            spans.FINAL_ASSESSMENT_MONTHS,
            Unit.MONTHS,
        ),
        Delay(
            DelayCode.FIRST_FOLLOW_UP,
            "Relever la situation de la personne, premier point",
            Event.PERSON_LEFT,
            Actor.FACILITATOR,
            spans.FIRST_FOLLOW_UP_MONTHS,
            Unit.MONTHS,
        ),
        Delay(
            DelayCode.LAST_FOLLOW_UP,
            "Relever la situation de la personne, dernier point",
            Event.PERSON_LEFT,
            Actor.FACILITATOR,
            spans.LAST_FOLLOW_UP_MONTHS,
            Unit.MONTHS,
        ),
        Delay(
            DelayCode.CONSOLIDATION,
            "Consolider les résultats de l’année",
            Event.YEAR_ENDED,
            Actor.COORDINATION,
            spans.CONSOLIDATION_MONTHS,
            Unit.MONTHS,
        ),
        Delay(
            DelayCode.SPASER,
            "Publier les indicateurs du SPASER",
            Event.INDICATORS_PUBLISHED,
            Actor.BUYER,
            spans.SPASER_MONTHS,
            Unit.MONTHS,
            carried=False,
        ),
        Delay(
            DelayCode.RIGHTS,
            "Répondre à la personne qui exerce ses droits sur ses données",
            Event.RIGHTS_ASKED,
            Actor.CONTROLLER,
            spans.RIGHTS_MONTHS,
            Unit.MONTHS,
        ),
        Delay(
            DelayCode.RIGHTS_EXTENDED,
            "Répondre à la personne après l’avoir prévenue, avec ses raisons, d’un délai plus long",
            Event.RIGHTS_ASKED,
            Actor.CONTROLLER,
            spans.RIGHTS_EXTENDED_MONTHS,
            Unit.MONTHS,
        ),
    ),
)
