"""What the words of a search may mean: words that structures say, trades, kinds. One query.

A word is taken as it is written, as the beginning of a longer one, or as a misspelling: one wrong
letter, two in a long word. Whoever wrote a word of the rules meant it.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.db import connection

from perenne.domain.directory.queries.lexicon import lexicon
from perenne.kit.paging import LONGEST_WORDS
from perenne.rules.segments import Certainty, find_segment
from perenne.rules.segments.matching import stems
from perenne.values import fold

ASKING = frozenset(
    ["je", "j", "cherche", "recherche", "voudrais", "veux", "besoin", "trouver", "qui"]
)
MOST_WORDS, LONGEST_WORD, MOST_MEANINGS, LONG = 6, 40, 40, 6
DOUBTFUL = 0.6
"""What a misspelling keeps of its likeness when a structure says the very word that was asked."""
OF_THE_WHOLE = 1.3
"""What a word counts for in the trade that all of them name together."""
NEAR = 0.75
"""What one fault leaves of a word; two leave its square."""
ALIKE = """
SELECT asked.number, known.word, known.taught
FROM unnest(%(asked)s::text[], %(sure)s::bool[]) WITH ORDINALITY AS asked(word, sure, number)
JOIN (
    SELECT word, FALSE AS taught FROM directory_term
    UNION ALL SELECT word, TRUE FROM unnest(%(taught)s::text[]) AS word
) AS known
ON known.word = asked.word
OR (length(asked.word) > 2 AND starts_with(known.word, asked.word))
OR (NOT asked.sure AND length(asked.word) > 3
    AND abs(length(known.word) - length(asked.word)) <= 2
    AND levenshtein_less_equal(known.word, asked.word, 2) <= 2)
ORDER BY length(known.word), known.word
"""
"""Candidates; a word that the rules know is no misspelling (`sure`). Two letters put in each
other’s place count for two here, and for one below."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Of one word: what it may stand for → from 0 to 1, how surely."""

    typed: str
    words: Mapping[str, float]
    trades: Mapping[str, float]
    kinds: Mapping[str, float]

    @property
    def is_known(self) -> bool:
        return bool(self.words or self.trades or self.kinds)


def words_in(asked: str) -> dict[str, str]:
    """Their stems, once each, with the word as it was typed; without the words that ask."""
    typed = re.findall(r"\w+", asked[:LONGEST_WORDS])
    found = {
        stem[:LONGEST_WORD]: word
        for word in reversed(typed)
        if fold(word) not in ASKING
        for stem in stems(word).split()
    }
    return dict(list(reversed(found.items()))[:MOST_WORDS])


def meanings_of(words: Mapping[str, str]) -> tuple[Meaning, ...]:
    """One for each word, in their order."""
    if not words:
        return ()
    found: dict[int, list[tuple[str, bool]]] = defaultdict(list)
    with connection.cursor() as cursor:
        taught = lexicon().words
        sure = [word in lexicon().trades or word in lexicon().kinds for word in words]
        cursor.execute(ALIKE, {"asked": list(words), "sure": sure, "taught": taught})
        for number, word, taught in cursor:
            found[number].append((word, taught))
    meanings = tuple(
        _meaning(stem, typed, found[at]) for at, (stem, typed) in enumerate(words.items(), start=1)
    )
    return _as_a_whole(meanings)


def _as_a_whole(meanings: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """« Nettoyage de la voirie » is one trade, and not two: the rules that read objects say so."""
    whole = find_segment(" ".join(meaning.typed for meaning in meanings), None)
    if whole.trade is None or whole.certainty is Certainty.DOUBTFUL or len(meanings) < 2:
        return meanings
    code = whole.trade.code
    return tuple(
        replace(one, trades={**one.trades, code: OF_THE_WHOLE}) if code in one.trades else one
        for one in meanings
    )


def _meaning(asked: str, typed: str, rows: Sequence[tuple[str, bool]]) -> Meaning:
    """The fewest faults are meant. A word of the rules, well written, has none: its endings alone.

    What a structure says may be as misspelt as the question: its own misspelling stays a doubt.
    """
    whole = [row for row in rows if row[0].startswith(asked)]
    is_taught = (asked, True) in whole
    faults = {} if is_taught else _faults(asked, [row for row in rows if row not in whole])
    doubt = DOUBTFUL if (asked, False) in whole else 1.0
    likeness = {row: 0.6 + 0.4 * (len(asked) / len(row[0])) for row in whole[:MOST_MEANINGS]}
    likeness |= {row: doubt * NEAR**number for row, number in faults.items()}
    words: dict[str, float] = {}
    trades: dict[str, float] = {}
    kinds: dict[str, float] = {}
    for (word, taught), alike in likeness.items():
        if taught:
            _raise(trades, lexicon().trades.get(word, {}), alike)
            _raise(kinds, lexicon().kinds.get(word, {}), alike)
        else:
            words[word] = alike
    return Meaning(typed, words, trades, kinds)


def _faults(asked: str, rows: Sequence[tuple[str, bool]]) -> dict[tuple[str, bool], int]:
    """Those with the fewest faults, and how many: one at most in a short word, two in a long."""
    counted = {row: faults_between(asked, row[0]) for row in rows}
    fewest = min(counted.values(), default=0)
    most = 1 if len(asked) < LONG else 2
    return {row: number for row, number in counted.items() if number == fewest <= most}


def faults_between(one: str, other: str) -> int:
    """Letters missing, in excess, wrong, or two in each other’s place: how many such faults."""
    before, last = [0] * (len(other) + 1), list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        row = [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(last[j] + 1, row[-1] + 1, last[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


def _raise(known: dict[str, float], found: Mapping[str, float], likeness: float) -> None:
    for code, worth in found.items():
        known[code] = max(known.get(code, 0.0), worth * likeness)
