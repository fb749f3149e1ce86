"""A company of the committee with a crew that has names, and its files of hours."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from perenne.domain.hours.tests.timesheets import Timesheets
from perenne.kit.sheets.writing import Table, write_workbook

HEADINGS = ("Nom", "Prénom", "Mois", "Heures")
ROWS = (
    ("Dupont-Martin", "Élodie", "octobre 2026", "151,67"),
    ("Roy", "Paul", "octobre 2026", "7h75"),
    ("N’Diaye", "Awa", "octobre 2026", "100"),
)


def file_of(*rows, headings=HEADINGS, tab="Heures", name="heures.xlsx"):
    content = write_workbook([Table(tab, headings, rows or ROWS)])
    return SimpleUploadedFile(name, content)


@pytest.fixture
def work(committee):
    """The crew of `committee.company`, on a contract of `committee.facilitator`."""
    return Timesheets(committee.facilitator, committee.company)
