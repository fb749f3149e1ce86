import re
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from perenne.ops.lawbook import lawbook
from perenne.rules.catalogue import CHAPTERS, chapters
from perenne.rules.hours.severity import Severity

WHOLE = lawbook()


def told(*words, **options):
    out = StringIO()
    call_command("law", *words, stdout=out, **options)
    return out.getvalue()


def rows(text):
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("| ")
    ]


def test_the_command_prints_the_whole_catalogue():
    assert told() == WHOLE
    assert all(f"## {title}" in WHOLE for title in CHAPTERS.values())


def test_each_rule_number_and_row_is_there_once_and_no_cell_is_empty():
    held = chapters()
    expected = sum(len(it.rulings) + len(it.numbers) + sum(map(len, it.tables)) for it in held)
    heads = {"Question", "Nombre", "Ligne", "Confiance"}
    trusts = {"sûre", "probable", "variable"}
    found = [row for row in rows(WHOLE) if row[0] not in heads | trusts]
    assert len(found) == expected
    assert all(cell for row in found for cell in row[:4])


def test_nothing_is_left_to_be_done():
    assert not re.search(r"\bto[ -]?do\b", WHOLE, re.IGNORECASE)


def test_a_number_says_since_when_it_holds():
    thresholds = lawbook(chapter="thresholds")
    assert "216\u202f000\u00a0€ hors taxes depuis le 01/01/2026" in thresholds
    assert "221\u202f000\u00a0€ hors taxes depuis le 01/01/2024" in thresholds


def test_on_a_day_only_the_values_in_force_are_told():
    before = told("thresholds", on=date(2025, 12, 31))
    assert "221\u202f000\u00a0€ hors taxes depuis le 01/01/2024" in before
    assert "216\u202f000" not in before
    assert "aucune valeur connue à cette date" in told("thresholds", on=date(2000, 1, 1))


def test_a_row_says_what_it_holds_and_nothing_that_only_the_code_reads():
    by_label = {row[0]: row[1] for row in rows(WHOLE) if len(row) == 5}
    painting = by_label["Peinture, revêtements muraux"].replace("\u00a0", " ")
    assert "accessible sans diplôme" in painting
    assert "CPV 45442" in painting
    assert "part de main-d’œuvre : 70 % (de 60 % à 80 %)" in painting
    assert by_label["Part des heures travaillées"].startswith("heures de production × taux ; ")
    assert by_label["Marché de l’État de 2021, numérique"] == "2\u202f000\u00a0€"
    said = [part for row in by_label.values() for part in row.split(" ; ")]
    coded = {part for part in said if re.fullmatch(r"[a-z_]+", part)}
    assert coded <= {Severity.BLOCK.label}
    assert not any("'" in part for part in said)


def test_a_parameter_shows_its_bounds_or_its_choices():
    shown = lawbook(chapter="globalisation")
    assert "24 mois (de 12 mois à 24 mois)" in shown
    assert "le marché qui finit le premier (au choix : le marché qui finit le premier, " in shown
    assert "`globalisation.longest_months`" in shown


def test_an_unknown_chapter_is_refused_with_those_that_exist():
    with pytest.raises(CommandError, match="Aucun chapitre « impôts » : choisissez parmi screen"):
        call_command("law", "impôts")
