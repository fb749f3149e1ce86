"""A hiring is foreseen: the way is asked for at once, the person is verified before hours count."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.policy import COMMITMENTS
from perenne.domain.hirings.queries.admission import way_objections
from perenne.domain.hirings.states import CANCELLED
from perenne.domain.participants.models import EligibilityFile, Participant
from perenne.domain.procurement.models import Party
from perenne.domain.procurement.policy import CARRYING_OUT
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.eligibility import Structure
from perenne.rules.hirings import MODALITIES, ModalityCode, Shape

NOT_ASKED = (
    "Cette personne n’est pas de celles que vous avez présentées : demandez d’abord la "
    "vérification de son éligibilité."
)
NOT_A_PARTY = "Cette entreprise n’exécute pas ce marché : choisissez-en une de la liste."
ALREADY = "Cette personne a déjà une embauche pour cet engagement à ces dates : reprenez-la."
WRONG_WEEK = "Indiquez une durée par semaine d’une heure au moins et de 48 heures au plus."


@dataclass(frozen=True, slots=True)
class PlannedHiring:
    """`weekly_minutes`: of a week. `ends_on`: the last day, None for an open contract.

    `employer_*`: the company of the contract when they are empty, else who provides the person.
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


@transaction.atomic
def plan_hiring(*, commitment_id: int, planned: PlannedHiring, by: Actor) -> int:
    """The id of the hiring. The commitment is locked: two plans of one person wait."""
    commitment = COMMITMENTS.take("hiring.plan", by, commitment_id)
    party = _party(commitment.contract_id, planned.party_id, by)
    if not _may_name(planned.participant_id, by):
        raise Refused(NOT_ASKED)
    said = {name: value for name, value in asdict(planned).items() if name != "structure"}
    hiring = Hiring(commitment=commitment, structure=planned.structure or "", **said)
    if not planned.employer_siret:
        hiring.employer_name, hiring.employer_siret = party.name, party.siret
    _check(hiring)
    hiring.save()
    record("hiring.plan", hiring, by=by)
    return hiring.pk


def _party(contract_id: int, party_id: int, by: Actor) -> Party:
    """One that performs the contract; a company names none but itself."""
    found = Party.objects.filter(pk=party_id, contract_id=contract_id)
    if by.role in CARRYING_OUT:
        found = found.filter(organisation_id=by.organisation_id or 0)
    party = found.first()
    if party is None:
        raise Refused(NOT_A_PARTY)
    return party


def _may_name(participant_id: int, by: Actor) -> bool:
    known = Participant.objects.filter(pk=participant_id, merged_into=None, erased_on=None)
    if by.role not in CARRYING_OUT:
        return known.exists()
    asked = EligibilityFile.objects.filter(asked_by_id=by.organisation_id or 0)
    hired = Hiring.objects.filter(party__organisation_id=by.organisation_id or 0)
    theirs = Q(pk__in=asked.values("participant")) | Q(pk__in=hired.values("participant"))
    return known.filter(theirs).exists()


def _check(hiring: Hiring) -> None:
    """Whether the person is eligible is asked when the hiring is confirmed, not yet."""
    if not 60 <= hiring.weekly_minutes <= 48 * 60:
        raise Refused(WRONG_WEEK)
    if not hiring.job_title.strip():
        raise Refused("Indiquez le poste occupé.")
    if not hiring.employer_name.strip():
        raise Refused("Indiquez le nom de l’employeur.")
    if hiring.ends_on is not None and hiring.ends_on < hiring.starts_on:
        raise Refused("Le contrat finit avant de commencer : corrigez l’une des deux dates.")
    for reason in way_objections(hiring, is_eligible=True):
        raise Refused(f"{MODALITIES[ModalityCode(hiring.modality)].label} : {reason}")
    if _beside(hiring).exists():
        raise Refused(ALREADY)


def _beside(hiring: Hiring) -> "QuerySet[Hiring, Any]":
    """Live hirings of that person for that commitment and employer, on the same days."""
    same = Hiring.objects.filter(
        participant_id=hiring.participant_id,
        commitment_id=hiring.commitment_id,
        employer_siret=hiring.employer_siret,
    ).exclude(state=CANCELLED)
    same = same.filter(Q(ends_on=None) | Q(ends_on__gte=hiring.starts_on))
    return same if hiring.ends_on is None else same.filter(starts_on__lte=hiring.ends_on)
