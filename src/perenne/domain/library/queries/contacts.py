"""Whom to call, as the public site says it: the coordination, the facilitators."""

from dataclasses import dataclass

from perenne.domain.organisations.models import Kind as OrganisationKind
from perenne.domain.organisations.models import Organisation
from perenne.domain.organisations.states import OrganisationState


@dataclass(frozen=True, slots=True)
class PublicContact:
    name: str
    email: str
    phone: str


def coordination() -> PublicContact | None:
    return next(iter(_contacts(OrganisationKind.COORDINATION)), None)


def facilitators() -> list[PublicContact]:
    return _contacts(OrganisationKind.FACILITATOR)


def _contacts(kind: OrganisationKind) -> list[PublicContact]:
    """Verified ones alone: an organisation that is not, or that closed, is nobody to call."""
    rows = Organisation.objects.filter(kind=kind, state=OrganisationState.VERIFIED)
    rows = rows.order_by("name", "pk")
    return [PublicContact(row.name, row.email, row.phone) for row in rows]
