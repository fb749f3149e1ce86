"""Which members a page or a file is about, as its address says."""

from django.http import QueryDict

from perenne.domain.membership.queries import Sieve
from perenne.domain.membership.states import MembershipState
from perenne.kit.actors import Role
from perenne.web.organisations.kinds import WAYS

ALL = "tous"
KINDS = [("", "Toutes les natures"), *((way.role.value, way.title) for way in WAYS)]
STATES = [
    *((state.value, state.label) for state in MembershipState),
    (ALL, "Membres, partis et exclus"),
]


def sieve_in(query: QueryDict) -> Sieve:
    """What is not understood does not filter; members alone unless asked otherwise."""
    kind, state = query.get("nature", ""), query.get("etat", "")
    return Sieve(
        kind=Role(kind) if kind in {way.role.value for way in WAYS} else None,
        state=None
        if state == ALL
        else MembershipState(state)
        if state in set(MembershipState)
        else MembershipState.JOINED,
    )
