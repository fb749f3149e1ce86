"""What is written to a company whose hours lack: the alert, the two summons, the decision."""

from perenne.rules.letters.deciding import Decided, decision
from perenne.rules.letters.facts import Reckoning, Shortage
from perenne.rules.letters.summoning import alert, formal_notice, hearing

__all__ = ["Decided", "Reckoning", "Shortage", "alert", "decision", "formal_notice", "hearing"]
