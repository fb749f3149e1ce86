"""What one may ask about persons, their files and the answers given."""

from perenne.domain.participants.queries.answers import (
    Answer,
    AnswerCard,
    answer_card,
    answers_of,
)
from perenne.domain.participants.queries.contracts import (
    ContractChoice,
    accompanies,
    contracts_to_ask_for,
    may_ask,
)
from perenne.domain.participants.queries.duplicates import Duplicate
from perenne.domain.participants.queries.exits import (
    SITUATIONS,
    ExitCard,
    all_exits,
    exit_card,
    name_to_note,
)
from perenne.domain.participants.queries.files import (
    FileCard,
    FileRow,
    answers_files,
    counts_by_state,
    file_card,
    file_to_take_back,
    files_of,
)
from perenne.domain.participants.queries.notices import MEANS, Notice, notice_in_use
from perenne.domain.participants.queries.own import QuestionCard, question_behind
from perenne.domain.participants.queries.sending import (
    KNOWERS,
    QuestionToSend,
    question_to_send,
)
from perenne.domain.participants.queries.verdicts import VerdictCard, codes_of, verdict_for

__all__ = [
    "KNOWERS",
    "MEANS",
    "SITUATIONS",
    "Answer",
    "AnswerCard",
    "ContractChoice",
    "Duplicate",
    "ExitCard",
    "FileCard",
    "FileRow",
    "Notice",
    "QuestionCard",
    "QuestionToSend",
    "VerdictCard",
    "accompanies",
    "all_exits",
    "answer_card",
    "answers_files",
    "answers_of",
    "codes_of",
    "contracts_to_ask_for",
    "counts_by_state",
    "exit_card",
    "file_card",
    "file_to_take_back",
    "files_of",
    "may_ask",
    "name_to_note",
    "notice_in_use",
    "question_behind",
    "question_to_send",
    "verdict_for",
]
