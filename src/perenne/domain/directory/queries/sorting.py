"""What becomes of each row of a file, in the light of what is known: tried and applied alike.

A structure is known again by its key in the same format, else by its SIRET and kind where one
structure alone has them. What it said itself stays; what nobody said newer is brought up to date;
a file that says nothing of a field empties it never.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from perenne.domain.directory.events import SAYABLE
from perenne.domain.directory.models import Origin, Structure, StructureTrade
from perenne.domain.directory.queries.reading import Facts, ReadRow
from perenne.domain.directory.queries.reading.facts import Unfit
from perenne.domain.directory.queries.reading.placing import Places
from perenne.domain.directory.states import Outcome, StructureSource

COMPARED = (
    "name", "brand", "siret", "kind", "address", "postcode", "latitude", "longitude", "about",
    "website", "email", "phone", "networks", "modes", "qpv",
)  # fmt: skip
"""Columns that a file may say, beside the commune and the trades."""
LISTS = frozenset({"networks", "modes"})


@dataclass(slots=True)
class Sorted:
    """A row with its fate. `values` are the columns to write, `trades` those to have; None: as
    they are."""

    line: int
    name: str
    outcome: Outcome
    reason: str = ""
    facts: Facts | None = None
    structure: Structure | None = None
    values: dict[str, Any] = field(default_factory=dict)
    trades: tuple[str, ...] | None = None

    @property
    def key(self) -> str:
        return self.facts.key if self.facts else ""


class Sorter:
    def __init__(self, source: StructureSource, departments: Iterable[str]) -> None:
        """Six queries, whatever the number of rows."""
        self.source = source
        self.places = Places(departments)
        rows = Structure.objects.order_by("pk")
        self.structures: Mapping[int, Structure] = {row.pk: row for row in rows}
        origins = Origin.objects.filter(source=source.value).values_list("key", "structure_id")
        self.by_key: dict[str, int] = dict(origins)
        self.by_siret: dict[tuple[str, str], list[int]] = defaultdict(list)
        for row in self.structures.values():
            if row.siret:
                self.by_siret[row.siret, row.kind].append(row.pk)
        self.trades: dict[int, set[str]] = defaultdict(set)
        for pk, trade in StructureTrade.objects.values_list("structure_id", "trade"):
            self.trades[pk].add(trade)

    def sort(self, rows: Iterable[ReadRow]) -> Iterator[Sorted]:
        """In the order of the file; two passes: a key that comes later in it is no stranger."""
        read = list(rows)
        keys = {row.facts.key for row in read if row.facts}
        taken = {pk for key, pk in self.by_key.items() if key in keys}
        lines: dict[str, int] = {}
        for row in read:
            if row.facts is None:
                yield Sorted(row.line, row.name, Outcome.SET_ASIDE, row.aside)
            elif row.facts.key in lines:
                reason = f"Même structure qu’à la ligne {lines[row.facts.key]} de ce fichier."
                yield Sorted(row.line, row.name, Outcome.SET_ASIDE, reason)
            else:
                lines[row.facts.key] = row.line
                yield self._fate(row.line, row.facts, taken)

    def _fate(self, line: int, facts: Facts, taken: set[int]) -> Sorted:
        try:
            place = self.places.of(facts)
        except Unfit as reason:
            return Sorted(line, facts.name, Outcome.SET_ASIDE, str(reason))
        said = {name: _plain(name, getattr(facts, name)) for name in COMPARED}
        said["commune_id"] = place.commune_id or None
        known = self._known(facts, taken)
        if known is None:
            fresh = {name: value for name, value in said.items() if _is_said(value)}
            trades = facts.trades or None
            told = _sentence("", facts.notes)
            return Sorted(line, facts.name, Outcome.ADDED, told, facts, None, fresh, trades)
        if self._is_older(facts, known):
            return Sorted(line, facts.name, Outcome.SET_ASIDE, _older(facts, known))
        return self._compared(line, facts, known, said)

    def _known(self, facts: Facts, taken: set[int]) -> Structure | None:
        pk = self.by_key.get(facts.key)
        if pk is None and facts.siret:
            free = [one for one in self.by_siret[facts.siret, facts.kind] if one not in taken]
            pk = free[0] if len(free) == 1 else None
        if pk is None:
            return None
        taken.add(pk)
        return self.structures[pk]

    def _is_older(self, facts: Facts, known: Structure) -> bool:
        """Another source must be newer; the same one may say more of the same day."""
        if known.told_on is None:
            return False
        if known.source == self.source or facts.key in self.by_key:
            return facts.said_on < known.told_on
        return facts.said_on <= known.told_on

    def _compared(self, line: int, facts: Facts, known: Structure, said: dict[str, Any]) -> Sorted:
        new = {
            name: value
            for name, value in said.items()
            if _is_said(value) and value != getattr(known, name)
        }
        trades = set(facts.trades)
        differ = {*new, *({"trades"} if trades and trades != self.trades[known.pk] else ())}
        own = differ & set(known.own)
        changed = differ - own
        labels = ", ".join(_labels(own))
        kept = (f"gardé tel que la structure l’a dit : {labels}",) if own else ()
        return Sorted(
            line,
            facts.name,
            Outcome.CHANGED if changed else Outcome.UNCHANGED,
            _sentence(", ".join(_labels(changed)), (*kept, *facts.notes)),
            facts,
            known,
            {name: value for name, value in new.items() if name in changed},
            facts.trades if "trades" in changed else None,
        )


def _plain(name: str, value: Any) -> Any:
    return list(value) if name in LISTS else value


def _is_said(value: Any) -> bool:
    return value not in (None, "", [])


def _labels(names: Iterable[str]) -> list[str]:
    wanted = set(names)
    return list(dict.fromkeys(label for name, label in SAYABLE.items() if name in wanted))


def _sentence(changed: str, notes: tuple[str, ...]) -> str:
    text = " ; ".join(part for part in (changed, *notes) if part)
    return f"{text[:1].upper()}{text[1:]}."[:300] if text else ""


def _older(facts: Facts, known: Structure) -> str:
    held: date = known.told_on or known.said_on
    return (
        f"Dit le {facts.said_on:%d/%m/%Y} : plus ancien que ce que l’annuaire tient depuis le "
        f"{held:%d/%m/%Y}."
    )
