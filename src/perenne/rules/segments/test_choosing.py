"""A segment or a trade that somebody picked in a list."""

import pytest

from perenne.rules.french import typeset
from perenne.rules.segments import TRADES, Certainty, Segment, chosen, main_trade, trades_of


@pytest.mark.parametrize("segment", Segment)
def test_a_segment_is_represented_by_one_of_its_own_trades(segment):
    assert main_trade(segment) in trades_of(segment)


@pytest.mark.parametrize(
    ("segment", "label"),
    [
        (Segment.WORKS, "Bâtiment tous corps d’état"),
        (Segment.GREEN_SPACES, "Espaces verts, entretien"),
        (Segment.CLEANING, "Nettoyage des locaux"),
        (Segment.SECURITY, "Sécurité, gardiennage"),
    ],
)
def test_the_trade_that_most_contracts_of_a_segment_are_about(segment, label):
    assert main_trade(segment).label == label


@pytest.mark.parametrize("trade", list(TRADES), ids=lambda trade: trade.code)
def test_a_trade_chosen_is_known_for_sure(trade):
    finding = chosen(trade)
    assert (finding.trade, finding.segment) == (trade, trade.segment)
    assert (finding.contract_kind, finding.certainty) == (trade.contract_kind, Certainty.SURE)
    assert typeset(trade.label) in finding.reason
    assert finding.conflict is None
    assert finding.excluded is None
