"""Acts × roles × states, read off the policies: the sheet on which a change of rights shows."""

from collections.abc import Collection, Iterator, Mapping
from enum import Enum
from importlib import import_module
from typing import Any

from django.db.models import Q

from perenne.kit.actors import Actor, Role
from perenne.kit.policy import Grant, Policy, is_void
from perenne.kit.states import Machine

SEATED = [role for role in Role if role not in {Role.VISITOR, Role.HOUSE, Role.COMMAND}]
TRY: dict[Role, Actor] = {
    Role.VISITOR: Actor(Role.VISITOR, visitor_key="key"),
    **{role: Actor(role, person_id=1, organisation_id=1) for role in SEATED},
    Role.HOUSE: Actor(Role.HOUSE),
    Role.COMMAND: Actor(Role.COMMAND),
}
HEAD = """\
# Who may do what

For each act and each role: `·` never, `yes` on the rows that are theirs whatever the state, else
the states of the row in which they may. Which rows are theirs is said in the policy of the app.
"""


def permissions(apps: Collection[str]) -> str:
    """One table for each app that has a policy."""
    return "\n".join([HEAD, *(line for app in apps for line in _table(app))])


def _table(app: str) -> Iterator[str]:
    policy = import_module(f"perenne.domain.{app}.policy")
    machines = _machines(app)
    heads = " | ".join(role.value for role in TRY)
    yield f"## {app}\n"
    yield f"| Act | {heads} |"
    yield "|---" * (len(TRY) + 1) + "|"
    for act, grant in policy.GRANTS.items():
        states = _states(act, policy, machines)
        cells = " | ".join(_cell(grant, actor, states) for actor in TRY.values())
        yield f"| `{act}` | {cells} |"
    yield ""


def _machines(app: str) -> list[Machine[Any]]:
    try:
        rooms = import_module(f"perenne.domain.{app}.states")
    except ModuleNotFoundError:
        return []
    return [it for it in vars(rooms).values() if isinstance(it, Machine)]


def _states(act: str, policy: Any, machines: Collection[Machine[Any]]) -> tuple[Enum, ...]:
    """Those that the rows of this act go through; none where they have no state."""
    for its in vars(policy).values():
        if isinstance(its, Policy) and act in its.grants:
            moved = [m for m in machines if m.moves.keys() & its.grants.keys()]
            return tuple(state for machine in moved for state in type(machine.start))
    return ()


def _cell(grant: Grant, actor: Actor, states: tuple[Enum, ...]) -> str:
    granted = grant(actor)
    if is_void(granted):
        return "·"
    open_in = [state for state in states if may_hold(granted, state.value)]
    if len(open_in) == len(states):
        return "yes"
    return ", ".join(state.name.lower() for state in open_in) or "·"


def may_hold(condition: Any, state: str) -> bool:
    """Whether a row in this state could satisfy it, whatever its other columns say."""
    if not isinstance(condition, Q):
        return _leaf(condition, state)
    any_or_all = any if condition.connector == Q.OR else all
    if condition.negated:  # false only where what it denies is known to be true
        known = [_decided(child) and may_hold(child, state) for child in condition.children]
        return not any_or_all(known)
    return any_or_all(may_hold(child, state) for child in condition.children)


def _decided(condition: Any) -> bool:
    """Whether its truth is known from the state alone."""
    if isinstance(condition, Q):
        return all(map(_decided, condition.children))
    return isinstance(condition, tuple) and condition[0] in {"state", "state__in", "pk__in"}


def _leaf(condition: Any, state: str) -> bool:
    if not isinstance(condition, tuple):
        return True
    said: Mapping[str, Any] = dict([condition])
    if "state" in said:
        return str(getattr(said["state"], "value", said["state"])) == state
    if "state__in" in said:
        return state in {getattr(one, "value", one) for one in said["state__in"]}
    return condition != ("pk__in", [])
