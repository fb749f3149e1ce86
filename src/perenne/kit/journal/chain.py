"""The chain of each committee: where it ends, whether it holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from perenne.kit.journal.models import Entry, Head, Link
from perenne.kit.tenancy import current_committee

PROBLEMS = {
    "deleted": "the entry of this link is gone",
    "altered": "the entry is not the one that was written",
    "gap": "links are missing before this one",
    "unlinked": "does not follow the link before it",
    "unchained": "the entry is in no link",
    "head": "the chain does not end where its head says",
    "witness": "the head that was sent that day is not in the chain",
}


@dataclass(frozen=True, slots=True)
class HeadCard:
    committee: str
    seq: int
    hash: str
    at: datetime

    def __str__(self) -> str:
        return f"{self.committee}:{self.seq}:{self.hash}"


@dataclass(frozen=True, slots=True)
class Break:
    """Where the chain does not hold, and how."""

    committee: str
    seq: int | None
    entry_id: int | None
    problem: str

    def __str__(self) -> str:
        return f"link {self.seq}, entry {self.entry_id}: {PROBLEMS[self.problem]}"


@dataclass(frozen=True, slots=True)
class Witness:
    """A head as it was sent outside: « 77:1234:9f86… »."""

    committee: str
    seq: int
    hash: str

    @classmethod
    def read(cls, text: str) -> "Witness":
        """ValueError when it is no head."""
        committee, seq, digest = text.strip().split(":")
        return cls(committee, int(seq), bytes.fromhex(digest).hex())


def heads() -> tuple[HeadCard, ...]:
    """Of the committees that the connection sees."""
    rows = Head.objects.order_by("committee_id")
    return tuple(HeadCard(row.committee_id, row.seq, bytes(row.hash).hex(), row.at) for row in rows)


def entries_written() -> int:
    return Entry.objects.count()


def broken(witnesses: Sequence[Witness] = ()) -> tuple[Break, ...]:
    """Of the committee at work: every place where the chain does not hold, or none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM journal_broken()")
        found = [Break(*row) for row in cursor.fetchall()]
    here = [witness for witness in witnesses if witness.committee == current_committee()]
    return (*found, *(Break(w.committee, w.seq, None, "witness") for w in here if not _holds(w)))


def _holds(witness: Witness) -> bool:
    return Link.objects.filter(seq=witness.seq, hash=bytes.fromhex(witness.hash)).exists()
