"""Files of hours: every layout gives the same hours, every row is accounted for, once."""

from datetime import date, timedelta

import pytest

from perenne.domain.hirings.models import Hiring
from perenne.domain.hours.actions import Line, declare_sheet, validate_sheets
from perenne.domain.hours.actions.importing import (
    apply_import,
    applying,
    finish_left_behind,
)
from perenne.domain.hours.models import DraftLine, HoursImport, Sheet, Work, WorkDay
from perenne.domain.hours.queries.importing import marked_file, planning
from perenne.domain.hours.tests.conftest import MONTH, NOW, ON
from perenne.domain.hours.tests.ledger import broken
from perenne.domain.hours.tests.timesheets import Timesheets, fates, refusals_of, written
from perenne.kit.actors import HOUSE
from perenne.kit.journal.models import Entry
from perenne.kit.refusals import Refused
from perenne.kit.testing.commits import at_once, refusals
from perenne.values import Hours

NIR = "2 55 08 14 168 025 38"
DUPONT, ROY = "Dupont-Martin", "Roy"
PLAIN = ("Nom", "Prénom", "Mois", "Heures")
BY_DAY = ("Salarié", "Date", "Heures")
DAYS = [date(2026, 10, 5), date(2026, 10, 6)]


@pytest.fixture
def work(db):
    return Timesheets()


def apply(work, row, by=None):
    apply_import(import_id=row.pk, by=by or work.company, today=ON)
    return HoursImport.objects.get(pk=row.pk)


A_CALENDAR = ("Nom", "Prénom", *map(str, range(1, 32)), "Total")
BOXES = {5: "7,5", 6: "7h30", 7: "CP"}
LAYOUTS = {
    "a line a month": (PLAIN, [(DUPONT, "Élodie", "10/2026", "15")], (900, 0)),
    "names in capitals, in one column": (
        ("Salarié", "Période", "Nb d’heures"), [("ELODIE DUPONT MARTIN", "oct. 2026", "15,00 h")],
        (900, 0),
    ),
    "month and year apart, minutes": (
        ("Matricule", "NOM", "PRENOM", "Année", "Mois", "Durée (min)"),
        [("M12", "DUPONT-MARTIN", "Elodie", 2026, 10, 900)], (900, 0),
    ),
    "months in columns": (
        ("Nom", "Prénom", "septembre 2026", "octobre 2026"), [(DUPONT, "Élodie", "", "15")],
        (900, 0),
    ),
    "durations of Excel": (
        ("Code", "Mois", "Heures"), [("P-CODE", "octobre 2026", "0,625")], (900, 0),
    ),
    "a line a day": (
        BY_DAY, [("Dupont-Martin Élodie", day, Hours(450)) for day in DAYS], (900, 2),
    ),
    "days in French, two lines for one of them": (
        ("Personne", "Date", "Durée"),
        [("Dupont-Martin Élodie", "lundi 5 octobre 2026", "3:30"),
         ("Dupont-Martin Élodie", "05-10-26", "4:00"),
         ("Dupont-Martin Élodie", "2026-10-06", "0007:30")], (900, 2),
    ),
    "a calendar": (
        A_CALENDAR, [(DUPONT, "Élodie", *(BOXES.get(n, "") for n in range(1, 32)), "15")], (900, 2),
    ),
}  # fmt: skip


def test_every_layout_gives_the_same_hours(work):
    code = work.hirings[0].participant.code
    found = {}
    for layout, (headings, typed, _) in LAYOUTS.items():
        rows = [tuple(code if cell == "P-CODE" else cell for cell in row) for row in typed]
        row = work.sent(*rows, headings=headings)
        assert not refusals_of(row), layout
        if "taken" in fates(row):  # else they are there already, to the minute
            apply(work, row)
        found[layout] = written()
    assert found == {layout: {DUPONT: its[2]} for layout, its in LAYOUTS.items()}


