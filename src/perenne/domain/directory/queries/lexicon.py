"""The words that name a trade or a kind of structure, and how much each of them tells.

They come from the rules themselves: labels and expressions of `rules.segments.TRADES`, names of
jobs, labels of kinds. A structure need not write « nettoyage » to be found by it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from perenne.domain.directory.states import KINDS
from perenne.domain.organisations.states import PrescriberKind, StructureKind
from perenne.rules.segments import TRADES, Trade
from perenne.rules.segments.jobs import JOBS
from perenne.rules.segments.matching import stems

NAMED, IN_ITS_LABEL, IN_A_PHRASE, IN_ITS_SEGMENT, IN_A_KIND = 1.0, 0.8, 0.6, 0.4, 0.8
ALSO_SAID: Mapping[str, str] = {
    StructureKind.ETTI: "intérim d’insertion, intérimaire",
    StructureKind.EATT: "intérim adapté, intérimaire, handicap",
    StructureKind.EA: "handicap, travailleurs handicapés",
    StructureKind.ESAT: "handicap, travailleurs handicapés, milieu protégé",
    StructureKind.ACI: "chantier-école",
    StructureKind.OTHER: "ess",
    PrescriberKind.FRANCE_TRAVAIL: "pôle emploi",
    PrescriberKind.CAP_EMPLOI: "handicap",
    PrescriberKind.MISSION_LOCALE: "jeunes",
    PrescriberKind.SPIP: "prison, détenus, probation",
    PrescriberKind.DEPARTMENT: "rsa, conseil départemental",
}
"""What people say of a kind and its label does not."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Stem of a word → code of a trade, or of a kind → from 0 to 1, how surely it is that one."""

    trades: Mapping[str, Mapping[str, float]]
    kinds: Mapping[str, Mapping[str, float]]

    @property
    def words(self) -> list[str]:
        return sorted(self.trades.keys() | self.kinds.keys())


@cache
def lexicon() -> Lexicon:
    """Worked out once: rules do not change while the server runs."""
    trades = ((trade.code, phrase, worth) for trade in TRADES for phrase, worth in _of(trade))
    kinds = ((kind, phrase, IN_A_KIND) for kind in KINDS for phrase in _names_of(kind))
    return Lexicon(_by_word(trades), _by_word(kinds))


def _of(trade: Trade) -> Iterable[tuple[str, float]]:
    """A phrase of one word names the trade by itself."""
    yield trade.label, IN_ITS_LABEL
    said = [one.words.replace("…", " ") for one in trade.expressions]
    for phrase in said + JOBS.get(trade.code, "").split(","):
        yield phrase, NAMED if len(stems(phrase).split()) == 1 else IN_A_PHRASE
    for part in trade.label.split(","):
        if len(stems(part).split()) == 1:
            yield part, NAMED
    if trade.segment is not None:
        yield trade.segment.label, IN_ITS_SEGMENT


def _names_of(kind: str) -> Iterable[str]:
    yield KINDS[kind]
    yield from ALSO_SAID.get(kind, "").split(",")


def _by_word(said: Iterable[tuple[str, str, float]]) -> Mapping[str, Mapping[str, float]]:
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for code, phrase, worth in said:
        for word in stems(phrase).split():
            found[word][code] = max(worth, found[word].get(code, 0.0))
    return found
