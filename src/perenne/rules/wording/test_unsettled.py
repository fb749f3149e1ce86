"""What is not settled yet stays a blank, and what a tenderer foresees is already written."""

from dataclasses import replace

import pytest

from perenne.rules.legal_bases import LegalBasis
from perenne.rules.penalties import Formula, Tariff
from perenne.rules.wording import Foreseen, Grid, ae, annex_for, notice_for, pieces_for
from perenne.rules.wording import test_terms as sample
from perenne.values import Euros, Hours

TERMS = replace(sample.TERMS, penalty=Tariff(formula=Formula.PER_HOUR, rate=Euros.of(50)))


@pytest.mark.parametrize("basis", LegalBasis)
def test_a_volume_that_is_not_known_yet_is_a_visible_blank_in_every_piece(basis):
    terms = replace(TERMS, hours=None, basis=basis)
    for piece in (*pieces_for(terms), notice_for(terms)):
        assert "[à compléter] heures" in piece.as_text()
        assert any("Le volume d’heures n’est pas écrit" in it for it in piece.points_of_vigilance)
        assert not any("aucune heure n’était réalisée" in it for it in piece.points_of_vigilance)


def test_what_a_tenderer_foresees_is_written_in_the_annex():
    foreseen = Foreseen("Bâti Brie", (Hours.of(500), Hours(0), Hours(90), Hours(0)))
    piece = annex_for(TERMS, foreseen)
    assert "candidat ou du mandataire\u00a0: Bâti Brie." in piece.as_text()
    (grid,) = [
        it for part in piece.sections for it in part.paragraphs
        if isinstance(it, Grid) and "Modalité" in it.header
    ]  # fmt: skip
    assert [row[2].replace("\u00a0", " ") for row in grid.rows] == [
        "500 heures", "", "1 heure et 30 minutes", "",
    ]  # fmt: skip
    assert annex_for(TERMS, Foreseen()) == ae.wording(TERMS)


def test_the_annex_of_a_reserved_contract_keeps_its_ways_to_fill():
    reserved = replace(TERMS, basis=LegalBasis.RESERVED_INCLUSION)
    piece = annex_for(reserved, Foreseen(hours=(Hours.of(500),) * 4))
    assert "500" not in str([it for part in piece.sections[2:3] for it in part.paragraphs])
