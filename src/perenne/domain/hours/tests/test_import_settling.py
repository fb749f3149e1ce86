"""What only a human knows of a file of hours, asked once; the template, which asks nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perenne.domain.hours.actions.importing import (
    apply_import,
    match_columns,
    settle_people,
)
from perenne.domain.hours.models import HoursImport, RememberedPerson
from perenne.domain.hours.queries.importing import NOT_OURS, people_of, template_for
from perenne.domain.hours.queries.importing.columns import layout_of
from perenne.domain.hours.queries.importing.facts import Fate
from perenne.domain.hours.queries.importing.rows import rows_of
from perenne.domain.hours.tests.conftest import MONTH, ON
from perenne.domain.hours.tests.timesheets import Timesheets, fates, refusals_of, written
from perenne.kit.refusals import Refused
from perenne.kit.sheets import Sheet as Tab
from perenne.kit.sheets import read
from perenne.kit.sheets.writing import Table, write_csv, write_workbook
from perenne.values import Hours


@pytest.fixture
def work(db):
    return Timesheets()


def test_who_is_not_known_is_asked_once_and_remembered_without_their_name(work):
    rows = [("M-7", "Dupond E.", "10/2026", "100"), ("M-8", "Jean Valjean", "10/2026", "50")]
    headings = ("Matricule", "Nom", "Mois", "Heures")
    row = work.sent(*rows, headings=headings)
    people = people_of(row.pk, seen_by=work.company)
    dupont, valjean = people.asked
    assert dupont.candidates[0] == work.hirings[0].participant_id
    with pytest.raises(Refused, match="pas de l’équipe"):
        settle(work, row, {dupont.print: 0, valjean.print: 999_999})
    settle(work, row, {dupont.print: work.hirings[0].participant_id, valjean.print: NOT_OURS})
    row = HoursImport.objects.get(pk=row.pk)
    assert (row.found["asked"], fates(row)["taken"]) == (0, 1)
    assert "hors de l’équipe" in refusals_of(row)[3]
    again = work.sent(("M-7", "Autrement dit", "11/2026", "10"), headings=headings)
    assert fates(again) == {"taken": 1, "aside": 1}
    assert not RememberedPerson.objects.filter(mark__icontains="dup").exists()


def settle(work, row, people):
    settle_people(import_id=row.pk, people=people, by=work.company, today=ON)


def test_columns_without_a_name_are_asked_and_remembered(work):
    headings = ("Qui", "Quand", "Combien")
    row = work.sent(("Roy Paul", "10/2026", "7,5"), headings=headings)
    assert row.state == "asking"
    (layout,) = (layout_of(tab, {}) for tab in read(workbook(headings), "x.xlsx").sheets)
    said = {layout.signature: {"0": "name", "1": "month", "2": "hours", "unit": "hours"}}
    with pytest.raises(Refused, match="Il manque encore"):
        match_columns(import_id=row.pk, said={}, by=work.company, today=ON)
    match_columns(import_id=row.pk, said=said, by=work.company, today=ON)
    assert fates(HoursImport.objects.get(pk=row.pk)) == {"taken": 1, "aside": 1}
    assert work.sent(("Roy Paul", "10/2026", "8"), headings=headings).state == "checked"


def workbook(headings, *rows):
    return write_workbook([Table("Octobre 2026", headings, rows or (("a", "b", "1"),))])


def test_the_template_comes_back_without_a_question(work):
    table = template_for(work.siret, MONTH, seen_by=work.company)
    at = table.headings.index("5")
    filled = [[*row] for row in table.rows]
    filled[0][at], filled[0][at + 1] = Hours(440), "7h30"
    filled[2][table.headings.index("Heures du mois")] = "100"
    row = work.sent_file(write_workbook([Table(table.name, table.headings, tuple(filled))]))
    assert fates(row) == {"taken": 2, "blank": 1, "aside": 1}
    apply_import(import_id=row.pk, by=work.company, today=ON)
    assert written() == {filled[0][1]: (890, 2), filled[2][1]: (6_000, 0)}
    again = template_for(work.siret, MONTH, seen_by=work.facilitator)
    assert fates(work.sent_file(write_csv(again), by=work.facilitator))["there"] == 2


BOX = st.one_of(st.none(), st.integers(1, 1_440))


@settings(max_examples=25)
@given(st.lists(st.lists(BOX, min_size=31, max_size=31), min_size=1, max_size=4))
def test_what_a_calendar_holds_is_what_is_read(people):
    """Written as the template is, opened as any file, whatever stands in the boxes."""
    headings = ("Code", "Mois", *map(str, range(1, 32)))
    lines = [
        (f"P-{number}", "octobre 2026", *map(_as_a_sheet_shows, boxes))
        for number, boxes in enumerate(people)
    ]
    tab = Tab("Octobre", (headings, *lines))
    read_rows = list(rows_of(tab, layout_of(tab, {})))[1:]
    for boxes, row in zip(people, read_rows, strict=True):
        found = {entry.day.day: entry.minutes for entry in row.entries}
        assert found == {day: minutes for day, minutes in enumerate(boxes, start=1) if minutes}
        assert row.fate is (Fate.TAKEN if found else Fate.BLANK)


def _as_a_sheet_shows(minutes):
    return "" if not minutes else f"{minutes / 60:.15g}".replace(".", ",")
