from datetime import date
from importlib import import_module
from inspect import getmembers, isfunction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.law import Confidence, Dated, Default, Source, cites

RULES = (
    "calibration",
    "deadlines",
    "legal_bases",
    "screening",
    "segments",
    "thresholds",
    "working_days",
)
SOURCE = Source("Code de la commande publique", "article L2112-2-1")
DATED = Dated({date(2024, 1, 1): 221_000, date(2026, 1, 1): 216_000}, SOURCE)


def rules_of(name):
    module = import_module(f"perenne.rules.{name}")
    public = getattr(module, "__all__", None)
    return [
        pytest.param(rule, id=f"{name}.{rule.__name__}")
        for _, rule in getmembers(module, callable)
        if (isfunction(rule) or hasattr(rule, "__wrapped__"))
        and not rule.__name__.startswith("_")
        and (rule.__name__ in public if public else rule.__module__ == module.__name__)
    ]


@pytest.mark.parametrize("rule", [rule for name in RULES for rule in rules_of(name)])
def test_every_rule_names_its_texts(rule):
    assert rule.sources
    assert all(source.text and source.article for source in rule.sources)


def test_the_search_for_rules_finds_them():
    found = {rule.values[0].__name__ for name in RULES for rule in rules_of(name)}
    assert {"screen", "duty", "calibrate", "find_segment", "fitting_bases", "next_step"} <= found


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

    assert cites(SOURCE)(rule) is rule
    assert rule() == 5
