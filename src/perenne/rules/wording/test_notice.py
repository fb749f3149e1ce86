from dataclasses import replace

import pytest

from perenne.rules.legal_bases import LegalBasis
from perenne.rules.penalties import Formula, Tariff
from perenne.rules.wording import Regime, ReservedTo, notice, notice_for, pieces_for, rc
from perenne.rules.wording.pieces import Grid, PieceCode
from perenne.rules.wording.test_terms import TERMS
from perenne.values import Euros


@pytest.mark.parametrize(
    ("basis", "reserved_to", "regime", "codes"),
    [
        (LegalBasis.PERFORMANCE_CONDITION, None, None, ("none", "Clause sociale")),
        (
            LegalBasis.CONDITION_AND_CRITERION,
            None,
            None,
            ("none", "Clause sociale\u202f; Critère social"),
        ),
        (LegalBasis.RESERVED_INCLUSION, ReservedTo.INCLUSION, None, ("res-ws", "Marché réservé")),
        (
            LegalBasis.RESERVED_INCLUSION,
            ReservedTo.PRISON,
            None,
            ("[à compléter]", "Marché réservé"),
        ),
        (
            LegalBasis.RESERVED_INCLUSION,
            ReservedTo.DISABILITY,
            Regime.CONCESSION,
            ("res-ws", "Concession réservée"),
        ),
        (LegalBasis.RESERVED_SOCIAL_ECONOMY, None, None, ("res-pub-ser", "Marché réservé")),
    ],
)
def test_the_notice_gives_the_codes_of_its_basis(basis, reserved_to, regime, codes):
    terms = replace(
        TERMS,
        basis=basis,
        reserved_to=reserved_to,
        regime=regime or Regime.PUBLIC_CONTRACT,
    )
    grid = notice.wording(terms).sections[1].paragraphs[0]
    assert isinstance(grid, Grid)
    values = dict(grid.rows)
    assert values["eForms BT-775, objectif social"] == "opp"
    assert (
        values["eForms BT-71, participation réservée"],
        values["Données essentielles, considérations sociales"],
    ) == codes


def test_a_private_buyer_publishes_no_notice_and_reads_the_civil_code():
    terms = replace(
        TERMS,
        regime=Regime.PRIVATE,
        penalty=Tariff(formula=Formula.PER_HOUR, rate=Euros.of(50)),
        duty_applies=True,
    )
    text = next(p for p in pieces_for(terms) if p.code is PieceCode.CCAP).as_text()
    assert notice_for(terms) is None
    assert "commande publique" not in "".join(piece.as_text() for piece in pieces_for(terms))
    assert "article\u00a01103 du code civil" in text
    assert "1231-5" in text
    assert any("acheteur privé" in point for point in rc.wording(terms).points_of_vigilance)