def test_every_row_is_accounted_for_and_every_box_that_is_wrong_is_named(work):
    row = work.sent(
        ("Relevé d’heures", "", "", ""), PLAIN,
        (DUPONT, "Élodie", "octobre 2026", "151,67"),
        (ROY, "Paul", "octobre 2026", "7h75"),
        (ROY, "Paul", "octobre 2026", "8"),
        ("Ndiaye", "Awa", "en automne", "8"),
        ("Inconnu", "Jean", "octobre 2026", "8"),
        (DUPONT, "Élodie", "décembre 2026", "8"),
        ("", "", "", ""), (ROY, "Paul", "septembre 2026", "0"), ("Total", "", "", "183"),
        headings=("", "", "", ""), tab="Heures",
    )  # fmt: skip
    assert fates(row) == {"taken": 1, "refused": 5, "blank": 3, "aside": 3}
    assert sum(fates(row).values()) == row.found["lines"] == 12
    assert row.found["fates"]["taken"][1] == 9_100
    said = refusals_of(row)
    assert list(said) == [5, 6, 7, 8, 9]
    assert said[5] == "colonne Heures : «\u00a07h75\u00a0» n’est pas une durée, écrivez 7,5 ou 7h30"
    assert said[6].endswith("est à corriger : ligne 5")
    assert said[7].startswith("colonne Mois : «\u00a0en automne\u00a0» n’est pas une date")
    assert "Personnes à reconnaître" in said[8]
    assert "n'a pas commencé" in said[9].replace("’", "'")
    (sheet,) = marked_file(row.pk, seen_by=work.company, on=ON)
    assert [cells[-1].split(" : ")[0] for cells in sheet.rows[1:6]] == [
        "Résultat Pérenne", "À enregistrer", "Refusée", "Refusée", "Refusée",
    ]  # fmt: skip


def test_the_same_file_twice_changes_nothing_and_a_corrected_one_replaces(work):
    first = [(DUPONT, "Élodie", "10/2026", "100"), (ROY, "Paul", "10/2026", "7h75")]
    apply(work, work.sent(*first, headings=PLAIN))
    numbers = list(Work.objects.values_list("pk", flat=True))
    again = work.sent(*first, headings=PLAIN)
    assert fates(again) == {"there": 1, "refused": 1, "aside": 1}
    with pytest.raises(Refused, match="aucune heure nouvelle"):
        apply(work, again)
    assert list(Work.objects.values_list("pk", flat=True)) == numbers

    apply(work, work.sent(first[0], (ROY, "Paul", "10/2026", "7h45"), headings=PLAIN))
    assert written() == {DUPONT: (6_000, 0), ROY: (465, 0)}
    days = [("Roy Paul", DAYS[0], "7"), ("Roy Paul", DAYS[1], "0h45")]
    apply(work, work.sent(*days, headings=BY_DAY))
    again = work.sent((ROY, "Paul", "10/2026", "7h45"), headings=PLAIN)
    assert fates(again) == {"there": 1, "aside": 1}  # the days that are known are not lost
    row = apply(work, work.sent((DUPONT, "Élodie", "10/2026", "90"), headings=PLAIN))
    assert row.found["sheets"][0]["replaced"] == 1
    assert written() == {DUPONT: (5_400, 0), ROY: (465, 2)}
    assert Entry.objects.filter(act="sheet.fill").count() == 4
    assert broken() == {}


def test_what_was_typed_and_not_declared_gives_way_to_the_file(work):
    sheet = work.opened(MONTH)
    for hiring in work.hirings[:2]:
        DraftLine.objects.create(sheet=sheet, hiring=hiring, typed="7")
    apply(work, work.sent((DUPONT, "Élodie", "10/2026", "100"), headings=PLAIN))
    assert DraftLine.objects.get().hiring_id == work.hirings[1].pk


def test_what_is_declared_or_validated_is_never_touched_and_it_is_told(work):
    apply(work, work.sent((DUPONT, "Élodie", "10/2026", "100"), headings=PLAIN))
    sheet = Sheet.objects.get(month=MONTH)
    lines = [Line(work.hirings[0].pk, 6_000)]
    declare_sheet(sheet_id=sheet.pk, lines=lines, by=work.company, now=NOW)
    rows = [(DUPONT, "Élodie", "10/2026", "90"), (ROY, "Paul", "10/2026", "8")]
    row = work.sent(*rows, headings=PLAIN)
    assert set(refusals_of(row).values()) == {"mois déjà déclaré : reprenez-le d’abord"}
    validate_sheets(sheet_ids=[sheet.pk], by=work.facilitator, now=NOW)
    row = work.sent(rows[0], (DUPONT, "Élodie", "11/2026", "10"), headings=PLAIN)
    assert "mois validé : il ne change plus" in refusals_of(row)[2]
    apply(work, row)
    assert sorted(Work.objects.values_list("month", "minutes")) == [
        (MONTH, 6_000), (date(2026, 11, 1), 600),
    ]  # fmt: skip


def test_the_doubts_of_the_rules_are_asked_and_an_explanation_answers_them(work):
    told = (*BY_DAY, "Observations")
    row = work.sent(
        ("Roy Paul", DAYS[0], "11", ""),
        ("Élodie Dupont-Martin", DAYS[0], "11", "Accord d’entreprise du 3 mars."),
        ("Awa N’Diaye", DAYS[0], "25", "Accord."), headings=told,
    )  # fmt: skip
    said = refusals_of(row)
    assert "dépasse 10" in said[2]
    assert "plus de 24" in said[4]
    apply(work, row)
    assert Work.objects.get().reason == "Accord d’entreprise du 3 mars."


