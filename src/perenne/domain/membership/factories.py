from perenne.domain.membership.actions import join_committee
from perenne.domain.membership.queries import CURRENT
from perenne.kit.actors import Actor


def new_membership(of: Actor) -> int:
    return join_committee(charter_version=CURRENT.version, by=of)
