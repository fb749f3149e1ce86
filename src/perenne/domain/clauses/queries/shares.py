"""Who carries which part of a commitment, told as a tree, each hour counted once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import BigIntegerField, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from perenne.domain.clauses.models import CommitmentShare
from perenne.domain.clauses.states import ACCEPTED, OPEN_SHARES, PROPOSED, ShareState
from perenne.domain.procurement.models import Party
from perenne.domain.procurement.states import PartyRole
from perenne.values import Hours


@dataclass(frozen=True, slots=True)
class ShareNode:
    """`hours` were entrusted to it; `carried`: what it keeps to itself, once what others have
    accepted is taken away; `left`: what it may still propose.
    """

    id: int
    party_id: int
    party: str
    siret: str
    organisation_id: int | None
    role: PartyRole
    depth: int
    hours: Hours
    carried: Hours
    left: Hours
    state: ShareState
    reason: str
    answered_on: date | None
    children: tuple["ShareNode", ...]

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_SHARES

    @property
    def waits(self) -> bool:
        return self.state is PROPOSED

    def walk(self) -> Iterator["ShareNode"]:
        """Itself, then all that stands under it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def tree_of(commitment_id: int) -> ShareNode:
    """One query. For those whose right to see the commitment is checked already."""
    rows = list(
        CommitmentShare.objects.filter(commitment_id=commitment_id)
        .select_related("party")
        .order_by("pk")
    )
    below: dict[int | None, list[CommitmentShare]] = {}
    for row in rows:
        below.setdefault(row.parent_id, []).append(row)
    (whole,) = below[None]
    return _node(whole, below, 0)


def parts_of(whole: ShareNode, organisation_id: int | None) -> tuple[ShareNode, ...]:
    """What a party sees: its own shares and all that stands under them."""
    if whole.organisation_id == organisation_id:
        return (whole,)
    return tuple(part for child in whole.children for part in parts_of(child, organisation_id))


def carried_by_party(commitments: Iterable[int]) -> dict[int, Hours]:
    """The hours of each party over these commitments, by its number, in one query.

    A share counts for what nobody has accepted from it, so that the sum is the sum of the wholes.
    """
    rows = (
        _carrying(CommitmentShare.objects.filter(commitment__in=list(commitments)))
        .values("party_id")
        .annotate(total=Sum("carried"))
    )
    return {row["party_id"]: Hours(row["total"]) for row in rows}


def candidates_under(node: ShareNode, contract_id: int) -> tuple[tuple[int, str], ...]:
    """Whom a party may entrust hours to: its subcontractors, and the co-contractors of a lead."""
    taken = {child.party_id for child in node.children if child.is_open}
    under = Q(principal_id=node.party_id)
    if node.role is PartyRole.LEAD:
        under |= Q(role=PartyRole.CO_CONTRACTOR)
    rows = Party.objects.filter(under, contract_id=contract_id, until__isnull=True)
    return tuple((row.pk, row.name) for row in rows.exclude(pk__in=taken))


def _carrying(
    shares: "QuerySet[CommitmentShare, CommitmentShare]",
) -> "QuerySet[CommitmentShare, CommitmentShare]":
    below = CommitmentShare.objects.filter(parent=OuterRef("pk"), state=ACCEPTED).order_by()
    taken = Subquery(below.values("parent").annotate(total=Sum("minutes")).values("total"))
    return (
        shares.filter(state=ACCEPTED)
        .order_by()
        .annotate(carried=F("minutes") - Coalesce(taken, 0, output_field=BigIntegerField()))
    )


def _node(
    row: CommitmentShare, below: dict[int | None, list[CommitmentShare]], depth: int
) -> ShareNode:
    children = tuple(_node(child, below, depth + 1) for child in below.get(row.pk, ()))
    accepted = sum(child.hours.minutes for child in children if child.state is ACCEPTED)
    entrusted = sum(child.hours.minutes for child in children if child.is_open)
    state = ShareState(row.state)
    return ShareNode(
        id=row.pk,
        party_id=row.party_id,
        party=row.party.name,
        siret=row.party.siret,
        organisation_id=row.party.organisation_id,
        role=PartyRole(row.party.role),
        depth=depth,
        hours=Hours(row.minutes),
        carried=Hours(row.minutes - accepted if state is ACCEPTED else 0),
        left=Hours(row.minutes - entrusted if state is ACCEPTED else 0),
        state=state,
        reason=row.reason,
        answered_on=row.answered_on,
        children=children,
    )
