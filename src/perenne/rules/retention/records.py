"""What the house keeps, the events a period is counted from, and what happens at its end."""

from __future__ import annotations

from enum import StrEnum


class RecordKind(StrEnum):
    UNUSED_PROOF = "unused_proof"
    PROOF_COPY = "proof_copy"
    PROOF_TRACE = "proof_trace"
    PERSON_FILE = "person_file"
    HOURS_STATEMENT = "hours_statement"
    CONTRACT_FILE = "contract_file"
    PENALTY_FILE = "penalty_file"
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

    @property
    def label(self) -> str:
        return RECORD_LABELS[self]

    @property
    def outcome(self) -> Outcome:
        return OUTCOMES.get(self, Outcome.ERASE)


RECORD_LABELS = {
    RecordKind.UNUSED_PROOF: "Justificatif refusé ou non utilisé",
    RecordKind.PROOF_COPY: "Copie du justificatif accepté",
    RecordKind.PROOF_TRACE: "Trace du justificatif (vu le, par, nature, échéance)",
    RecordKind.PERSON_FILE: "Dossier de la personne",
    RecordKind.HOURS_STATEMENT: "Relevé d’heures",
    RecordKind.CONTRACT_FILE: "Dossier du marché et de sa clause",
    RecordKind.PENALTY_FILE: "Dossier de pénalité",
    RecordKind.DRAFT: "Brouillon d’un visiteur",
    RecordKind.PROGRAMME_CONTACT: "Coordonnées laissées avec une programmation",
    RecordKind.ENQUIRY: "Message adressé au comité, et sa réponse",
    RecordKind.CONSENT_PROOF: "Preuve d’un consentement",
    RecordKind.RIGHTS_REQUEST: "Demande d’exercice de droits",
    RecordKind.ACCESS_LOG: "Journal des connexions",
    RecordKind.JOURNAL: "Journal des actes",
    RecordKind.ACCOUNT: "Compte",
    RecordKind.MESSAGE: "Courriel envoyé",
    RecordKind.JOB_TRACE: "Trace d’un traitement automatique",
}


class Outcome(StrEnum):
    ERASE = "erase"
    ANONYMISE = "anonymise"
    ARCHIVE = "archive"

    @property
    def label(self) -> str:
        return OUTCOME_LABELS[self]


OUTCOME_LABELS = {
    Outcome.ERASE: "effacez",
    Outcome.ANONYMISE: "rendez anonyme et gardez les seuls totaux",
    Outcome.ARCHIVE: "proposez aux archives départementales, puis éliminez avec leur visa",
}
OUTCOMES = {
    RecordKind.PERSON_FILE: Outcome.ANONYMISE,
    RecordKind.ACCOUNT: Outcome.ANONYMISE,
    RecordKind.HOURS_STATEMENT: Outcome.ARCHIVE,
    RecordKind.CONTRACT_FILE: Outcome.ARCHIVE,
    RecordKind.PENALTY_FILE: Outcome.ARCHIVE,
}


class Event(StrEnum):
    DECIDED = "decided"
    LAST_CONTACT = "last_contact"
    FIRST_DAY_IN_POST = "first_day_in_post"
    CONTRACT_ENDED = "contract_ended"
    CONTRACT_SETTLED = "contract_settled"
    LAST_ESF_PAYMENT = "last_esf_payment"
    ESF_ACCOUNTS_SENT = "esf_accounts_sent"
    LAST_CHANGE = "last_change"
    CONSENT_ENDED = "consent_ended"
    ANSWERED = "answered"
    WRITTEN = "written"
    LAST_SIGN_IN = "last_sign_in"

    @property
    def label(self) -> str:
        return EVENT_LABELS[self]


EVENT_LABELS = {
    Event.DECIDED: "la décision",
    Event.LAST_CONTACT: "le dernier contact avec la personne",
    Event.FIRST_DAY_IN_POST: "le premier jour en poste",
    Event.CONTRACT_ENDED: "la fin du marché",
    Event.CONTRACT_SETTLED: "le paiement du solde du marché",
    Event.LAST_ESF_PAYMENT: "le dernier paiement du FSE+",
    Event.ESF_ACCOUNTS_SENT: "la présentation des comptes du FSE",
    Event.LAST_CHANGE: "la dernière modification",
    Event.CONSENT_ENDED: "la fin du traitement ou le retrait du consentement",
    Event.ANSWERED: "la réponse à la personne",
    Event.WRITTEN: "l’écriture",
    Event.LAST_SIGN_IN: "la dernière connexion",
}


class Ground(StrEnum):
    """What makes a period apply to this file; `CONTRACT_SAYS` is for a person who was hired."""

    CONTRACT_SAYS = "contract_says"
    ESF_PLUS = "esf_plus"
    ESF_2014 = "esf_2014"
