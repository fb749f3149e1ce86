from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from perenne.domain.organisations.factories import new_actor
from perenne.domain.organisations.queries.invitations import print_of
from perenne.domain.participants.models import (
    EligibilityFile,
    NoticeGiven,
    NoticeMeans,
    Participant,
    PersonalLink,
    ProofSeen,
    Verdict,
)
from perenne.domain.participants.states import ASKED, CONFIRMED, FileState
from perenne.kit.actors import Actor, Role
from perenne.rules.eligibility import EligibilityCategory, ProofKind

_number = count(1)
HIRE_ON = date(2026, 10, 1)


def new_participant(**facts: object) -> Participant:
    number = next(_number)
    usual: dict[str, Any] = {
        "code": f"P-{number:05d}",
        "first_name": "Sacha",
        "last_name": f"Nom{number}",
        "folded_name": f"nom{number} sacha",
        "born_on": date(1990, 1, 1),
    }
    return Participant.objects.create(**{**usual, **facts})


def new_file(
    participant: Participant | None = None,
    *,
    facilitator: Actor | None = None,
    state: FileState = ASKED,
    **facts: object,
) -> EligibilityFile:
    usual: dict[str, Any] = {
        "participant": participant or new_participant(),
        "facilitator_id": (facilitator or new_actor(Role.FACILITATOR)).organisation_id,
        "hire_on": HIRE_ON,
        "state": state,
    }
    return EligibilityFile.objects.create(**{**usual, **facts})


def new_proof(file: EligibilityFile, **facts: object) -> ProofSeen:
    """The registration of a long-term job seeker, seen on the day of hiring."""
    usual: dict[str, Any] = {
        "file": file,
        "kind": ProofKind.FRANCE_TRAVAIL.value,
        "ground": EligibilityCategory.DELD.value,
        "dated_on": HIRE_ON,
        "seen_on": HIRE_ON,
    }
    return ProofSeen.objects.create(**{**usual, **facts})


def new_notice(participant: Participant, **facts: object) -> NoticeGiven:
    """The person was told what is done with her data, on paper."""
    usual: dict[str, Any] = {"version": 1, "means": NoticeMeans.PAPER, "given_on": HIRE_ON}
    return NoticeGiven.objects.create(participant=participant, **{**usual, **facts})


def new_link(participant: Participant, *, now: datetime, **facts: object) -> str:
    """The token of a link that she holds for a month."""
    token = f"jeton-de-{participant.code}-{next(_number)}"
    usual: dict[str, Any] = {"token_print": print_of(token), "expires_at": now + timedelta(30)}
    PersonalLink.objects.create(participant=participant, **{**usual, **facts})
    return token


def new_verdict(
    participant: Participant | None = None,
    *,
    facilitator: Actor | None = None,
    **facts: object,
) -> Verdict:
    """A yes, given by the database today; it covers two years from long before."""
    file = new_file(participant, facilitator=facilitator, state=CONFIRMED)
    usual: dict[str, Any] = {
        "file": file,
        "participant": file.participant,
        "is_eligible": True,
        "ground": EligibilityCategory.DELD.value,
        "starts_on": date(2026, 1, 1),
        "ends_on": date(2028, 12, 31),
        "decided_by_id": file.facilitator_id,
    }
    verdict = Verdict.objects.create(**{**usual, **facts})
    verdict.refresh_from_db()
    return verdict
