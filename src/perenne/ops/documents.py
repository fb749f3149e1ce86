"""Documents that the code writes of itself; a house test checks that they are up to date."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

import perenne.domain
from perenne.kit.actors import Actor, Role
from perenne.kit.policy import Grant, is_void
from perenne.kit.states import Machine
from perenne.ops.lawbook import lawbook
from perenne.ops.rgpd import impact_assessment, register_document

ROOT = Path(perenne.__path__[0]).parents[1]
DOMAIN = Path(perenne.domain.__path__[0])
NOTE = "<!-- Written by ./run fix from the code; do not edit. -->\n"

TRY = {
    Role.VISITOR: Actor(Role.VISITOR, visitor_key="key"),
    Role.BUYER: Actor(Role.BUYER, person_id=1, organisation_id=1),
    Role.FACILITATOR: Actor(Role.FACILITATOR, person_id=1, organisation_id=1),
    Role.COORDINATION: Actor(Role.COORDINATION, person_id=1, organisation_id=1),
    Role.COMPANY: Actor(Role.COMPANY, person_id=1, organisation_id=1),
    Role.INCLUSION_STRUCTURE: Actor(Role.INCLUSION_STRUCTURE, person_id=1, organisation_id=1),
    Role.PRESCRIBER: Actor(Role.PRESCRIBER, person_id=1, organisation_id=1),
    Role.HOUSE: Actor(Role.HOUSE),
}


def generated() -> Mapping[str, str]:
    """Path from the root of the project → what it must hold."""
    return {
        "docs/law.md": f"{NOTE}\n{lawbook()}",
        "docs/permissions.md": permissions(),
        "docs/rgpd/aipd.md": f"{NOTE}\n{impact_assessment()}",
        "docs/rgpd/registre.md": f"{NOTE}\n{register_document()}",
        **states(),
    }


def permissions() -> str:
    """Acts × roles: may this role ever do it, on rows of its own?"""
    heads = " | ".join(role.value for role in TRY)
    rows = [
        f"| `{act}` | " + " | ".join(_mark(grant, actor) for actor in TRY.values()) + " |"
        for app in _rooms("policy")
        for act, grant in import_module(f"perenne.domain.{app}.policy").GRANTS.items()
    ]
    lines = [NOTE, "# Who may do what", "", f"| Act | {heads} |", "|---" * (len(TRY) + 1) + "|"]
    return "\n".join([*lines, *rows, ""])


def states() -> dict[str, str]:
    """One Mermaid drawing for each machine."""
    return {f"docs/states/{app}.md": _drawings(app) for app in _rooms("states")}


def _drawings(app: str) -> str:
    module = import_module(f"perenne.domain.{app}.states")
    machines = {name: it for name, it in vars(module).items() if isinstance(it, Machine)}
    parts = [NOTE, f"# States of {app}"]
    for name, machine in machines.items():
        parts += ["", f"## {name}", "", "```mermaid", machine.diagram(), "```"]
    return "\n".join([*parts, ""])


def _rooms(room: str) -> list[str]:
    return sorted(path.parent.name for path in DOMAIN.glob(f"*/{room}.py"))


def _mark(grant: Grant, actor: Actor) -> str:
    return "·" if is_void(grant(actor)) else "yes"
