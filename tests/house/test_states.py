"""Machines that hold together, and tables that know only the states of their machine."""

from importlib import import_module

import pytest

from perenne.kit.states import Machine
from tests.house.places import HOUSE

MACHINES = [
    (f"{path.parent.name}.{name}", machine)
    for path in sorted(HOUSE.glob("domain/*/states.py"))
    for name, machine in vars(import_module(f"perenne.domain.{path.parent.name}.states")).items()
    if isinstance(machine, Machine)
]
GRANTED = {
    act
    for path in HOUSE.glob("domain/*/policy*")
    for act in import_module(f"perenne.domain.{path.parent.name}.policy").GRANTS
}


@pytest.mark.parametrize(("name", "machine"), MACHINES, ids=[name for name, _ in MACHINES])
def test_every_state_is_reached(name, machine):
    assert machine.reachable() == set(type(machine.start))


@pytest.mark.parametrize(("name", "machine"), MACHINES, ids=[name for name, _ in MACHINES])
def test_every_move_is_granted_to_somebody(name, machine):
    assert set(machine.moves) <= GRANTED
