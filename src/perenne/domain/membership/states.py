"""The life of an adhesion: it begins joined, at once."""

from enum import StrEnum

from perenne.kit.states import Machine, Move


class MembershipState(StrEnum):
    JOINED = "joined"
    LEFT = "left"
    EXCLUDED = "excluded"

    @property
    def label(self) -> str:
        return {
            MembershipState.JOINED: "Membre",
            MembershipState.LEFT: "A quitté le comité",
            MembershipState.EXCLUDED: "Exclu",
        }[self]


JOINED, LEFT, EXCLUDED = MembershipState

MEMBERSHIP_LIFE = Machine(
    {
        "membership.leave": Move(frozenset({JOINED}), LEFT, "Quitter le comité"),
        "membership.exclude": Move(frozenset({JOINED}), EXCLUDED, "Exclure du comité"),
        "membership.pardon": Move(frozenset({EXCLUDED}), LEFT, "Lever l’exclusion"),
    },
    start=JOINED,
)
