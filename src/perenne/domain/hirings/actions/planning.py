"""A hiring is foreseen: the way is asked for at once, the person is verified before hours count."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from perenne.domain.hirings.actions.objecting import Objected, refuse
from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.policy import COMMITMENTS
from perenne.domain.hirings.queries.admission import way_objections
from perenne.domain.hirings.queries.persons import may_be_named, parties_for
from perenne.domain.hirings.queries.placing import stands_on
from perenne.domain.hirings.states import CANCELLED
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.eligibility import Structure
from perenne.rules.hirings import MODALITIES, Family, ModalityCode, Shape

NOT_ASKED = (
    "Cette personne n’est pas de celles que vous avez présentées : demandez d’abord la "
    "vérification de son éligibilité."
)
NOT_PROPOSED = (
    "Cette personne n’est plus proposée pour ce besoin, ou son embauche est déjà prévue : "
    "reprenez-la depuis la page du besoin."
)
NOT_A_PARTY = "Cette entreprise n’exécute pas ce marché : choisissez-en une de la liste."
NO_LENDER = (
    "Indiquez qui emploie la personne, par son numéro SIRET : ce n’est pas l’entreprise du marché."
)
ALREADY = "Cette personne a déjà une embauche pour cet engagement à ces dates : reprenez-la."
WRONG_WEEK = "Indiquez une durée par semaine d’une heure au moins et de 48 heures au plus."


@dataclass(frozen=True, slots=True)
class PlannedHiring:
    """`weekly_minutes`: of a week. `ends_on`: the last day, None for an open contract.

    `employer_*`: the company of the contract when they are empty, else who provides the person.
    `candidate_id`: the proposal from which it comes, where it comes from one.
    """

    participant_id: int
    party_id: int
    modality: ModalityCode
    shape: Shape
    job_title: str
    weekly_minutes: int
    starts_on: date
    ends_on: date | None = None
    structure: Structure | None = None
    employer_name: str = ""
    employer_siret: str = ""
    rome: str = ""
    tutor: str = ""
    candidate_id: int | None = None


@transaction.atomic
def plan_hiring(*, commitment_id: int, planned: PlannedHiring, by: Actor) -> int:
    """The id of the hiring. The commitment is locked: two plans of one person wait."""
    commitment = COMMITMENTS.take("hiring.plan", by, commitment_id)
    party = parties_for(commitment.contract_id, by).filter(pk=planned.party_id).first()
    if party is None:
        raise Objected({"party_id": NOT_A_PARTY})
    if not may_be_named(by).filter(pk=planned.participant_id).exists():
        raise Objected({"participant_id": NOT_ASKED})
    said = {name: value for name, value in asdict(planned).items() if name != "structure"}
    hiring = Hiring(commitment=commitment, structure=planned.structure or "", **said)
    if not planned.employer_siret:
        hiring.employer_name, hiring.employer_siret = party.name, party.siret
    if planned.candidate_id is not None and not stands_on(hiring, by):
        raise Refused(NOT_PROPOSED)
    refuse(_objections(hiring, party.siret))
    hiring.save()
    record("hiring.plan", hiring, by=by)
    return hiring.pk


def _objections(hiring: Hiring, siret: str) -> dict[str, str]:
    """Whether the person is eligible is asked when the hiring is confirmed, not yet."""
    row = MODALITIES[ModalityCode(hiring.modality)]
    wrong = {
        "weekly_minutes": (not 60 <= hiring.weekly_minutes <= 48 * 60, WRONG_WEEK),
        "job_title": (not hiring.job_title.strip(), "Indiquez le poste occupé."),
        "employer_name": (not hiring.employer_name.strip(), "Indiquez le nom de l’employeur."),
        "employer_siret": (
            row.family is Family.STAFF_PROVISION and hiring.employer_siret == siret,
            NO_LENDER,
        ),
        "ends_on": (
            hiring.ends_on is not None and hiring.ends_on < hiring.starts_on,
            "Le contrat finit avant de commencer : corrigez l’une des deux dates.",
        ),
    }
    found = {fact: said for fact, (is_wrong, said) in wrong.items() if is_wrong}
    for fact, reason in way_objections(hiring, is_eligible=True).items():
        found[fact] = f"{row.label} : {reason}"
    if not found and _beside(hiring).exists():
        found["starts_on"] = ALREADY
    return found


def _beside(hiring: Hiring) -> "QuerySet[Hiring, Any]":
    """Live hirings of that person for that commitment and employer, on the same days."""
    same = Hiring.objects.filter(
        participant_id=hiring.participant_id,
        commitment_id=hiring.commitment_id,
        employer_siret=hiring.employer_siret,
    ).exclude(state=CANCELLED)
    same = same.filter(Q(ends_on=None) | Q(ends_on__gte=hiring.starts_on))
    return same if hiring.ends_on is None else same.filter(starts_on__lte=hiring.ends_on)
