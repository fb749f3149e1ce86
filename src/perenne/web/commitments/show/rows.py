"""The tree of shares as rows of a table, with what one may do on each."""

from dataclasses import dataclass

from perenne.domain.clauses.queries import CommitmentCard, ShareNode
from perenne.domain.clauses.states import CommitmentState
from perenne.domain.procurement.policy import CARRYING_OUT
from perenne.domain.procurement.states import Liability, PartyRole
from perenne.kit.actors import Actor, Role

FOLLOWING = {Role.FACILITATOR, Role.COORDINATION}
TONES = {"accepted": "success", "proposed": "warning", "refused": "error"}


@dataclass(frozen=True, slots=True)
class ShareRow:
    """`indent`: how far from the first one that is shown."""

    node: ShareNode
    indent: str
    role: str
    tone: str
    may_entrust: bool
    may_answer: bool
    may_take_back: bool


def rows_of(card: CommitmentCard, actor: Actor) -> tuple[ShareRow, ...]:
    """All that this person may see, those above before those below."""
    return tuple(
        _row(card, actor, node, above) for part in card.parts for node, above in _walked(part, None)
    )


def _walked(node: ShareNode, above: ShareNode | None) -> list[tuple[ShareNode, ShareNode | None]]:
    below = [pair for child in node.children for pair in _walked(child, node)]
    return [(node, above), *below]


def _row(card: CommitmentCard, actor: Actor, node: ShareNode, above: ShareNode | None) -> ShareRow:
    is_open = card.state is not CommitmentState.CLOSED
    is_party = actor.role in CARRYING_OUT
    follows = actor.role in FOLLOWING and actor.organisation_id == card.facilitator_id
    own = is_party and node.organisation_id == actor.organisation_id
    owns_above = is_party and above is not None and above.organisation_id == actor.organisation_id
    return ShareRow(
        node=node,
        indent="↳ " if above is not None else "",
        role=_role(node.role, card.liability),
        tone=TONES.get(node.state.value, "neutral"),
        may_entrust=is_open and (own or follows) and bool(node.left),
        may_answer=is_open and own and node.waits,
        may_take_back=is_open and (owns_above or (follows and node.depth > 0)) and node.is_open,
    )


def _role(role: PartyRole, liability: Liability) -> str:
    """A contract with one contractor has no representative of a consortium."""
    if role is PartyRole.LEAD:
        return "Titulaire" if liability is Liability.NONE else "Mandataire du groupement"
    return role.label
