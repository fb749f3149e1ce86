"""Realistic objects of French public purchases, and the trade each must be told to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import read, rows_of

from perenne.rules.needs import ContractKind
from perenne.rules.segments import (
    TRADES,
    Certainty,
    FoundBy,
    Segment,
    find_segment,
    read_cpv,
    trade,
    trades_of,
)


def filed(table):
    return [(case, code) for code, cases in read(table).items() for case in cases["oui"]]


KNOWN, EXCLUDED = filed("trades"), filed("excluded_purchases")


@pytest.mark.parametrize(("code", "expected", "object"), rows_of("trades"))
def test_the_words_tell_the_trade(code, expected, object):
    finding = find_segment(object, None)
    assert (finding.trade is not None and finding.trade.code == code) is expected, finding.reason
    if expected:
        assert finding.found_by is FoundBy.WORDS
        assert finding.segment is finding.trade.segment


@pytest.mark.parametrize(("code", "expected", "object"), rows_of("excluded_purchases"))
def test_a_purchase_without_insertion_hours_is_recognised_and_says_why(code, expected, object):
    finding = find_segment(object, None)
    found = finding.excluded is not None and finding.excluded.code == code
    assert found is expected, finding.reason
    if expected:
        assert (finding.segment, finding.trade) == (None, None)
        assert finding.reason.startswith("«\u00a0")


@pytest.mark.parametrize(("code", "expected", "object"), rows_of("segments"))
def test_an_object_belongs_to_one_of_the_fourteen_segments_or_to_none(code, expected, object):
    assert (find_segment(object, None).segment == code) is expected


def test_the_table_knows_every_trade_and_every_segment():
    named = {code for _, code in KNOWN}
    assert named == {trade.code for trade in TRADES}
    assert all(trades_of(segment) for segment in Segment)
    assert len(KNOWN + EXCLUDED) >= 130


@pytest.mark.parametrize(
    ("object", "cpv", "code", "found_by", "certainty"),
    [
        ("Prestation annuelle", "90911200-8", "premises_cleaning", FoundBy.CPV, Certainty.LIKELY),
        ("Travaux - lot 5", "45421000-4", "interior_joinery", FoundBy.CPV, Certainty.LIKELY),
        ("Travaux divers", "90911200", "premises_cleaning", FoundBy.CPV, Certainty.DOUBTFUL),
        ("Peinture du gymnase", "45442100", "painting", FoundBy.BOTH, Certainty.SURE),
        ("Peinture du gymnase", "77310000", "painting", FoundBy.WORDS, Certainty.DOUBTFUL),
        ("Peinture du gymnase", "99999999", "painting", FoundBy.WORDS, Certainty.LIKELY),
        ("Peinture du gymnase", "peu importe", "painting", FoundBy.WORDS, Certainty.LIKELY),
        ("Travaux", None, "all_trades", FoundBy.WORDS, Certainty.DOUBTFUL),
    ],
)
def test_words_win_and_the_code_confirms_refines_or_stands_in(
    object, cpv, code, found_by, certainty
):
    finding = find_segment(object, cpv)
    assert finding.trade is not None
    assert (finding.trade.code, finding.found_by, finding.certainty) == (code, found_by, certainty)


def test_a_general_word_that_agrees_with_the_code_is_quoted():
    assert "que confirme «\u00a0travaux\u00a0»" in find_segment("Travaux", "45421000").reason
    assert "que confirme" not in find_segment("Prestation annuelle", "45421000").reason


def test_a_certainty_is_told_in_french():
    assert [certainty.label for certainty in Certainty] == ["sûr", "probable", "à vérifier"]


def test_two_excluded_purchases_do_not_confirm_each_other():
    finding = find_segment("Assurance automobile", "30200000")
    assert finding.excluded is not None
    assert finding.excluded.code == "insurance"
    assert finding.conflict is not None


@pytest.mark.parametrize(
    ("object", "cpv", "said"),
    [
        ("Peinture du gymnase", "77310000", "désigne le segment «\u00a0Espaces verts\u00a0»"),
        ("Déchets ménagers", "28213700", "n’appartient à aucun segment connu"),
        ("Travaux divers", "90911200", "trop général"),
        ("Nettoyage de bureaux", "09310000", "hors des quatorze segments"),
    ],
)
def test_words_and_code_that_disagree_are_told(object, cpv, said):
    assert said in (find_segment(object, cpv).conflict or "")


@pytest.mark.parametrize(
    ("object", "cpv", "said"),
    [
        ("Lot unique", None, "aucun code CPV ne l’éclaire"),
        ("", None, "L’intitulé vide"),
        ("Lot unique", "99000000", "le code CPV 99000000 n’y suffit pas"),
        ("Lot unique", "12", "«\u00a012\u00a0» n’est pas un code CPV à huit chiffres"),
        ("Zzz " * 40, None, "…"),
    ],
)
def test_what_is_not_understood_says_what_is_missing(object, cpv, said):
    finding = find_segment(object, cpv)
    assert (finding.found_by, finding.segment, finding.label) == (
        FoundBy.NOTHING,
        None,
        "Objet non reconnu",
    )
    assert said in finding.reason


@pytest.mark.parametrize(
    ("object", "kind"),
    [
        ("Travaux de peinture", ContractKind.WORKS),
        ("Maintenance des ascenseurs", ContractKind.SERVICES),
        ("Travaux de maintenance des chaufferies", ContractKind.WORKS),
        ("Nettoyage des locaux", ContractKind.SERVICES),
        ("Travaux de nettoyage des locaux", ContractKind.SERVICES),
        ("Fourniture de pain", ContractKind.SUPPLIES),
        ("DSP restauration scolaire", ContractKind.CONCESSION),
        ("Assistance à maîtrise d’ouvrage pour une DSP", ContractKind.SERVICES),
        ("Concession de travaux de la halle", ContractKind.CONCESSION),
        ("Lot unique", None),
    ],
)
def test_the_kind_of_contract_follows_the_words(object, kind):
    assert find_segment(object, None).contract_kind is kind


@pytest.mark.parametrize(
    ("object", "label"),
    [
        ("Nettoyage des locaux", "Nettoyage des locaux"),
        ("Transport scolaire", "Transport de personnes"),
        ("Assurance", "Assurances, services bancaires et financiers"),
    ],
)
def test_a_finding_has_a_label(object, label):
    assert find_segment(object, None).label == label


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("45233140-2", "45233140"),
        ("INX 28213700-5", "28213700"),
        (" 77310000 ", "77310000"),
        ("123456789", None),
        ("4523", None),
        (None, None),
    ],
)
def test_a_cpv_code_is_read_as_people_write_it(written, read):
    assert read_cpv(written) == read


def test_a_trade_is_asked_by_its_code():
    assert trade("painting").label == "Peinture, revêtements muraux"
    with pytest.raises(LookupError, match="supplies"):
        trade("supplies")


@pytest.mark.parametrize("trade", TRADES.rows, ids=lambda trade: trade.code)
def test_every_trade_stands_between_its_bounds_and_names_its_source(trade):
    for default in (trade.labour_share, trade.effort_rate, trade.hourly_cost):
        assert default.low <= default.value <= default.high
        assert default.source.text
    assert trade.technicality.label


def test_codes_and_prefixes_are_not_given_twice():
    codes = [trade.code for trade in TRADES]
    prefixes = [prefix for trade in TRADES for prefix in trade.cpv]
    assert len(codes) == len(set(codes))
    assert len(prefixes) == len(set(prefixes))


WORDS = some.sampled_from([word for object, _ in KNOWN + EXCLUDED for word in object.split()])
OBJECTS = some.text(max_size=60) | some.lists(WORDS, max_size=12).map(" ".join)
CODES = some.none() | some.from_regex(r"[0-9]{8}(-[0-9])?", fullmatch=True) | some.text(max_size=9)


@given(OBJECTS, CODES)
def test_any_object_gets_one_finding_always_the_same_with_a_reason(object, cpv):
    finding = find_segment(object, cpv)
    assert finding == find_segment(object, cpv)
    assert finding.reason.endswith(".")
    assert finding.trade is None or finding.excluded is None


@given(some.sampled_from(KNOWN), some.sampled_from([str.upper, str.title, str.lower]))
def test_case_and_accents_change_nothing(known, spelled):
    object, code = known
    finding = find_segment(spelled(object), None)
    assert finding.trade is not None
    assert finding.trade.code == code
