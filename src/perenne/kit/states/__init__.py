"""State machines: declared once as a table, kept to by the actions and by PostgreSQL."""

from perenne.kit.states.fields import StateField
from perenne.kit.states.machines import Machine, Move

__all__ = ["Machine", "Move", "StateField"]
