"""Who is, or was, a member of the committee."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from perenne.domain.membership.models import Membership
from perenne.domain.membership.policy import MEMBERSHIPS
from perenne.domain.membership.states import MembershipState
from perenne.domain.organisations.states import OrganisationState
from perenne.kit.actors import Actor, Role
from perenne.kit.paging import Page, page_of
from perenne.kit.refusals import NotFound
from perenne.values import Siret

SIZE = 50


@dataclass(frozen=True, slots=True)
class MembershipCard:
    id: int
    organisation_id: int
    organisation: str
    state: MembershipState
    reason: str
    charter_version: str
    joined_at: datetime
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class MemberRow:
    id: int
    organisation_id: int
    name: str
    kind_label: str
    siret: str
    commune: str
    email: str
    phone: str
    signed_by: str
    state: MembershipState
    charter_version: str
    joined_at: datetime
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which members are listed; None for all of them."""

    kind: Role | None = None
    state: MembershipState | None = MembershipState.JOINED

    @property
    def rows(self) -> Q:
        chosen = Q()
        if self.kind is not None:
            chosen &= Q(organisation__kind=self.kind.value)
        if self.state is not None:
            chosen &= Q(state=self.state)
        if self.state is MembershipState.JOINED:
            chosen &= ~Q(organisation__state=OrganisationState.CLOSED)
        return chosen


def membership_of(actor: Actor) -> MembershipCard | None:
    """The present adhesion of the organisation that one acts for, or its exclusion."""
    rows = MEMBERSHIPS.rows("membership.view", actor).filter(
        organisation_id=actor.organisation_id or 0
    )
    row = rows.exclude(state=MembershipState.LEFT).select_related("organisation").first()
    return _card(row) if row else None


def membership_card(
    membership_id: int, *, seen_by: Actor, act: str = "membership.view"
) -> MembershipCard:
    rows = MEMBERSHIPS.rows(act, seen_by).filter(pk=membership_id).select_related("organisation")
    row = rows.first()
    if row is None:
        raise NotFound(membership_id)
    return _card(row)


def members_of(*, seen_by: Actor, sieve: Sieve, page: int = 1) -> Page[MemberRow]:
    return page_of(_listed(seen_by, sieve), page, size=SIZE, card_of=_row)


def _listed(seen_by: Actor, sieve: Sieve) -> QuerySet[Membership, Membership]:
    rows = MEMBERSHIPS.rows("membership.list", seen_by).filter(sieve.rows)
    return rows.select_related("organisation__commune", "signed_by").order_by(
        "organisation__name", "-pk"
    )


def _card(row: Membership) -> MembershipCard:
    return MembershipCard(
        id=row.pk,
        organisation_id=row.organisation_id,
        organisation=row.organisation.name,
        state=MembershipState(row.state),
        reason=row.reason,
        charter_version=row.charter_version,
        joined_at=row.joined_at,
        ended_on=row.ended_on,
    )


def _row(row: Membership) -> MemberRow:
    at = row.organisation
    return MemberRow(
        id=row.pk,
        organisation_id=at.pk,
        name=at.name,
        kind_label=at.get_kind_display(),
        siret=str(Siret(at.siret)) if at.siret else "",
        commune=at.commune.name if at.commune else "",
        email=at.email or (row.signed_by.email if row.signed_by else ""),
        phone=at.phone or (row.signed_by.phone if row.signed_by else ""),
        signed_by=row.signed_by.full_name if row.signed_by else "",
        state=MembershipState(row.state),
        charter_version=row.charter_version,
        joined_at=row.joined_at,
        ended_on=row.ended_on,
    )
