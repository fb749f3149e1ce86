import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.kit.french import (
    Column,
    Fate,
    LineKind,
    cell,
    find_headings,
    read_cpv,
    read_line_amount,
    read_line_duration,
    read_moment,
    sort_lines,
)
from perenne.kit.french.test_headings import programme
from perenne.values import Euros

HEADINGS = ["Objet", "Montant HT", "CPV", "Durée"]


def sort(*rows: list[str]):
    table = [HEADINGS, *rows]
    return sort_lines(table, find_headings(table))


def kinds(lines) -> list[str]:
    return [line.kind.value for line in lines]


def test_every_row_of_the_reference_programme_has_its_fate():
    rows = programme()
    lines = sort_lines(rows, find_headings(rows))
    assert Counter(kinds(lines)) == {
        "purchase": 21, "title": 1, "heading": 1, "blank": 1, "total": 1, "note": 1,
    }  # fmt: skip
    assert [line.number for line in lines if line.fate is Fate.KEPT] == list(range(4, 25))
    assert all(line.parent is None for line in lines)


def test_the_total_of_the_reference_programme_does_not_agree_and_the_gap_is_said():
    rows = programme()
    total = sort_lines(rows, find_headings(rows))[24]
    assert total.kind is LineKind.TOTAL
    for figure in (
        "14 326 000 €",
        "20 lignes",
        "11 251 107,31 €",
        "3 074 892,69 €",
        "1 ligne sans",
    ):
        assert figure in total.reason.replace("\u202f", " ").replace("\u00a0", " ")
    assert "de plus dans le fichier" in total.reason


def test_the_amounts_and_durations_of_the_reference_programme_are_whole():
    rows = programme()
    headings = find_headings(rows)
    kept = [line for line in sort_lines(rows, headings) if line.fate is Fate.KEPT]
    amounts = [read_line_amount(line.cells, headings).amount for line in kept]
    months = [read_line_duration(line.cells, headings).months for line in kept]
    assert amounts == [text and Euros.of(text) for text in (
        "2880000", "144000", "43192.50", "46706.60", "349515.36", "284769.88", "79000",
        "600000", "192000", "921600", "41971.97", "301536", "3000000", "340000", "174000",
        "184000", "319365", "300000", "1017450", "32000", None,
    )]  # fmt: skip
    assert months == [48, 48, 8, 3, 10, 15, 36, 48, 48, 48, 36, 36, 72, 37, 60, 48, 60, 12, 12,
                      24, None]  # fmt: skip


def test_an_operation_gives_way_to_its_lots():
    lines = sort(
        ["Réhabilitation de l’école", "300 000", "45000000", "12 mois"],
        ["Lot 1 : gros œuvre", "200 000", "45223220", "12 mois"],
        ["", "", "", ""],
        ["Lot n° 02 - peinture", "100 000", "45442100", "2 mois"],
        ["Nettoyage des locaux", "50 000", "90911200", "4 ans"],
    )
    assert kinds(lines) == ["heading", "operation", "purchase", "blank", "purchase", "purchase"]
    assert [line.parent for line in lines] == [None, None, 2, None, 2, None]
    assert "la somme de ses lots" in lines[1].reason


@pytest.mark.parametrize(
    ("own", "kind"),
    [("", "operation"), ("300 000", "operation"), ("299 k€", "operation"), ("80 000", "purchase"),
     ("à définir", "purchase")],
)  # fmt: skip
def test_an_operation_has_no_amount_or_that_of_its_lots(own, kind):
    lines = sort(
        ["Réhabilitation de l’école", own, "45000000", "12 mois"],
        ["Lot 1 : gros œuvre", "200 000", "45223220", "12 mois"],
        ["Lot 2 : peinture", "100 000", "45442100", "2 mois"],
    )
    assert lines[1].kind.value == kind
    assert lines[2].parent == (2 if kind == "operation" else None)


