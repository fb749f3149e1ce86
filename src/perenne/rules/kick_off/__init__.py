"""The first papers of an execution: the sheet of the company, the agreement of the three."""

from perenne.rules.kick_off.convention import convention
from perenne.rules.kick_off.sheet import CHECKS, checklist, company_sheet
from perenne.rules.kick_off.terms import Carrier, Kickoff, Paper

__all__ = ["CHECKS", "Carrier", "Kickoff", "Paper", "checklist", "company_sheet", "convention"]
