"""What a facilitator, the coordination and a buyer steer by: one question each, all tables."""

from perenne.domain.assessments.queries.boards.contracts import (
    ContractBoard,
    ContractLine,
    contract_lines,
)
from perenne.domain.assessments.queries.boards.desk import Tally, counts_for
from perenne.domain.assessments.queries.boards.exposed import Exposed, exposed_commitments
from perenne.domain.assessments.queries.boards.late import LateCompany, late_companies
from perenne.domain.assessments.queries.boards.loads import Load, loads_of
from perenne.domain.assessments.queries.boards.paces import PaceBoard, pace_board
from perenne.domain.assessments.queries.boards.segments import SegmentLine, segment_lines
from perenne.domain.assessments.queries.boards.waiting import Kind, WaitingLine, waiting_lines

__all__ = [
    "ContractBoard",
    "ContractLine",
    "Exposed",
    "Kind",
    "LateCompany",
    "Load",
    "PaceBoard",
    "SegmentLine",
    "Tally",
    "WaitingLine",
    "contract_lines",
    "counts_for",
    "exposed_commitments",
    "late_companies",
    "loads_of",
    "pace_board",
    "segment_lines",
    "waiting_lines",
]