def test_an_operation_may_be_a_text_alone_above_its_lots():
    lines = sort(
        ["Opération Les Tilleuls", "", "", ""],
        ["Lot 1", "200 000", "45223220", "12 mois"],
        ["Lot 2", "100 000", "45442100", "2 mois"],
    )
    assert kinds(lines) == ["heading", "operation", "purchase", "purchase"]


def test_lots_numbered_in_their_own_column_know_their_operation():
    rows = [
        ["Opération", "N° lot", "Objet", "Montant HT"],
        ["École Jaurès", "", "", "300 000"],
        ["École Jaurès", "1", "Gros œuvre de l’école", "200 000"],
        ["École Jaurès", "2", "Peinture de l’école", "100 000"],
    ]
    lines = sort_lines(rows, find_headings(rows))
    assert kinds(lines) == ["heading", "operation", "purchase", "purchase"]
    assert [line.parent for line in lines] == [None, None, 2, 2]


def test_a_section_is_a_text_alone_among_full_rows():
    lines = sort(
        ["TRAVAUX", "", "", ""],
        ["Voirie communale", "200 000", "45233140", "12 mois"],
        ["SERVICES", "", "", ""],
        ["Nettoyage des locaux", "50 000", "90911200", "4 ans"],
        ["Document provisoire", "", "", ""],
    )
    assert kinds(lines) == ["heading", "section", "purchase", "section", "purchase", "note"]


def test_texts_alone_one_after_the_other_are_purchases_still_without_figures():
    lines = sort(
        ["Voirie communale", "200 000", "45233140", "12 mois"],
        ["Peinture des écoles", "", "", ""],
        ["Chaufferie de la piscine", "", "", ""],
        ["Mobilier des crèches", "", "", ""],
        ["Nettoyage des locaux", "50 000", "90911200", "4 ans"],
        ["SERVICES", "", "", ""],
        ["PROPRETÉ", "", "", ""],
        ["Nettoyage des vitres", "50 000", "90911300", "4 ans"],
    )
    assert kinds(lines)[1:6] == ["purchase"] * 5
    assert kinds(lines)[6:] == ["section", "section", "purchase"]


def test_a_programme_of_objects_alone_is_made_of_purchases():
    lines = sort(*([text, "", "", ""] for text in ("Voirie", "Peinture", "Nettoyage")))
    assert kinds(lines) == ["heading", "purchase", "purchase", "purchase"]


def test_headings_that_come_back_are_set_aside():
    lines = sort(
        ["Voirie communale", "200 000", "45233140", "12 mois"],
        HEADINGS,
        ["Nettoyage des locaux", "50 000", "90911200", "4 ans"],
    )
    assert kinds(lines) == ["heading", "purchase", "heading", "purchase"]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (["TOTAL", "250 000", "", ""], "total"),
        (["Total général HT", "250 000", "", ""], "total"),
        (["", "250 000", "", ""], "total"),
        (["Sous-total", "250 000", "", ""], "total"),
        (["Total Energies : fourniture de gaz", "250 000", "09123000", "12 mois"], "purchase"),
        (["NB : montants provisoires", "", "", ""], "note"),
        (["* hors révision des prix", "", "", ""], "note"),
        (["N.B. - sous réserve du vote", "", "", ""], "note"),
        (["", "99", "", ""], "purchase"),
        (["", "", "", ""], "blank"),
        (["", "", "45000000", ""], "section"),
    ],
)
def test_what_a_row_is_follows_from_its_cells(row, kind):
    last = ["Fin des achats du service", "1 000", "45000000", "1 an"]
    lines = sort(
        ["Voirie communale", "200 000", "45233140", "12 mois"],
        ["Nettoyage des locaux", "50 000", "90911200", "4 ans"],
        row,
        last,
    )
    assert lines[3].kind.value == kind


