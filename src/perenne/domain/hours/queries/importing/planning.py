"""What a file would write: months of persons, each whole or not at all; the fate of each row."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.models.hirings import AFTER_THE_GREEN_LIGHT
from perenne.domain.hirings.queries.crews import counted_days
from perenne.domain.hours.queries.importing.facts import (
    LONGEST_REASON,
    Entry,
    Fate,
    Row,
    Said,
    Told,
)
from perenne.domain.hours.queries.importing.months import Key, Month
from perenne.domain.hours.queries.importing.people import (
    LEFT_OUT,
    NOBODY_KNOWN,
    NOT_OURS,
    Asked,
    Crew,
    print_of,
)
from perenne.domain.hours.queries.importing.standing import Standing
from perenne.domain.hours.queries.importing.weighing import weigh
from perenne.domain.procurement.models import Contract
from perenne.rules.french import in_full
from perenne.values import fold

NO_LIGHT = "pas de feu vert pour {} : demandez-le au facilitateur"
NOT_HIRED = "aucune embauche sur ce marché : vérifiez la colonne du marché"
SEVERAL = "plusieurs marchés possibles ce mois-là : ajoutez une colonne « Marché »"
OTHER_ROW = "une autre ligne de cette personne et de ce mois est à corriger : ligne {}"
TWO_WAYS = "le mois est dit en tout et jour par jour : gardez l’un des deux"


@dataclass(slots=True)
class Plan:
    months: dict[Key, Month]
    lines: list[Told]
    asked: tuple[Asked, ...]

    def counts(self) -> dict[str, list[int]]:
        """Fate → rows, minutes: all the rows of the file, once each."""
        found = {fate.value: [0, 0] for fate in Fate}
        for line in self.lines:
            found[line.fate.value][0] += 1
            found[line.fate.value][1] += line.minutes
        return found


class Sorting:
    """Rows brought to the months of persons that they are about, one after the other."""

    def __init__(self, crew: Crew, rows: Iterable[Row]) -> None:
        self.crew = crew
        self.months: dict[Key, Month] = {}
        self.lines: list[Told] = []
        self._unknown: Counter[Said] = Counter()
        self._spoilt: dict[tuple[int, date | None], int] = {}
        """Person and month (None: whatever month) → the first row of it that is refused."""
        for row in rows:
            self._take(row)

    def plan(self, standing: Standing, *, on: date) -> Plan:
        for key, month in self.months.items():
            self._object(key, month)
            settle(key, month, standing)
        weigh(self.months, standing, on=on)
        self._hold_together()
        for fate in (Fate.THERE, Fate.TAKEN):  # there, when all of its months are
            for month in self.months.values():
                for line in month.lines if month.fate is fate else ():
                    line.fate = line.fate if line.fate is Fate.REFUSED else fate
        return Plan(self.months, self.lines, self.questions())

    def _take(self, row: Row) -> None:
        line = Told(row.tab, row.number, row.fate, row.reason[:LONGEST_REASON], row.minutes)
        self.lines.append(line)
        if row.fate is Fate.REFUSED:
            self._spoil(row)
        if row.fate is not Fate.TAKEN:
            return
        person = self.crew.find(row.who)
        if person is None:
            self._unknown[row.who] += 1
            line.refuse(NOBODY_KNOWN)
        elif person == NOT_OURS:
            line.refuse(LEFT_OUT)
        else:
            self._place(row, line, person)

    def _place(self, row: Row, line: Told, person: int) -> None:
        hired = _on(self.crew.hirings[person], row.contract)
        found = [_hiring_for(hired, entry) for entry in row.entries]
        for _, why in found:
            if why:
                line.refuse(why)
                return self._spoil(row)
        for (hiring, _), entry in zip(found, row.entries, strict=True):
            if hiring is not None:
                key = Key(entry.month, hiring.commitment_id, person, hiring.pk, row.kind)
                self.months.setdefault(key, Month(hiring)).add(line, entry, row.explanation)

    def _spoil(self, row: Row) -> None:
        """A month of a person enters whole: a row that cannot be read holds back the others."""
        person = self.crew.find(row.who) if row.who.label else None
        if person:
            for month in row.months or (None,):
                self._spoilt.setdefault((person, month), row.number)

    def _object(self, key: Key, month: Month) -> None:
        person = key.participant_id
        other = self._spoilt.get((person, key.month)) or self._spoilt.get((person, None))
        if other is not None:
            month.objection = OTHER_ROW.format(other)
        elif month.lumps and month.days:
            month.objection = TWO_WAYS

    def _hold_together(self) -> None:
        """A row that is refused for one of its months is for all; and so on until nothing moves."""
        moved = True
        while moved:
            moved = False
            for month in self.months.values():
                refused = next((it for it in month.lines if it.fate is Fate.REFUSED), None)
                if refused is not None and not month.objection:
                    month.objection, moved = OTHER_ROW.format(refused.number), True
                for line in month.lines if month.objection else ():
                    if line.fate is not Fate.REFUSED:
                        line.refuse(month.objection)
                        moved = True

    def questions(self) -> tuple[Asked, ...]:
        gathered: dict[str, tuple[Said, int]] = {}
        for said, rows in self._unknown.items():
            mark = print_of(self.crew.siret, said)
            first, count = gathered.get(mark, (said, 0))
            gathered[mark] = first, count + rows
        return tuple(
            Asked(mark, said.label, count, self.crew.candidates(said))
            for mark, (said, count) in gathered.items()
        )


def _on(hirings: list[Hiring], contract: str) -> list[Hiring]:
    """Those for the contract that the row names; all of them when it names none."""
    words = fold(contract)
    if not words:
        return hirings
    contracts = {one.pk: one.commitment.contract for one in hirings}
    exact = [one for one in hirings if words == fold(label_of(contracts[one.pk]))]
    by_reference = [one for one in hirings if words == fold(contracts[one.pk].reference)]
    by_object = [one for one in hirings if words in fold(contracts[one.pk].object)]
    return exact or by_reference or by_object


def label_of(contract: Contract) -> str:
    """As the template names it: « 2026-77 – Nettoyage des écoles »."""
    return f"{contract.reference} – {contract.object}"[:120]


def _hiring_for(hired: list[Hiring], entry: Entry) -> tuple[Hiring | None, str]:
    if not hired:
        return None, NOT_HIRED
    counting = [one for one in hired if _counts(one, entry)]
    if len(counting) == 1:
        return counting[0], ""
    if counting:
        return None, SEVERAL
    when = in_full(entry.day) if entry.day else f"{entry.month:%m/%Y}"
    return None, NO_LIGHT.format(when)


def _counts(hiring: Hiring, entry: Entry) -> bool:
    if hiring.state not in AFTER_THE_GREEN_LIGHT:
        return False
    days = counted_days(hiring, entry.month)
    return entry.day in days if entry.day else days.start < days.end


def settle(key: Key, month: Month, standing: Standing) -> None:
    """Against what is already declared: the same, or something to replace, or a closed sheet."""
    before = standing.works.get((key.commitment_id, key.hiring_id, key.month, key.kind.value))
    month.stands = before.id if before else None
    month.fate = Fate.TAKEN
    if (
        before is not None
        and before.minutes == month.minutes
        and (
            not month.days or before.days == month.days  # days that are known are not lost
        )
    ):
        month.fate = Fate.THERE
    elif closed := standing.closed(key.commitment_id, key.month):
        month.objection = month.objection or closed


def by_sheet(months: Mapping[Key, Month]) -> dict[tuple[date, int], list[tuple[Key, Month]]]:
    """What is to be written, a sheet at a time, in the order of the house."""
    found: dict[tuple[date, int], list[tuple[Key, Month]]] = defaultdict(list)
    for key in sorted(months):
        month = months[key]
        if month.fate is Fate.TAKEN and not month.objection:
            found[key.month, key.commitment_id].append((key, month))
    return found
