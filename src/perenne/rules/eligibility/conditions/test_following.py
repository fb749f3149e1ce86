from datetime import date

import pytest

from perenne.rules.eligibility.conditions.following import (
    enrolled_in,
    followed_by,
    followed_or_left,
    holds_pass,
    left,
)
from perenne.rules.eligibility.facts import Enrolment, FollowUp, Person, Scheme, Structure
from perenne.rules.eligibility.findings import FAR, MET, Case, near, unknown
from perenne.rules.eligibility.numbers import SCHEME_EXIT_MONTHS
from perenne.rules.eligibility.passes import Pass
from perenne.rules.practice import USUAL
from perenne.values import Period

ON = date(2026, 9, 1)
SINCE = date(2025, 1, 1)
TOO_OLD = near("sortie le 28\u00a0février 2026, 6\u00a0mois au plus sont demandés")


def followed(*spans, practice=USUAL, scheme=Scheme.PLIE):
    follow_ups = tuple(FollowUp(scheme, since, until) for since, until in spans)
    return Case(Person(date(2004, 1, 1), follow_ups=follow_ups), ON, practice)


def enrolled(*, on=ON, **facts):
    enrolment = Enrolment(**{"structure": Structure.EI, "since": SINCE, **facts})
    return Case(Person(date(1985, 1, 1), enrolment=enrolment), on)


@pytest.mark.parametrize(
    ("since", "until", "now", "gone"),
    [
        (SINCE, None, MET, FAR),
        (ON, None, MET, FAR),
        (SINCE, ON, MET, FAR),
        (SINCE, date(2026, 8, 31), FAR, MET),
        (SINCE, date(2026, 3, 1), FAR, MET),
        (SINCE, date(2026, 2, 28), FAR, TOO_OLD),
        (date(2026, 9, 2), None, FAR, FAR),
    ],
)
def test_a_follow_up_goes_on_or_has_ended(since, until, now, gone):
    case = followed((since, until))
    asked = (Scheme.PLIE,)
    assert followed_by(*asked)(case) == now
    assert left(*asked, within=SCHEME_EXIT_MONTHS)(case) == gone
    either = followed_or_left(*asked, within=SCHEME_EXIT_MONTHS)(case)
    assert either == (MET if MET in {now, gone} else gone)


def test_the_last_exit_is_the_one_that_counts():
    case = followed((SINCE, date(2026, 2, 28)), (SINCE, date(2026, 3, 1)))
    assert left(Scheme.PLIE, within=SCHEME_EXIT_MONTHS)(case) == MET


def test_another_scheme_is_not_the_one_asked_for():
    case = followed((SINCE, None), scheme=Scheme.CEJ)
    assert followed_by(Scheme.PLIE)(case) == FAR
    assert followed_by(Scheme.PLIE, Scheme.CEJ)(case) == MET


def test_a_committee_may_take_no_exit_at_all():
    strict = USUAL.choosing(SCHEME_EXIT_MONTHS, 0)
    case = followed((SINCE, date(2026, 8, 31)), practice=strict)
    assert left(Scheme.PLIE, within=SCHEME_EXIT_MONTHS)(case) == near(
        "sortie le 31\u00a0août 2026, 0\u00a0mois au plus sont demandés"
    )


@pytest.mark.parametrize(
    ("facts", "finding"),
    [
        ({}, MET),
        ({"since": ON, "until": ON}, MET),
        ({"structure": Structure.ACI}, FAR),
        (
            {"since": date(2026, 9, 2)},
            near("entrée dans la structure le 2\u00a0septembre 2026 seulement"),
        ),
        ({"until": date(2026, 8, 31)}, near("sortie de la structure le 31\u00a0août 2026")),
        (
            {"on_pathway": False},
            near("salariée de la structure hors parcours, un parcours est demandé"),
        ),
    ],
)
def test_a_pathway_runs_on_the_day_of_hiring(facts, finding):
    assert enrolled_in(Structure.EI)(enrolled(**facts)) == finding


def test_nobody_is_enrolled_nowhere():
    assert enrolled_in(Structure.EI)(Case(Person(date(1985, 1, 1)), ON)) == FAR


@pytest.mark.parametrize(
    ("iae_pass", "finding"),
    [
        (Pass(date(2025, 1, 1)), MET),
        (Pass(date(2024, 9, 1)), near("PASS IAE expiré")),
        (Pass(date(2026, 9, 2)), near("PASS IAE pas encore commencé")),
        (
            Pass(date(2025, 1, 1), suspended=Period(ON, date(2026, 10, 1))),
            near("PASS IAE suspendu"),
        ),
        (None, unknown("Quel est son PASS IAE, et quand a-t-il commencé ?")),
    ],
)
def test_a_pass_runs_on_the_day_of_hiring(iae_pass, finding):
    assert holds_pass(enrolled(iae_pass=iae_pass)) == finding


@pytest.mark.parametrize(
    ("on", "finding"),
    [
        (date(2021, 11, 30), MET),
        (date(2021, 12, 1), unknown("Quel est son PASS IAE, et quand a-t-il commencé ?")),
    ],
)
def test_every_structure_asks_for_a_pass_since_december_2021(on, finding):
    assert holds_pass(enrolled(on=on)) == finding
    assert holds_pass(Case(Person(date(1985, 1, 1)), on)) == finding
