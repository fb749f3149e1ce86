"""A company whose crew has names, and files of their hours."""

from datetime import date

from perenne.domain.clauses.factories import whole_of
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.actions.importing import receive_import
from perenne.domain.hours.models import HoursImport, ImportLine, Work, WorkDay
from perenne.domain.hours.tests.conftest import ON, Scene
from perenne.domain.organisations.factories import new_actor
from perenne.domain.participants.factories import new_participant
from perenne.domain.programming.actions.receiving import SentFile
from perenne.kit.actors import Role
from perenne.kit.sheets.writing import Table, write_workbook

CREW = (
    ("Élodie", "Dupont-Martin", date(1990, 5, 12)),
    ("Paul", "Roy", date(1985, 1, 2)),
    ("Awa", "N’Diaye", date(1999, 12, 31)),
)


class Timesheets(Scene):
    def __init__(self, facilitator=None, company=None):
        self.facilitator = facilitator or new_actor(Role.FACILITATOR)
        self.company = company or new_actor(Role.COMPANY)
        self.commitment = self.new_commitment(1_000)
        self.siret = whole_of(self.commitment).party.siret
        people = [
            new_participant(first_name=first, last_name=last, born_on=born)
            for first, last, born in CREW
        ]
        self.hirings = [new_hiring(person, self.commitment) for person in people]

    def second_contract(self, called):
        """Of the same company."""
        other = self.new_commitment(500)
        other.contract.parties.update(siret=self.siret)
        other.contract.object = called
        other.contract.save()
        return other

    def sent(self, *rows, headings, name="heures.xlsx", tab="Octobre 2026", by=None):
        """The import of one tab."""
        content = write_workbook([Table(tab, headings, tuple(rows))])
        return self.sent_file(content, name, by=by)

    def sent_file(self, content, name="heures.xlsx", by=None):
        file = SentFile(content, name)
        pk = receive_import(file, siret=self.siret, by=by or self.company, today=ON)
        return HoursImport.objects.get(pk=pk)


def fates(row):
    """Fate → rows, without those that have none."""
    return {fate: lines for fate, (lines, _) in row.found["fates"].items() if lines}


def refusals_of(row):
    return {line.number: line.reason for line in ImportLine.objects.filter(hours_import=row)}


def written():
    """Person → minutes of the month, and how many days say so."""
    days = WorkDay.objects.values_list("work_id", flat=True)
    return {
        work.participant.last_name: (work.minutes, list(days).count(work.pk))
        for work in Work.objects.select_related("participant")
    }
