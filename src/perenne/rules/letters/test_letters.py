"""What a company reads at each step: the figures, the delay, the texts, and no word too early."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.letters import (
    Decided,
    Reckoning,
    Shortage,
    alert,
    decision,
    formal_notice,
    hearing,
)
from perenne.rules.wording.pieces import Grid, Listing
from perenne.values import Euros, Hours

THREATS = re.compile(r"pénalit|sanction|demeure|manquement|€|résili|défaut", re.IGNORECASE)
FOUND = Reckoning(Euros.of(8_150), ("Heures manquantes : 163 h.", "Taux : 50 € par heure."), 1)
shortages = some.builds(
    Shortage,
    contract=some.just("Crèche des Tilleuls"),
    reference=some.just("2026-CL-1"),
    buyer=some.just("Ville de Meaux"),
    facilitator=some.just("Maison de l’emploi"),
    company=some.just("Bâtisseurs"),
    on=some.dates(date(2026, 1, 1), date(2030, 1, 1)),
    measured_on=some.dates(date(2025, 1, 1), date(2025, 12, 31)),
    expected=some.builds(Hours, some.integers(1, 10**6)),
    counted=some.builds(Hours, some.integers(0, 10**6)),
    days=some.integers(8, 60),
    articles=some.sampled_from([(), ("CCAP, article 10",)]),
    settled=some.builds(Hours, some.integers(0, 10**5)),
)
SAID = Shortage(
    "Crèche des Tilleuls", "2026-CL-1", "Ville de Meaux", "Maison de l’emploi", "Bâtisseurs",
    date(2026, 11, 26), date(2026, 9, 30), Hours.of(833), Hours.of(670), 15, ("CCAP, article 10",),
)  # fmt: skip


def text_of(paper):
    told = [paper.title]
    for part in paper.sections:
        told.append(part.title)
        for one in part.paragraphs:
            match one:
                case str():
                    told.append(one)
                case Listing(items):
                    told += items
                case Grid(header, rows):
                    told += [*header, *(cell for row in rows for cell in row)]
    return "\n".join(told).replace("\u00a0", " ")


@given(shortages)
def test_an_alert_tells_the_hours_and_threatens_nobody(said):
    text = text_of(alert(said))
    assert THREATS.findall(text) == []
    assert str(said.lacking).replace("\u00a0", " ") in text
    assert ("Les textes" in text) == bool(said.articles)
    assert ("Réglées par une décision" in text) == bool(said.settled)


@pytest.mark.parametrize("written", [formal_notice, hearing])
def test_a_summons_tells_its_delay_its_hours_and_its_texts(written):
    text = text_of(written(SAID))
    for told in (
        "15 jours",
        "Au 30 septembre 2026",
        "833 h",
        "670 h",
        "163 h",
        "CCAP, article 10",
        "lendemain",
    ):
        assert told in text
    assert "€" not in text


def test_the_hearing_tells_the_amount_contemplated_with_its_whole_computation():
    text = text_of(hearing(SAID, FOUND))
    for told in ("8 150 €", *FOUND.lines, "version 1"):
        assert told in text.replace("\u202f", " ")


@pytest.mark.parametrize(
    ("decided", "told"),
    [
        (Decided("applied", FOUND.amount, "Rien."), "applique la pénalité de 8 150 €"),
        (Decided("reduced", Euros.of(100), "Rien."), "à 100 €, au lieu de 8 150 €"),
        (Decided("waived", Euros(0), "Rien."), "aucune somme n’est due"),
        (Decided("catch_up", Euros(0), "Rien.", date(2027, 3, 1)), "jusqu’au 1er mars 2027"),
    ],
)
def test_a_decision_says_its_sense_its_motive_and_what_was_computed(decided, told):
    text = text_of(decision(SAID, FOUND, decided)).replace("\u202f", " ")
    assert told in text
    assert "Motif : Rien." in text
    assert "Pénalité calculée : 8 150 €." in text
    assert ("Elle n’est pas due" in text) == (not decided.amount)


def test_a_decision_of_an_unknown_sense_is_an_error():
    with pytest.raises(ValueError, match="doubled"):
        decision(SAID, FOUND, Decided("doubled", FOUND.amount, "Rien."))
