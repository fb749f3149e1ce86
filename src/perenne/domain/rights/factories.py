from datetime import date

from perenne.domain.people.factories import new_person
from perenne.domain.rights.actions import ask, give_consent
from perenne.domain.rights.actions.asking import Asked
from perenne.domain.rights.models import Consent, DataRequest
from perenne.domain.rights.states import RequestKind
from perenne.kit.actors import Actor, Role

TODAY = date(2026, 11, 23)


def new_holder(role: Role = Role.BUYER) -> Actor:
    """A person with an account, acting in this role; where they sit does not matter here."""
    return Actor(role, person_id=new_person().pk, organisation_id=1)


def new_request(
    kind: RequestKind = RequestKind.ACCESS,
    *,
    by: Actor | None = None,
    today: date = TODAY,
    message: str = "Merci de me répondre.",
) -> DataRequest:
    """Asked from an account, that of a new person unless told otherwise."""
    by = by or new_holder()
    request_id = ask(asked=Asked(kind, message), by=by, today=today)
    return DataRequest.objects.get(pk=request_id)


def new_consent(by: Actor | None = None) -> Consent:
    by = by or new_holder()
    return Consent.objects.get(pk=give_consent(text="sending", means="Formulaire", by=by))
