"""Somebody asks whether a person counts: the question goes to the facilitator who answers it."""

from dataclasses import dataclass
from datetime import date
from secrets import choice

from django.db import transaction

from perenne.domain.coverage.queries import facilitator_router
from perenne.domain.participants.models import EligibilityFile, Participant
from perenne.domain.participants.policy import ANSWERING, FILES, KNOWING
from perenne.domain.participants.queries.duplicates import folded_name
from perenne.domain.participants.states import FILE_LIFE, FileState
from perenne.domain.procurement.policy import CONTRACTS
from perenne.kit.actors import Actor, Role
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.eligibility import EligibilityCategory
from perenne.values import add_months

SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
YOUNGEST, OLDEST = 14, 80
NOBODY_THERE = (
    "Aucun facilitateur n’est désigné pour ce lieu : choisissez le marché, ou écrivez à la "
    "coordination."
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the short form says. `commune` is an INSEE code; `contract_id` what it is asked for."""

    first_name: str
    last_name: str
    born_on: date
    hire_on: date
    sex: str = ""
    email: str = ""
    phone: str = ""
    commune: str = ""
    contract_id: int | None = None
    claimed: frozenset[EligibilityCategory] = frozenset()


@transaction.atomic
def open_file(*, asked: Asked, by: Actor, today: date, facilitator_id: int | None = None) -> int:
    """Open a file and tell its facilitator; its id. What a company says of criteria is refused.

    `facilitator_id`: that of a contract which an act above was asked for, by who may not see it.
    """
    FILES.admit("eligibility.ask", by)
    _check(asked, by)
    if facilitator_id is None:
        facilitator_id = _facilitator_for(asked, by, today)
    participant = Participant(
        code="P-" + "".join(choice(SIGNS) for _ in range(8)),
        first_name=asked.first_name.strip(),
        last_name=asked.last_name.strip(),
        folded_name=folded_name(asked.last_name, asked.first_name),
        born_on=asked.born_on,
        sex=asked.sex,
        email=asked.email,
        phone=asked.phone,
        commune_id=asked.commune or None,
        prescriber_id=by.organisation_id if by.role is Role.PRESCRIBER else None,
    )
    participant.save()
    file = EligibilityFile(
        participant=participant,
        asked_by_id=by.organisation_id,
        facilitator_id=facilitator_id,
        contract_id=asked.contract_id,
        hire_on=asked.hire_on,
        claimed=sorted(asked.claimed),
    )
    file.save()
    record("eligibility.ask", file, by=by)
    enqueue("participants.tell_asked", file_id=file.pk)
    return file.pk


@transaction.atomic
def complete_file(*, file_id: int, by: Actor) -> None:
    """What lacked was brought: the file is to be checked again."""
    file = FILES.take("eligibility.complete", by, file_id)
    file.state = FILE_LIFE.after("eligibility.complete", FileState(file.state))
    file.lacking = []
    file.save()
    record("eligibility.complete", file, by=by)
    enqueue("participants.tell_asked", file_id=file.pk)


@transaction.atomic
def withdraw_file(*, file_id: int, by: Actor) -> None:
    """Nobody waits for the answer any more."""
    file = FILES.take("eligibility.withdraw", by, file_id)
    file.state = FILE_LIFE.after("eligibility.withdraw", FileState(file.state))
    file.save()
    record("eligibility.withdraw", file, by=by)


def _check(asked: Asked, by: Actor) -> None:
    if not folded_name(asked.last_name, "") or not folded_name("", asked.first_name):
        raise Refused("Écrivez le nom et le prénom en lettres.")
    if (
        not add_months(asked.born_on, 12 * YOUNGEST)
        <= asked.hire_on
        < add_months(asked.born_on, 12 * OLDEST)
    ):
        raise Refused(
            f"À l’embauche, la personne aurait moins de {YOUNGEST} ans ou plus de {OLDEST} : "
            "corrigez la date de naissance."
        )
    if asked.claimed and by.role not in KNOWING:
        raise Refused("Ne dites rien de la situation de la personne : le facilitateur la vérifie.")


def _facilitator_for(asked: Asked, by: Actor, today: date) -> int:
    """That of the contract; else whoever asks, when they answer themselves; else of the place."""
    if asked.contract_id is not None:
        contract = CONTRACTS.rows("contract.view", by).filter(pk=asked.contract_id).first()
        if contract is None:
            raise Refused("Ce marché n’est pas dans votre espace : choisissez-en un de la liste.")
        return int(contract.facilitator_id)
    if by.role in ANSWERING and by.organisation_id is not None:
        return by.organisation_id
    router = facilitator_router(on=today)
    place = router.places.by_insee.get(asked.commune)
    routing = router.at(place, "La personne habite cette commune") if place else router.route("")
    if routing.facilitator is None:
        raise Refused(NOBODY_THERE)
    return routing.facilitator.id
