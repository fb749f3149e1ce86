"""The hours that a clause counts: real ones, to the minute; rewards are told beside them.

Entries are read in their order: a limit lets the first ones through and leaves the rest out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from perenne.rules.french import typeset
from perenne.rules.hours.choices import SUPPORT_CAP, TRAINING_CAP
from perenne.rules.hours.facts import CapCode, CountingTerms, Entry
from perenne.rules.hours.kinds import HOUR_KINDS, Answer
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import AQUAREEL_2025, BAM_2021, PRACTICE
from perenne.values import Hours

CAPS = {CapCode.TRAINING: TRAINING_CAP, CapCode.SUPPORT: SUPPORT_CAP}
WHOLE = 10_000
NONE = Hours(0)


@dataclass(frozen=True, slots=True)
class CountedLine:
    """What becomes of one entry; `counted` and `left_out` make its hours."""

    entry: Entry
    counted: Hours
    reason: str
    cap: CapCode | None = None

    @property
    def left_out(self) -> Hours:
        return self.entry.hours - self.counted


@dataclass(frozen=True, slots=True)
class CapUse:
    """A limit that has left hours out: all it lets through, what it has let, what it has not."""

    code: CapCode
    limit: Hours
    used: Hours
    refused: Hours


@dataclass(frozen=True, slots=True)
class Counted:
    """`hours` are real and alone answer for the volume due; `valorised` adds what is rewarded."""

    hours: Hours
    valorised: Hours
    lines: tuple[CountedLine, ...]
    caps: tuple[CapUse, ...]

    @property
    def left_out(self) -> Hours:
        return _sum(line.left_out for line in self.lines)


@cites(
    AQUAREEL_2025,
    BAM_2021,
    PRACTICE,
    says="Combien d’heures comptent pour la clause, et lesquelles sont laissées de côté ?",
    confidence=Confidence.VARIES,
)
def count(entries: Sequence[Entry], terms: CountingTerms, *, practice: Practice = USUAL) -> Counted:
    """Every minute declared is either counted or left out, with its reason."""
    limits = _limits(terms, practice)
    used = {code: terms.already.get(code, NONE) for code in limits}
    lines = []
    for entry in entries:
        answer = HOUR_KINDS[entry.kind].asks(entry, terms, practice)
        if answer.cap is None or answer.cap not in limits:
            counted = entry.hours if answer.counts else NONE
            lines.append(CountedLine(entry, counted, answer.reason))
            continue
        line = _within(limits[answer.cap], used[answer.cap], entry, answer)
        used[answer.cap] += line.counted
        lines.append(line)
    real = _sum(line.counted for line in lines)
    return Counted(real, real + _rewarded(lines, terms), tuple(lines), _caps(limits, used, lines))


def _limits(terms: CountingTerms, practice: Practice) -> dict[CapCode, Hours]:
    """Rounded down to the minute; none when the clause asks for no volume."""
    if terms.due is None:
        return {}
    return {
        code: Hours(terms.due.minutes * practice.of(share).basis_points // WHOLE)
        for code, share in CAPS.items()
    }


def _within(limit: Hours, used: Hours, entry: Entry, answer: Answer) -> CountedLine:
    room = max(NONE, limit - used)
    if entry.hours <= room:
        return CountedLine(entry, entry.hours, answer.reason, answer.cap)
    reason = (
        f"{answer.reason} Cette limite est de {limit} pour la clause : {room} comptées ici, "
        "retirez le reste."
    )
    return CountedLine(entry, room, typeset(reason), answer.cap)


def _caps(
    limits: Mapping[CapCode, Hours], used: Mapping[CapCode, Hours], lines: Sequence[CountedLine]
) -> tuple[CapUse, ...]:
    refused = {code: _sum(line.left_out for line in lines if line.cap is code) for code in limits}
    return tuple(
        CapUse(code, limit, used[code], refused[code])
        for code, limit in limits.items()
        if refused[code]
    )


def _rewarded(lines: Sequence[CountedLine], terms: CountingTerms) -> Hours:
    """What the clause adds to counted hours, rounded half up once."""
    points = sum(
        line.counted.minutes * bonus.share.basis_points
        for line in lines
        for bonus in terms.bonuses
        if bonus.merit in line.entry.merits
    )
    return Hours((2 * points + WHOLE) // (2 * WHOLE))


def _sum(hours: Iterable[Hours]) -> Hours:
    return sum(hours, NONE)
