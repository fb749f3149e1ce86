from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.law import Confidence, Dated, Default, Source, Table, cites

SOURCE = Source("Code de la commande publique", "article L2112-2-1")
DATED = Dated({date(2024, 1, 1): 221_000, date(2026, 1, 1): 216_000}, SOURCE)


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2024, 1, 1), 221_000),
        (date(2025, 12, 31), 221_000),
        (date(2026, 1, 1), 216_000),
        (date(2031, 5, 5), 216_000),
    ],
)
def test_a_number_holds_from_its_day(day, value):
    assert DATED.on(day) == value


def test_before_its_first_day_a_number_is_not_guessed():
    with pytest.raises(LookupError, match="31/12/2023"):
        DATED.on(date(2023, 12, 31))


def test_the_latest_number_is_the_last_one_known():
    assert DATED.latest == 216_000


@given(some.dates(date(2024, 1, 1), date(2100, 1, 1)))
def test_a_number_is_always_one_of_those_written(day):
    assert DATED.on(day) in DATED.values.values()


def test_a_default_without_bounds_is_its_own_bounds():
    assert Default.single(7, SOURCE, Confidence.VARIES) == Default(
        7, 7, 7, SOURCE, Confidence.VARIES
    )


def test_a_source_reads_as_a_citation():
    assert str(SOURCE) == "Code de la commande publique, article L2112-2-1"


def test_a_confidence_is_told_in_french():
    assert Confidence.VARIES.label == "valeur indicative, à valider par le facilitateur"
    assert len({confidence.label for confidence in Confidence}) == len(Confidence)


def test_a_cited_rule_is_still_itself():
    def rule() -> int:
        return 5

    cited = cites(SOURCE, says="Combien ?", confidence=Confidence.LIKELY)(rule)
    assert cited is rule
    assert (rule.sources, rule.says, rule.confidence) == ((SOURCE,), "Combien ?", "likely")
    assert rule() == 5


@dataclass(frozen=True)
class Line:
    code: str
    label: str = "Une ligne"
    source: Source = SOURCE
    confidence: Confidence = Confidence.SURE


def test_a_table_gives_its_rows_by_code_and_in_order():
    table = Table("trial", "Essai", (Line("b"), Line("a")))
    assert [row.code for row in table] == ["b", "a"]
    assert (len(table), table["a"]) == (2, Line("a"))


def test_an_unknown_code_is_said_in_french():
    with pytest.raises(LookupError, match="Essai : aucune ligne ne porte le code « c »"):
        Table("trial", "Essai", (Line("a"),))["c"]


def test_a_code_is_given_to_one_row_only():
    with pytest.raises(ValueError, match="given to two rows"):
        Table("trial", "Essai", (Line("a"), Line("a")))
