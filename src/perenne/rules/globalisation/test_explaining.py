from dataclasses import replace
from datetime import date

import pytest

from perenne.rules.globalisation import Commitment, Consent, Work
from perenne.rules.globalisation.explaining import explained
from perenne.rules.globalisation.orders import ORDER, Order
from perenne.rules.practice import USUAL
from perenne.values import Euros, Hours, Period

YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))
CLAUSE = Commitment(
    2,
    "École des Lilas",
    Hours.of(300),
    YEAR,
    frozenset({"E"}),
    Consent.OPEN,
    Hours.of(100),
    penalty=Euros.of(50),
)
WORK = Work(1, "P12", "E", date(2026, 3, 1), Hours.of(140), YEAR, date(2026, 2, 1), 1)


def line(work=WORK, clause=CLAUSE, practice=USUAL):
    said = explained(work, clause, Hours.of(35), practice=practice)
    return said.replace("\u00a0", " ").replace("\u202f", " ")


def test_hours_at_home_say_so():
    assert line(replace(WORK, clause_id=2)) == (
        "Mars 2026, P12 : 35 h sur « École des Lilas », où elles ont été travaillées."
    )


def test_hours_from_elsewhere_say_why_they_may_count():
    assert line() == (
        "Mars 2026, P12 : 35 h sur « École des Lilas », par globalisation : l’acheteur l’accepte, "
        "le marché est en cours ce mois-là, le parcours commencé le 1er février 2026 n’a pas "
        "dépassé 24 mois. Ordre retenu : le marché qui finit le premier (fin le "
        "31 décembre 2026)."
    )


def test_a_limit_accepted_by_the_buyer_is_told():
    capped = replace(CLAUSE, consent=Consent.CAPPED)
    assert "l’acheteur l’accepte dans la limite de 100 h," in line(clause=capped)


def test_the_order_chosen_by_the_committee_is_told():
    dearest = USUAL.choosing(ORDER, Order.DEAREST)
    assert "dont l’heure manquante coûte le plus (pénalité de 50 € par heure)." in line(
        practice=dearest
    )


@pytest.mark.parametrize(
    ("employment", "performance", "days"),
    [
        (YEAR, Period(date(2026, 3, 15), YEAR.end), "du 15/03/2026 au 31/03/2026"),
        (YEAR, Period(YEAR.start, date(2026, 3, 21)), "du 01/03/2026 au 20/03/2026"),
        (
            Period(date(2026, 3, 9), YEAR.end),
            Period(YEAR.start, date(2026, 3, 21)),
            "du 09/03/2026 au 20/03/2026",
        ),
    ],
)
def test_a_month_that_the_contract_covers_in_part_asks_for_a_look(employment, performance, days):
    begun = line(replace(WORK, employment=employment), replace(CLAUSE, performance=performance))
    assert f" Mois incomplet : seules les heures {days} peuvent y compter" in begun
    home = line(replace(WORK, clause_id=2), replace(CLAUSE, performance=performance))
    assert "Mois incomplet" in home


@pytest.mark.parametrize("employment", [YEAR, Period(date(2026, 3, 9), date(2026, 3, 20))])
def test_a_month_that_the_contract_covers_whole_does_not(employment):
    assert "Mois incomplet" not in line(replace(WORK, employment=employment))
