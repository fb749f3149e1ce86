from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.calibration import defaults_for
from perenne.rules.eligibility import Structure
from perenne.rules.hirings import (
    Bid,
    ConversionTerms,
    Family,
    Invoice,
    ModalityCode,
    WayCode,
    convert,
    ways_of,
)
from perenne.rules.hirings.staff_provision import OPENS_TEMP_AGENCY
from perenne.rules.law import Confidence
from perenne.rules.practice import USUAL
from perenne.rules.segments import TRADES, chosen, find_segment, trade
from perenne.rules.wording.ae import WAYS
from perenne.values import Euros, Hours

START = date(2027, 3, 1)
NOTHING_KNOWN = find_segment("", None)


def bid(hours=833, months=None, finding=NOTHING_KNOWN):
    return Bid(Hours.of(hours), finding, START, months)


def way(code, *args, **said):
    return next(one for one in ways_of(bid(*args, **said)) if one.code is code)


def plain(said):
    return " ".join(said).replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def test_the_four_ways_stand_in_the_order_of_the_annex():
    told = ways_of(bid())
    assert [one.code for one in told] == list(WayCode)
    assert len(told) == len(WAYS)
    families = [{row.family for row in one.modalities} for one in told]
    assert families == [
        {Family.DIRECT},
        {Family.DIRECT},
        {Family.STAFF_PROVISION},
        {Family.ENTRUSTED},
    ]
    assert all(one.code.label and one.about_cost for one in told)


@pytest.mark.parametrize(
    ("trade_code", "wages", "invoice"),
    [
        (None, (24_990, 16_660, 49_980), (49_980, Euros(1_851_112), 249_900)),
        ("masonry", (24_990, 22_491, 31_654), (49_980, Euros(4_089_273), 79_135)),
        ("premises_cleaning", (18_326, 17_493, 23_324), (Euros(2_290_750), Euros(1_943_667),
         Euros(3_109_867))),
    ],
)  # fmt: skip
def test_a_cost_is_given_where_the_rules_hold_a_number(trade_code, wages, invoice):
    finding = chosen(trade(trade_code)) if trade_code else NOTHING_KNOWN
    direct, entrusted = (
        way(code, finding=finding).cost for code in (WayCode.DIRECT, WayCode.ENTRUSTED)
    )
    for cost, figures in ((direct, wages), (entrusted, invoice)):
        expected = tuple(it if isinstance(it, Euros) else Euros.of(it) for it in figures)
        assert (cost.usual, cost.low, cost.high) == expected
        assert cost.source
        assert cost.confidence in Confidence


@pytest.mark.parametrize("code", [WayCode.WORK_STUDY, WayCode.STAFF_PROVISION])
def test_no_price_is_invented_where_they_hold_none(code):
    assert way(code).cost is None
    assert "demandez un" in way(code).about_cost


@pytest.mark.parametrize(
    ("code", "hours", "months", "said"),
    [
        (WayCode.DIRECT, 833, 19, "Un CDD dure 18 mois au plus"),
        (WayCode.WORK_STUDY, 833, 5, "Le contrat dure 6 mois au moins et le marché 5"),
        (WayCode.STAFF_PROVISION, 481, None, "480 h au plus sur 24 mois : par cette seule voie, il "
         "faudrait 2 personnes"),
    ],
)  # fmt: skip
def test_what_this_bid_has_to_look_at(code, hours, months, said):
    assert said in plain(way(code, hours, months).cautions)


@pytest.mark.parametrize(
    ("code", "hours", "months"),
    [
        (WayCode.DIRECT, 833, 18),
        (WayCode.DIRECT, 833, None),
        (WayCode.WORK_STUDY, 833, 6),
        (WayCode.WORK_STUDY, 833, None),
        (WayCode.STAFF_PROVISION, 480, 12),
    ],
)
def test_nothing_more_is_said_than_what_always_holds(code, hours, months):
    assert len(way(code, hours, months).cautions) == 1


def test_whoever_does_the_hours_the_contractor_answers_for_them():
    said = plain(way(WayCode.ENTRUSTED).cautions)
    assert "acte de sous-traitance (DC4)" in said
    assert "Le titulaire reste tenu des 833 h" in said


def test_ordinary_temporary_work_is_left_out_where_the_committee_does_not_admit_it():
    held = USUAL.choosing(OPENS_TEMP_AGENCY, False)
    codes = {row.code for one in ways_of(bid(), practice=held) for row in one.modalities}
    assert ModalityCode.TEMP_AGENCY not in codes
    assert ModalityCode.ETTI in codes
    usual = {row.code for one in ways_of(bid()) for row in one.modalities}
    assert usual - codes == {ModalityCode.TEMP_AGENCY}


@given(some.integers(1, 10**7).map(Hours), some.sampled_from(list(TRADES)))
def test_the_invoice_foreseen_is_converted_into_the_hours_it_was_foreseen_for(hours, held):
    finding = chosen(held)
    usual = defaults_for(finding)
    entrusted = ways_of(Bid(hours, finding, START))[3].cost
    terms = ConversionTerms(usual.labour_share.value, usual.hourly_cost.value)
    invoice = Invoice("F1", "552100554", Structure.EI, entrusted.usual)
    assert convert(invoice, terms).hours >= hours
    assert entrusted.low <= entrusted.usual <= entrusted.high
