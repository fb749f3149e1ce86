"""Every reason to keep something, in one table: what, from which event, how long, on what basis."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from perenne.rules.law import Confidence, Dated, Default, Source, Table
from perenne.rules.retention import spans
from perenne.rules.retention.records import Event, Ground, RecordKind


class PeriodCode(StrEnum):
    UNUSED_PROOF = "unused_proof"
    PROOF_COPY = "proof_copy"
    FOLLOW_UP = "follow_up"
    IN_POST = "in_post"
    CONTRACT_OVER = "contract_over"
    CONTRACT_ARCHIVE = "contract_archive"
    ESF_PLUS = "esf_plus"
    ESF_2014 = "esf_2014"
    DRAFT = "draft"
    PROGRAMME_CONTACT = "programme_contact"
    ENQUIRY = "enquiry"
    CONSENT_PROOF = "consent_proof"
    RIGHTS_REQUEST = "rights_request"
    ACCESS_LOG = "access_log"
    JOURNAL = "journal"
    ACCOUNT = "account"
    MESSAGE = "message"
    JOB_TRACE = "job_trace"


class Unit(StrEnum):
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"
    YEARS_FROM_DECEMBER = "years_from_december"


class Basis(StrEnum):
    """Why it is kept: an erasure is refused while a duty or a claim runs, not for a need."""

    NEED = "need"
    DUTY = "duty"
    CLAIMS = "claims"


@dataclass(frozen=True, slots=True)
class RetentionPeriod:
    """Applies to `kinds`, always or only under `ground`; counted from `event`."""

    code: PeriodCode
    label: str
    kinds: tuple[RecordKind, ...]
    event: Event
    span: Default[int] | Dated[int]
    unit: Unit
    basis: Basis = Basis.NEED
    ground: Ground | None = None

    @property
    def source(self) -> Source:
        return self.span.source

    @property
    def confidence(self) -> Confidence:
        return self.span.confidence


PERSONAL = (RecordKind.PERSON_FILE, RecordKind.PROOF_TRACE)
ACCOUNTED = (RecordKind.HOURS_STATEMENT, RecordKind.CONTRACT_FILE, RecordKind.PENALTY_FILE)
AUDITED = (RecordKind.PROOF_COPY, *PERSONAL, RecordKind.HOURS_STATEMENT, RecordKind.CONTRACT_FILE)

RETENTION_PERIODS = Table(
    "retention_periods",
    "Durées de conservation",
    (
        RetentionPeriod(
            PeriodCode.UNUSED_PROOF,
            "Laisser le temps de contester la décision",
            (RecordKind.UNUSED_PROOF,),
            Event.DECIDED,
            spans.UNUSED_PROOF_DAYS,
            Unit.DAYS,
        ),
        RetentionPeriod(
            PeriodCode.PROOF_COPY,
            "Décider de l’éligibilité, puis ne garder que la trace de la pièce",
            (RecordKind.PROOF_COPY,),
            Event.DECIDED,
            spans.PROOF_COPY_DAYS,
            Unit.DAYS,
        ),
        RetentionPeriod(
            PeriodCode.FOLLOW_UP,
            "Accompagner la personne",
            PERSONAL,
            Event.LAST_CONTACT,
            spans.PERSON_MONTHS,
            Unit.MONTHS,
        ),
        RetentionPeriod(
            PeriodCode.IN_POST,
            "Suivre la personne comme le marché le prévoit, depuis l’embauche",
            PERSONAL,
            Event.FIRST_DAY_IN_POST,
            spans.IN_POST_MONTHS,
            Unit.MONTHS,
            ground=Ground.CONTRACT_SAYS,
        ),
        RetentionPeriod(
            PeriodCode.CONTRACT_OVER,
            "Suivre la personne comme le marché le prévoit, après sa fin",
            PERSONAL,
            Event.CONTRACT_ENDED,
            spans.CONTRACT_OVER_MONTHS,
            Unit.MONTHS,
            ground=Ground.CONTRACT_SAYS,
        ),
        RetentionPeriod(
            PeriodCode.CONTRACT_ARCHIVE,
            "Justifier l’exécution du marché et ses paiements",
            ACCOUNTED,
            Event.CONTRACT_SETTLED,
            spans.CONTRACT_YEARS,
            Unit.YEARS,
            Basis.DUTY,
        ),
        RetentionPeriod(
            PeriodCode.ESF_PLUS,
            "Répondre aux contrôles du FSE+",
            AUDITED,
            Event.LAST_ESF_PAYMENT,
            spans.ESF_PLUS_YEARS,
            Unit.YEARS_FROM_DECEMBER,
            Basis.DUTY,
            Ground.ESF_PLUS,
        ),
        RetentionPeriod(
            PeriodCode.ESF_2014,
            "Répondre aux contrôles du FSE 2014-2020",
            AUDITED,
            Event.ESF_ACCOUNTS_SENT,
            spans.ESF_2014_YEARS,
            Unit.YEARS_FROM_DECEMBER,
            Basis.DUTY,
            Ground.ESF_2014,
        ),
        RetentionPeriod(
            PeriodCode.DRAFT,
            "Laisser le visiteur finir son brouillon",
            (RecordKind.DRAFT,),
            Event.LAST_CHANGE,
            spans.DRAFT_DAYS,
            Unit.DAYS,
        ),
        RetentionPeriod(
            PeriodCode.PROGRAMME_CONTACT,
            "Répondre à l’acheteur et le recontacter",
            (RecordKind.PROGRAMME_CONTACT,),
            Event.LAST_CONTACT,
            spans.PROGRAMME_CONTACT_MONTHS,
            Unit.MONTHS,
        ),
        RetentionPeriod(
            PeriodCode.ENQUIRY,
            "Répondre au message et suivre ce qu’il demande",
            (RecordKind.ENQUIRY,),
            Event.LAST_CONTACT,
            spans.ENQUIRY_MONTHS,
            Unit.MONTHS,
        ),
        RetentionPeriod(
            PeriodCode.CONSENT_PROOF,
            "Prouver le consentement",
            (RecordKind.CONSENT_PROOF,),
            Event.CONSENT_ENDED,
            spans.CLAIM_YEARS,
            Unit.YEARS,
            Basis.CLAIMS,
        ),
        RetentionPeriod(
            PeriodCode.RIGHTS_REQUEST,
            "Prouver la réponse donnée à la personne",
            (RecordKind.RIGHTS_REQUEST,),
            Event.ANSWERED,
            spans.CLAIM_YEARS,
            Unit.YEARS,
            Basis.CLAIMS,
        ),
        RetentionPeriod(
            PeriodCode.ACCESS_LOG,
            "Protéger les accès",
            (RecordKind.ACCESS_LOG,),
            Event.WRITTEN,
            spans.ACCESS_LOG_MONTHS,
            Unit.MONTHS,
            Basis.DUTY,
        ),
        RetentionPeriod(
            PeriodCode.JOURNAL,
            "Savoir qui a fait quoi",
            (RecordKind.JOURNAL,),
            Event.WRITTEN,
            spans.JOURNAL_MONTHS,
            Unit.MONTHS,
            Basis.CLAIMS,
        ),
        RetentionPeriod(
            PeriodCode.ACCOUNT,
            "Laisser le compte ouvert",
            (RecordKind.ACCOUNT,),
            Event.LAST_SIGN_IN,
            spans.ACCOUNT_MONTHS,
            Unit.MONTHS,
        ),
        RetentionPeriod(
            PeriodCode.MESSAGE,
            "Retrouver un courriel envoyé",
            (RecordKind.MESSAGE,),
            Event.WRITTEN,
            spans.MESSAGE_MONTHS,
            Unit.MONTHS,
        ),
        RetentionPeriod(
            PeriodCode.JOB_TRACE,
            "Comprendre un échec",
            (RecordKind.JOB_TRACE,),
            Event.WRITTEN,
            spans.JOB_DAYS,
            Unit.DAYS,
        ),
    ),
)
