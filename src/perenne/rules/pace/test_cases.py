"""The cases written in French for a lawyer to read."""

from datetime import date

import pytest
from tests.golden import read

from perenne.rules.pace import Forecast, Reading, Settlement, alert_of, catch_up
from perenne.rules.targets import Calendar
from perenne.values import Hours, Share

START = date(2026, 1, 1)


def told(name):
    return [
        pytest.param(code, answer, case, id=f"{code}: {case['cas']}")
        for code, answers in read(name).items()
        for answer, cases in answers.items()
        for case in cases
    ]


def reading(case):
    high = Hours.of(case["fin"]) if "fin" in case else None
    low = Hours.of(case["compté"])
    return Reading(
        due=Hours.of(case["dû"]),
        expected=Hours.of(case["attendu"]),
        counted=low,
        has_started=case.get("démarré") != "non",
        is_over=case.get("terminé") == "oui",
        is_suspended=case.get("suspendu") == "oui",
        left=Share.percent(case.get("reste", 0)),
        settlement=Settlement(Hours.of(case.get("réglé", 0)), case.get("attesté") == "oui"),
        forecast=high and Forecast(low, low, high, 6, START, START, ""),
    )


@pytest.mark.parametrize(("code", "answer", "case"), told("pace_alerts"))
def test_alerts(code, answer, case):
    assert (alert_of(reading(case)).row.code == code) is (answer == "oui")


@pytest.mark.parametrize(("code", "answer", "case"), told("catch_up_ways"))
def test_ways(code, answer, case):
    plan = catch_up(Hours.of(case["heures"]), Calendar(), on=START, ends_on=case["fin"])
    found = {offer.way.code: (offer.persons, offer.weeks) for offer in plan.offers}
    said = (case["personnes"], case["semaines"]) if answer == "oui" else None
    assert found.get(code) == said
    assert (code in {way.code for way in plan.late}) is (answer == "non")