def test_totals_that_agree_say_so_each_for_its_part():
    lines = sort(
        ["Voirie communale", "200 000", "45233140", "12 mois"],
        ["Sous-total travaux", "200 000", "", ""],
        ["Nettoyage des locaux", "50 000", "90911200", "4 ans"],
        ["Sous-total services", "60 000", "", ""],
        ["TOTAL", "250 000", "", ""],
    )
    assert "égal à la somme de 1 ligne" in lines[2].reason
    assert "10\u202f000\u00a0€ de plus" in lines[4].reason
    assert "égal à la somme de 2 lignes" in lines[5].reason


def test_the_amounts_given_by_the_caller_win():
    table = [HEADINGS, ["Voirie", "à définir", "45233140", "1 an"], ["TOTAL", "500 000", "", ""]]
    amounts = {2: Euros.of(500_000), 3: Euros.of(500_000)}
    lines = sort_lines(table, find_headings(table), amounts=amounts)
    assert "égal à la somme" in lines[2].reason


def test_minimum_and_maximum_columns_make_one_range():
    rows = [["Objet", "Mini k€", "Maxi k€", "Durée (ans)", "Reconductions"],
            ["Voirie communale", "50", "200", "1", "3"]]  # fmt: skip
    headings = find_headings(rows)
    reading = read_line_amount(rows[1], headings)
    assert (reading.low, reading.high) == (Euros.of(50_000), Euros.of(200_000))
    assert read_line_duration(rows[1], headings).months == 48


@pytest.mark.parametrize(
    ("renewals", "months"), [("3", 48), ("renouvelable 3 fois", 48), ("non", 12), ("", 12)]
)
def test_the_column_of_renewals_adds_to_the_duration(renewals, months):
    rows = [["Objet", "Montant", "Durée", "Reconductions"],
            ["Voirie communale", "50 000", "12 mois", renewals]]  # fmt: skip
    headings = find_headings(rows)
    assert read_line_duration(rows[1], headings).months == months


def test_a_yearly_column_is_made_whole_by_the_duration():
    rows = [["Objet", "Montant annuel HT", "Durée"], ["Voirie communale", "50 000", "4 ans"]]
    headings = find_headings(rows)
    assert read_line_amount(rows[1], headings).amount == Euros.of(200_000)
    assert cell(rows[1], headings, Column.PLACE) == ""


TEXTS = st.sampled_from(
    ["", "Objet", "Montant HT", "TOTAL", "Sous-total", "NB : x", "Lot 1", "Lot 2 peinture",
     "Voirie communale", "150 000", "à définir", "48 mois", "45233140-2", "T1 2027", "* y"]
)  # fmt: skip


@given(st.lists(st.lists(st.one_of(TEXTS, st.text(max_size=8)), max_size=5), max_size=12))
def test_each_row_is_accounted_for_exactly_once_and_says_why(rows):
    lines = sort_lines(rows, find_headings(rows))
    assert [line.number for line in lines] == list(range(1, len(rows) + 1))
    assert [list(line.cells) for line in lines] == rows
    by_number = {line.number: line for line in lines}
    for line in lines:
        assert line.reason.endswith(".")
        assert (line.fate is Fate.KEPT) == (line.kind is LineKind.PURCHASE)
        assert (line.kind is LineKind.BLANK) == (not any(text.strip() for text in line.cells))
        if line.parent is not None:
            assert by_number[line.parent].kind is LineKind.OPERATION
            assert line.parent < line.number


@pytest.mark.slow
def test_a_thousand_rows_are_understood_in_a_second():
    rows = programme()
    thousand = [*rows[:3], *rows[3:24] * 48]
    began = time.perf_counter()
    headings = find_headings(thousand)
    for line in sort_lines(thousand, headings):
        read_line_amount(line.cells, headings)
        read_line_duration(line.cells, headings)
        read_moment(cell(line.cells, headings, Column.LAUNCH), default_year=headings.year)
        read_cpv(cell(line.cells, headings, Column.CPV))
    assert time.perf_counter() - began < 2
