"""Documents that the code writes of itself; a house test checks that they are up to date."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

import perenne.domain
from perenne.kit.states import Machine
from perenne.ops.lawbook import lawbook
from perenne.ops.permissions import permissions
from perenne.ops.rgpd import impact_assessment, register_document

ROOT = Path(perenne.__path__[0]).parents[1]
DOMAIN = Path(perenne.domain.__path__[0])
NOTE = "<!-- Written by ./run fix from the code; do not edit. -->\n"


def generated() -> Mapping[str, str]:
    """Path from the root of the project → what it must hold."""
    return {
        "docs/law.md": f"{NOTE}\n{lawbook()}",
        "docs/permissions.md": f"{NOTE}\n{permissions(_rooms('policy'))}",
        "docs/rgpd/aipd.md": f"{NOTE}\n{impact_assessment()}",
        "docs/rgpd/registre.md": f"{NOTE}\n{register_document()}",
        **states(),
    }


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
    return sorted(path.parent.name for path in DOMAIN.glob(f"*/{room}*"))
