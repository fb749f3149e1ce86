"""The column that holds a state, and knows its machine."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db import models

from perenne.kit.states.machines import Machine

if TYPE_CHECKING:
    Text = models.CharField[str, str]
else:
    Text = models.CharField


class StateField(Text):
    """Begins where its machine begins; a trigger keeps its changes to the arrows of the machine.

    To migrations it is a plain text: the machine may change without one (`guards` follows).
    """

    def __init__(self, machine: Machine[Any] | None = None, **options: Any) -> None:
        self.machine = machine
        if machine is not None:
            options = {"max_length": 20, "default": machine.start.value, **options}
        super().__init__(**options)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, _path, args, options = super().deconstruct()
        return name, "django.db.models.CharField", args, options

    def clone(self) -> "StateField":
        """As the copies that Django makes of a field keep what is ours too."""
        copy: StateField = super().clone()
        return copy
