"""Each column of a file given to one thing at most: named, asked about, or left aside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from perenne.kit.french.columns import Column
from perenne.kit.french.contents import LOOKS, samples_of, share
from perenne.kit.french.heading_units import tax_of
from perenne.kit.french.likeness import likenesses
from perenne.kit.french.plain import quoted
from perenne.kit.french.readings import Tax
from perenne.kit.french.table import Heading, HeadingDoubt
from perenne.values import fold

SURE = 0.86
PERHAPS = 0.60
CONFIRMED = 0.12
CONTRADICTED = 0.35
BY_CONTENT = 0.78
MOST = 0.7
FEW = 0.2
SAMPLES_SHOWN = 3
CANDIDATES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Choice:
    columns: Mapping[Column, int]
    ignored: tuple[Heading, ...]
    doubts: tuple[HeadingDoubt, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A column of the file and what it could be. Greatest first: score, then HT, then left."""

    score: float
    index: int
    text: str
    column: Column

    @property
    def rank(self) -> tuple[float, bool, int]:
        return (-self.score, tax_of(self.text) is Tax.TTC, self.index)


def choose(
    texts: Sequence[str],
    below: Sequence[Sequence[str]],
    remembered: Mapping[str, Column | None],
) -> Choice:
    """The surest first; a guess is made and asked; what resembles nothing is mentioned."""
    samples = {index: samples_of(below, index) for index in range(len(texts))}
    shown = [Heading(index, text) for index, text in enumerate(texts) if text or samples[index]]
    candidates = sorted(
        (found for heading in shown for found in candidates_of(heading, samples, remembered)),
        key=lambda candidate: candidate.rank,
    )
    sure = assign([found for found in candidates if found.score >= SURE], {})
    asked = doubts_of(shown, candidates, sure, samples)
    columns = assign(candidates, sure)
    settled = {*columns.values(), *(doubt.index for doubt in asked)}
    ignored = tuple(heading for heading in shown if heading.index not in settled)
    return Choice(columns, ignored, asked)


def candidates_of(
    heading: Heading,
    samples: Mapping[int, tuple[str, ...]],
    remembered: Mapping[str, Column | None],
) -> list[Candidate]:
    """A remembered answer settles it (None: leave it aside); then the name; then the cells."""
    answer = fold(heading.text)
    if answer in remembered:
        told = remembered[answer]
        return [Candidate(2, heading.index, heading.text, told)] if told else []
    below = samples[heading.index]
    scores = {
        column: weighed(score, column, below) for column, score in likenesses(heading.text).items()
    }
    for column in LOOKS:
        if column not in scores and (share(below, column) or 0) >= MOST:
            scores[column] = BY_CONTENT if column is not Column.OBJECT else PERHAPS
    return [
        Candidate(score, heading.index, heading.text, column)
        for column, score in scores.items()
        if score >= PERHAPS
    ]


def weighed(score: float, column: Column, below: Sequence[str]) -> float:
    """The cells confirm or contradict the name; bare figures contradict no exact name."""
    part = share(below, column)
    if part is None:
        return score
    if part >= MOST:
        return score if score == 1 else min(0.99, score + CONFIRMED)
    figures = sum(any(letter.isdigit() for letter in text) for text in below)
    excused = column is Column.OBJECT or (score == 1 and figures >= len(below) * MOST)
    return score if excused or part >= FEW else score - CONTRADICTED


def assign(candidates: Sequence[Candidate], known: Mapping[Column, int]) -> dict[Column, int]:
    """The best free candidate of each column of the file, after those already known."""
    columns = dict(known)
    for candidate in candidates:
        if candidate.column not in columns and candidate.index not in columns.values():
            columns[candidate.column] = candidate.index
    return columns


def doubts_of(
    shown: Sequence[Heading],
    candidates: Sequence[Candidate],
    columns: Mapping[Column, int],
    samples: Mapping[int, tuple[str, ...]],
) -> tuple[HeadingDoubt, ...]:
    """One question for each column that could be something, best candidates first."""
    asked = []
    for heading in shown:
        mine = [found for found in candidates if found.index == heading.index]
        if heading.index in columns.values() or not mine or says_it_with_tax(mine[0], columns):
            continue
        asked.append(
            HeadingDoubt(
                heading.index,
                heading.text,
                tuple(found.column for found in mine[:CANDIDATES_SHOWN]),
                question(heading, mine[0].column, columns),
                samples[heading.index][:SAMPLES_SHOWN],
            )
        )
    return tuple(asked)


def says_it_with_tax(found: Candidate, columns: Mapping[Column, int]) -> bool:
    """« Montant TTC » beside « Montant HT » needs no question."""
    return found.column in columns and tax_of(found.text) is Tax.TTC


def question(heading: Heading, column: Column, columns: Mapping[Column, int]) -> str:
    name = quoted(heading.text)
    if column in columns:
        return f"Une autre colonne donne déjà « {column.label} » : que contient {name} ?"
    return f"La colonne {name} contient-elle « {column.label} » ?"
