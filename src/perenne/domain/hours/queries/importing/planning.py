"""What a file would write: months of persons, each whole or not at all; the fate of each row."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.models.hirings import AFTER_THE_GREEN_LIGHT
from perenne.domain.hirings.queries.crews import counted_days
from perenne.domain.hours.queries.importing.facts import Entry, Fate, Row, Said
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
from perenne.domain.hours.queries.importing.weighing import Weighing
from perenne.domain.procurement.models import Contract
from perenne.rules.french import in_full
from perenne.values import fold

NO_LIGHT = "pas de feu vert pour {} : demandez-le au facilitateur"
NOT_HIRED = "aucune embauche sur ce marché : vérifiez la colonne du marché"
SEVERAL = "plusieurs marchés possibles ce mois-là : ajoutez une colonne « Marché »"
OTHER_ROW = "une autre ligne de cette personne et de ce mois est à corriger : ligne {}"
TWO_WAYS = "le mois est dit en tout et jour par jour : gardez l’un des deux"
LONGEST_REASON = 500


@dataclass(slots=True)
class Plan:
    months: dict[Key, Month]
    rows: list[Row]
    asked: tuple[Asked, ...]

    def counts(self) -> dict[str, list[int]]:
        """Fate → rows, minutes: all the rows of the file, once each."""
        found = {fate.value: [0, 0] for fate in Fate}
        for row in self.rows:
            found[row.fate.value][0] += 1
            found[row.fate.value][1] += row.minutes
        return found


def plan_of(rows: Iterable[Row], crew: Crew, standing: Standing, weighing: Weighing) -> Plan:
    """Asks the database nothing: what it needs of it stands in `crew`, `standing`, `weighing`."""
    work = _Work(crew)
    work.sort(list(rows))
    for key, month in work.months.items():
        settle(key, month, standing)
    weighing.weigh(work.months)
    work.hold_together()
    fates = work.fates()
    settled = [_settled(row, fates) for row in work.rows]
    return Plan(work.months, settled, work.questions())


class _Work:
    """Rows brought to the months of persons that they are about."""

    def __init__(self, crew: Crew) -> None:
        self.crew = crew
        self.months: dict[Key, Month] = {}
        self.rows: list[Row] = []
        self.unknown: Counter[Said] = Counter()
        self.spoilt: dict[tuple[int, date | None], int] = {}
        """Person and month (None: whatever month) → the first row of it that is refused."""

    def sort(self, rows: list[Row]) -> None:
        placed = [self._placed(row) for row in rows]
        self.rows = [row for row, _ in placed]
        for row, keys in placed:
            for key, hiring, entry in keys:
                self.months.setdefault(key, Month(hiring)).add(row, entry)
        for key, month in self.months.items():
            person = key.participant_id
            other = self.spoilt.get((person, key.month)) or self.spoilt.get((person, None))
            if other is not None:
                month.objection = OTHER_ROW.format(other)
            elif month.lumps and month.days:
                month.objection = TWO_WAYS

    def _placed(self, row: Row) -> tuple[Row, list[tuple[Key, Hiring, Entry]]]:
        if row.fate is Fate.REFUSED:
            self._spoil(row)
        if row.fate is not Fate.TAKEN:
            return row, []
        person = self.crew.find(row.who)
        if person is None:
            self.unknown[row.who] += 1
            return row.refused(NOBODY_KNOWN), []
        if person == NOT_OURS:
            return row.refused(LEFT_OUT), []
        hired = _on(self.crew.hirings[person], row.contract)
        found = []
        for entry in row.entries:
            hiring, why = _hiring_for(hired, entry)
            if hiring is None:
                self._spoil(row)
                return row.refused(why), []
            key = Key(entry.month, hiring.commitment_id, person, hiring.pk, row.kind)
            found.append((key, hiring, entry))
        return row, found

    def _spoil(self, row: Row) -> None:
        """A month of a person enters whole: a row that cannot be read holds back the others."""
        person = self.crew.find(row.who) if row.who.label else None
        if person:
            for month in row.months or (None,):
                self.spoilt.setdefault((person, month), row.number)

    def hold_together(self) -> None:
        """A row that is refused for one of its months is for all; and so on until nothing moves."""
        moved = True
        while moved:
            refused = {it for one in self.months.values() if one.objection for it in one.places}
            moved = False
            for month in self.months.values():
                other = next((it for it in month.places if it in refused), None)
                if other is not None and not month.objection:
                    month.objection, moved = OTHER_ROW.format(other[1]), True

    def fates(self) -> dict[tuple[str, int], tuple[Fate, str]]:
        """Of each row: refused when one of its months is, there when all of them are."""
        found: dict[tuple[str, int], tuple[Fate, str]] = {}
        rank = [Fate.THERE, Fate.TAKEN, Fate.REFUSED]
        for month in self.months.values():
            fate = Fate.REFUSED if month.objection else month.fate
            for place in month.places:
                before = found.get(place)
                if before is None or rank.index(fate) > rank.index(before[0]):
                    found[place] = fate, month.objection
        return found

    def questions(self) -> tuple[Asked, ...]:
        gathered: dict[str, tuple[Said, int]] = {}
        for said, rows in self.unknown.items():
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
    month.replaces = None
    if before is not None and before.minutes == month.minutes and before.days == month.days:
        month.fate = Fate.THERE
        return
    closed = standing.closed(key.commitment_id, key.month)
    if closed:
        month.objection = month.objection or closed
    elif before is not None:
        month.replaces = before.id


def _settled(row: Row, fates: Mapping[tuple[str, int], tuple[Fate, str]]) -> Row:
    if row.fate is not Fate.TAKEN or row.place not in fates:
        return row
    fate, reason = fates[row.place]
    if fate is Fate.REFUSED:
        return row.refused(reason[:LONGEST_REASON])
    return replace(row, fate=fate)


def by_sheet(months: Mapping[Key, Month]) -> dict[tuple[date, int], list[tuple[Key, Month]]]:
    """What is to be written, a sheet at a time, in the order of the house."""
    found: dict[tuple[date, int], list[tuple[Key, Month]]] = defaultdict(list)
    for key in sorted(months):
        month = months[key]
        if month.fate is Fate.TAKEN and not month.objection:
            found[key.month, key.commitment_id].append((key, month))
    return found
