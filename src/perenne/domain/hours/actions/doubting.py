"""What keeps the lines of a sheet out: what is impossible, then what the rules doubt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.models.hirings import AFTER_THE_GREEN_LIGHT
from perenne.domain.hirings.queries.crews import counted_days
from perenne.domain.hours.models import Sheet
from perenne.domain.hours.queries.lines import Line, judged
from perenne.kit.refusals import Refused
from perenne.rules.french import in_full
from perenne.rules.hours import DoubtCode, Severity
from perenne.rules.practice import Practice

TWICE = "La même personne figure deux fois pour la même nature d’heures : réunissez les lignes."
NOT_OF_THE_CREW = (
    "Une embauche n’est pas de cet engagement, ou ses heures ne comptent pas encore ce mois-ci : "
    "retirez la ligne, ou demandez le feu vert au facilitateur."
)
NO_MINUTE = "Indiquez une durée d’une minute au moins, ou retirez la ligne."
OTHER_TOTAL = "Les jours ne font pas le total du mois, corrigez l’un ou l’autre."
OUTSIDE = "Le {} n’est pas un jour dont les heures comptent, corrigez-le."


@dataclass(frozen=True, slots=True)
class Fault:
    """What keeps a line out. `hiring_id` 0: the whole sheet. `code`: the doubt that an explanation
    would answer, None where only a correction does."""

    sheet_id: int
    sentence: str
    hiring_id: int = 0
    about: str = ""
    code: DoubtCode | None = None

    def __str__(self) -> str:
        return f"{self.about} : {self.sentence}" if self.about else self.sentence


class LinesRefused(Refused):
    """Nothing was declared; `faults` says why, line by line."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(str(faults[0]))
        self.faults = tuple(faults)


def impossible_in(
    sheet: Sheet, lines: Sequence[Line], hirings: Mapping[int, Hiring]
) -> list[Fault]:
    faults = []
    seen = set()
    for line in lines:
        hiring = hirings.get(line.hiring_id)
        if hiring is None or not _is_of(sheet, hiring):
            faults.append(Fault(sheet.pk, NOT_OF_THE_CREW, line.hiring_id))
            continue
        sentence = TWICE if (line.hiring_id, line.kind) in seen else _fault_of(line, hiring, sheet)
        seen.add((line.hiring_id, line.kind))
        if sentence:
            faults.append(Fault(sheet.pk, sentence, hiring.pk, hiring.participant.code))
    return faults


def _is_of(sheet: Sheet, hiring: Hiring) -> bool:
    """Of that commitment and that company, with a day of the month that counts."""
    days = counted_days(hiring, sheet.month)
    return (
        hiring.state in AFTER_THE_GREEN_LIGHT
        and hiring.commitment_id == sheet.commitment_id
        and hiring.party.siret == sheet.statement.siret
        and days.start < days.end
    )


def _fault_of(line: Line, hiring: Hiring, sheet: Sheet) -> str:
    if line.minutes <= 0 or any(minutes <= 0 for minutes in line.days.values()):
        return NO_MINUTE
    if line.days and sum(line.days.values()) != line.minutes:
        return OTHER_TOTAL
    days = counted_days(hiring, sheet.month)
    outside = [day for day in sorted(line.days) if day not in days]
    return OUTSIDE.format(in_full(outside[0])) if outside else ""


def doubtful_in(
    sheet: Sheet,
    lines: Sequence[Line],
    hirings: Mapping[int, Hiring],
    on: date,
    practice: Practice,
) -> tuple[list[Fault], dict[int, str]]:
    """What the rules ask, and what was answered, by hiring."""
    faults, explained = [], {}
    for one in judged(sheet, lines, hirings, on=on, practice=practice):
        explained[one.hiring.pk] = one.explanation
        for doubt in one.left:
            code = None if doubt.severity is Severity.BLOCK else doubt.code
            person = one.hiring.participant.code
            faults.append(Fault(sheet.pk, doubt.question, one.hiring.pk, person, code))
    return faults, explained