def test_what_postgresql_refuses_at_the_end_holds_back_nobody_else(work, monkeypatch):
    other = work.second_contract("Peinture")
    work.hired_again(other, work.hirings[1])
    monkeypatch.setattr(planning, "weigh", lambda *_, on: None)  # as if declared in between
    first = work.commitment.contract.reference
    rows = [
        ("Roy Paul", first, DAYS[0], "20"),
        ("Roy Paul", "Peinture", DAYS[0], "7"),
        ("Awa N’Diaye", first, DAYS[0], "7"),
        ("Dupont-Martin Élodie", first, DAYS[0], "7"),
    ]
    row = apply(work, work.sent(*rows, headings=("Salarié", "Marché", "Date", "Heures")))
    assert written() == {ROY: (1_200, 1), "N’Diaye": (420, 1), DUPONT: (420, 1)}
    assert (row.found["written"], row.state) == ([3, 2_040], "written")
    assert "24 h dans une journée" in refusals_of(row)[3]
    assert broken() == {}


def test_a_run_that_died_is_taken_up_again_without_a_minute_lost_or_doubled(work, monkeypatch):
    rows = [("Roy Paul", day, "7") for day in (*DAYS, date(2026, 11, 9))]
    row = work.sent(*rows, headings=BY_DAY)
    write_part, died = applying.write_part, []

    def dying(row, months, by):
        if months[0][0].month > MONTH and not died:
            died.append(True)
            raise MemoryError
        return write_part(row, months, by)

    monkeypatch.setattr(applying, "write_part", dying)
    with pytest.raises(MemoryError):
        apply(work, row)
    assert WorkDay.objects.count() == 2
    assert finish_left_behind(by=HOUSE, today=row.received_on) == 0  # it may be under way
    assert finish_left_behind(by=HOUSE, today=row.received_on + timedelta(1)) == 1
    assert sorted(WorkDay.objects.values_list("day", "minutes")) == [
        (day, 420) for _, day, _ in rows
    ]  # fmt: skip
    assert HoursImport.objects.get(pk=row.pk).found["written"] == [2, 1_260]


def test_the_hours_of_two_contracts_are_told_apart(work):
    person = work.hirings[1]
    other = work.second_contract("Peinture")
    work.hired_again(other, person)
    row = work.sent(("Roy", "Paul", "10/2026", "8"), headings=PLAIN)
    assert "plusieurs marchés possibles" in refusals_of(row)[2]
    with_contract = ("Nom", "Prénom", "Marché", "Mois", "Heures")
    row = work.sent(
        ("Roy", "Paul", "Peinture", "10/2026", "8"),
        ("Roy", "Paul", work.commitment.contract.reference, "10/2026", "9"),
        headings=with_contract,
    )
    apply(work, row)
    counted = Work.objects.values_list("sheet__commitment_id", "minutes")
    assert dict(counted) == {other.pk: 480, work.commitment.pk: 540}


def test_a_hiring_without_green_light_is_told(work):
    Hiring.objects.filter(pk=work.hirings[0].pk).update(counts_from=date(2026, 11, 1))
    row = work.sent((DUPONT, "Élodie", "10/2026", "8"), headings=PLAIN)
    assert refusals_of(row)[2] == "pas de feu vert pour 10/2026 : demandez-le au facilitateur"


def test_who_it_is_not_of_imports_nothing(work):
    stranger = Timesheets().company
    with pytest.raises(Refused, match="choisissez-la"):
        work.sent((DUPONT, "Élodie", "10/2026", "8"), headings=PLAIN, by=stranger)
    with pytest.raises(Refused, match="Supprimez cette colonne"):
        work.sent(("Roy", "Paul", "10/2026", "8", NIR), headings=(*PLAIN, "N° SS"))
    assert not HoursImport.objects.exists()


@pytest.mark.usefixtures("real_commits")
def test_two_files_of_one_month_at_once_leave_one_month():
    work = Timesheets()
    rows = [work.sent((DUPONT, "Élodie", "10/2026", hours), headings=PLAIN) for hours in "89"]
    sheet = work.opened()
    lines = [Line(work.hirings[1].pk, 600)]
    outcomes = at_once(
        *(lambda row=row: apply_import(import_id=row.pk, by=work.company, today=ON)
          for row in rows),
        lambda: declare_sheet(sheet_id=sheet.pk, lines=lines, by=work.company, now=NOW),
    )  # fmt: skip
    assert refusals(outcomes) == []
    assert Sheet.objects.get().state == "declared"
    assert written() == {ROY: (600, 0)}  # in whatever order: the month is declared once
    assert broken() == {}
