"""Which things have a history, and who reads it; who reads the whole journal."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat

from perenne.domain.assessments.policy import FROZEN_BILANS
from perenne.domain.clauses.policy import CLAUSES, COMMITMENTS
from perenne.domain.clauses.queries.cards import OBJECT as CLAUSE_OBJECT
from perenne.domain.compliance.policy import CERTIFICATES, REVIEWS, SHORTFALLS
from perenne.domain.hirings.policy import HIRINGS
from perenne.domain.hours.policy import PLANS, SHEETS, STATEMENTS
from perenne.domain.participants.policy import PARTICIPANTS
from perenne.domain.procurement.policy import CONSULTATIONS, CONTRACTS, LOTS
from perenne.domain.programming.policy import PROGRAMMES, PURCHASES
from perenne.domain.sourcing.policy import OPENINGS
from perenne.kit.actors import Actor, Role
from perenne.kit.journal.models import Entry
from perenne.kit.policy import NOBODY, Grant, Policy

PLAN_TITLE = Concat(Value("Globalisation n° "), "pk", output_field=TextField())


@dataclass(frozen=True, slots=True)
class Subject:
    """Its history is open to whom its own page is: by the same act of the same policy."""

    name: str
    path: str
    """In the address, as users speak."""
    label: str
    title: str | Combinable
    """The column that says what the thing is called."""
    policy: Policy[Any]
    act: str
    visitors: bool = False
    """Whether its page opens without an account."""

    @property
    def type(self) -> str:
        label: str = self.policy.model._meta.label_lower
        return label


SUBJECTS: Mapping[str, Subject] = {
    subject.name: subject
    for subject in (
        Subject(
            "programme", "programmation", "Programmation", "title", PROGRAMMES, "programme.view",
            visitors=True,
        ),
        Subject("purchase", "achat", "Achat", "object", PURCHASES, "purchase.view"),
        Subject(
            "consultation", "consultation", "Consultation", "object", CONSULTATIONS,
            "consultation.view",
        ),
        Subject("lot", "lot", "Lot", "object", LOTS, "lot.view"),
        Subject("contract", "marche", "Marché", "object", CONTRACTS, "contract.read_history"),
        Subject("clause", "clause", "Clause", CLAUSE_OBJECT, CLAUSES, "clause.view"),
        Subject(
            "commitment", "engagement", "Engagement", "contract__object", COMMITMENTS,
            "commitment.take_away",
        ),
        Subject(
            "shortfall", "manquement", "Manquement", "commitment__contract__object", SHORTFALLS,
            "shortfall.read_history",
        ),
        Subject("statement", "releve", "Relevé d’heures", "siret", STATEMENTS, "statement.view"),
        Subject("plan", "globalisation", "Globalisation", PLAN_TITLE, PLANS, "plan.view"),
        Subject("person", "personne", "Personne", "code", PARTICIPANTS, "participant.read_history"),
        Subject(
            "sheet", "heures", "Mois d’un marché", "commitment__contract__object", SHEETS,
            "sheet.view",
        ),
        Subject(
            "review", "reunion", "Réunion de suivi", "commitment__contract__object", REVIEWS,
            "review.view",
        ),
        Subject(
            "certificate", "attestation", "Attestation", "commitment__contract__object",
            CERTIFICATES, "certificate.view",
        ),
        Subject("bilan", "bilan", "Bilan figé", "title", FROZEN_BILANS, "bilan.view"),
        Subject("hiring", "embauche", "Embauche", "job_title", HIRINGS, "hiring.view"),
        Subject("opening", "besoin", "Besoin", "job_title", OPENINGS, "opening.view"),
    )
}  # fmt: skip


def the_coordination(actor: Actor) -> Q:
    return ~NOBODY if actor.role is Role.COORDINATION else NOBODY


def anybody_seated(actor: Actor) -> Q:
    """Of a list that they may read: its own act said so already."""
    return NOBODY if actor.organisation_id is None else ~NOBODY


GRANTS: dict[str, Grant] = {
    "journal.read": the_coordination,
    "journal.export": the_coordination,
    "list.take_away": anybody_seated,
}
JOURNAL = Policy(Entry, GRANTS)
