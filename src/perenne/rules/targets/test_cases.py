"""The tables computed by hand, in French: their arithmetic is done again, then the rule's."""

import re
from fractions import Fraction

import pytest
from tests.golden import read

from perenne.rules.calibration import Recalculation, Scheme
from perenne.rules.targets import (
    Bill,
    Change,
    Done,
    End,
    Facts,
    Order,
    Part,
    Pause,
    Renewing,
    target_on,
)
from perenne.rules.targets.facts import ALWAYS
from perenne.values import Euros, Hours

POLICIES = {"jamais": Recalculation.NEVER, "au-delà de 5 %": Recalculation.BEYOND_5}
EQUALITY = re.compile(r"([0-9][0-9 +x/-]*[0-9]) = ([0-9][0-9 ]*)")
STEP = re.compile(r"([+x/-])")


def number(written):
    return int(str(written).replace(" ", ""))


def euros(written):
    return None if written is None else Euros.of(number(written))


def hours(written):
    whole, minutes = re.fullmatch(r"([0-9 ]+?) h(?: ([0-9]{2}))?", written).groups()
    return Hours(number(whole) * 60 + int(minutes or 0))


def volume(written):
    if not isinstance(written, dict):
        return Hours.of(number(written))
    return Scheme(
        euros(written["tranche"]),
        Hours.of(written["heures par tranche"]),
        euros(written["seuil"]),
        by_whole_steps=bool(written["tranches entières"] == "oui"),
    )


def computed(expression):
    """From left to right; multiplications and divisions first."""
    tokens = [part.strip() for part in STEP.split(expression)]
    terms, sign = [Fraction(number(tokens[0]))], 1
    for operator, token in zip(tokens[1::2], tokens[2::2], strict=True):
        value = Fraction(number(token))
        if operator in "x/":
            terms[-1] = terms[-1] * value if operator == "x" else terms[-1] / value
        else:
            sign = 1 if operator == "+" else -1
            terms.append(sign * value)
    return sum(terms)


def orders_of(case):
    return tuple(
        Order(
            it["bon"],
            euros(it["montant"]),
            it["le"],
            it.get("soldé le"),
            tuple(
                Bill(euros(bill["montant"]), bill["le"], bill.get("su le", ALWAYS))
                for bill in it["factures"]
            ),
        )
        for it in case.get("commandes", [])
    )


def changes_of(case):
    return tuple(
        Change(
            it["n°"],
            it["au"],
            euros(it.get("montant")),
            it.get("mois"),
            None if "heures" not in it else Hours.of(number(it["heures"])),
            it.get("su le", ALWAYS),
        )
        for it in case.get("avenants", [])
    )


def parts_of(case):
    return tuple(
        Part(
            it["nom"],
            euros(it["montant"]),
            it["nom"] == "ferme",
            it.get("affermie le"),
            it.get("avant le"),
        )
        for it in case.get("tranches", [])
    )


def facts_of(case):
    end = case["fin"]
    return Facts(
        written=volume(case["signé"]),
        amount=euros(case["montant"]),
        months=case["mois"],
        notified_on=case["notifié le"],
        starts_on=case["démarre le"],
        recalculation=POLICIES[case["recalcul"]],
        renewal_months=tuple(case.get("reconductions", ())),
        changes=changes_of(case),
        renewals=tuple(
            Renewing(it["n°"], it["le"], it["à partir du"], it["a lieu"] == "oui", it["le"])
            for it in case.get("décisions", [])
        ),
        pauses=tuple(
            Pause(it["du"], it["au"], it["du"], it["fin sue le"])
            for it in case.get("suspensions", [])
        ),
        parts=parts_of(case),
        orders=orders_of(case),
        end=End(end["le"], end["résilié"] == "oui", end.get("su le", ALWAYS)),
        done=tuple(
            Done(Hours.of(number(it["heures"])), it["le"]) for it in case.get("réalisé", [])
        ),
    )


CASES = read("cibles")
DATES = [
    pytest.param(case, row, id=f"{place}-{row['le']}{'-vu' if 'vu le' in row else ''}")
    for place, case in enumerate(CASES)
    for row in case["dates"]
]


@pytest.mark.parametrize(("case", "row"), DATES)
def test_the_target_is_the_one_computed_by_hand(case, row):
    found = target_on(facts_of(case), row["le"], known_on=row.get("vu le"))
    said = {
        "dû": found.due,
        "attendu": found.expected,
        "conditionnel": found.conditional,
        "rythme": found.paced,
    }
    assert {key: said[key] for key in said if key in row} == {
        key: hours(row[key]) for key in said if key in row
    }, found.reasons
    if "fin" in row:
        assert found.period.ends_on == row["fin"], found.period.reasons
    if "suspendu" in row:
        assert found.period.is_suspended == (row["suspendu"] == "oui")


@pytest.mark.parametrize(("case", "row"), DATES)
def test_the_arithmetic_of_the_table_is_right(case, row):
    assert case["marché"]
    for expression, result in EQUALITY.findall(row["calcul"]):
        assert computed(expression) == number(result), expression


def test_two_framework_agreements_have_twenty_dates_each():
    assert [len(case["dates"]) for case in CASES] == [20, 20, 5]
    written = " ".join(row["calcul"] for case in CASES for row in case["dates"])
    assert len(EQUALITY.findall(written)) >= 50
