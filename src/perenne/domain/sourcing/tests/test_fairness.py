"""A hundred needs, one each working day: who was asked, how often, and in which place.

The structures answer as structures do: some help, some decline, some say nothing (drawn once for
all by a fixed seed). Waves leave by the real act, in the database.
"""

from collections import Counter
from datetime import timedelta
from random import Random

import pytest

from perenne.domain.sourcing.actions import go_round
from perenne.domain.sourcing.factories import new_opening
from perenne.domain.sourcing.models import Opening, Solicitation
from perenne.domain.sourcing.states import ASKED, DECLINED, FILLED, DeclineReason
from perenne.domain.sourcing.tests.conftest import NOON
from perenne.kit.actors import HOUSE
from perenne.rules.waves import gini
from perenne.rules.working_days import working_days_after

NEEDS, LARGE, SMALL, FAR = 100, 12, 10, 6
AREA = ({"department_code": "77"},)


@pytest.fixture
def known(scene):
    """Large structures first in every list, small ones of one person, some elsewhere."""
    large = scene.structures(LARGE, trades={"painting": 4_000}, name="A")
    small = scene.structures(SMALL, trades={"painting": 60}, name="P")
    far = scene.structures(FAR, commune_id=None, areas=AREA, name="Z")
    return {"large": large, "small": small, "far": far}


def replies(chance, day):
    """To what was asked that day: three in ten help and one is enough, half decline."""
    asked = Solicitation.objects.filter(state=ASKED, asked_on=day).order_by("pk")
    drawn = [(row.pk, row.opening_id, chance.random()) for row in asked]
    declined = [key for key, _, number in drawn if 0.3 <= number <= 0.8]
    asked.filter(pk__in=declined).update(
        state=DECLINED, reason=DeclineReason.DATES.value, answered_on=day
    )
    helped = {opening for _, opening, number in drawn if number < 0.3}
    Opening.objects.filter(pk__in=helped).update(state=FILLED, ended_on=day)


def test_over_a_hundred_needs_everybody_is_asked_as_often_and_nobody_is_always_last(scene, known):
    chance, day = Random(77), NOON.date()
    for number in range(NEEDS):
        day = working_days_after(day, 1)
        new_opening(
            scene.commitment, minutes=60 * 60, starts_on=day + timedelta(10),
            ends_on=day + timedelta(40), opened_on=day, job_title=f"Peintre {number}",
        )  # fmt: skip
        go_round(by=HOUSE, now=NOON + (day - NOON.date()))
        replies(chance, day)

    ids = {row.pk: kind for kind, rows in known.items() for row in rows}
    asked = Solicitation.objects.order_by("opening_id", "pk")
    rows = list(asked.values_list("opening_id", "structure_id"))
    at_once = set(asked.filter(wave=1).values_list("structure_id", flat=True))
    counts = Counter(structure for _, structure in rows)
    index = gini(counts[one] for one in ids)
    lasts = Counter(dict(rows).values())
    by_kind = {
        kind: round(sum(counts[one] for one, it in ids.items() if it == kind) / len(found), 1)
        for kind, found in known.items()
    }
    print(
        f"\n{NEEDS} needs, {len(rows)} solicitations, {len(ids)} structures: Gini {index}, "
        f"{min(counts.values())} to {max(counts.values())} each; means {by_kind}; "
        f"last at most {max(lasts[one] * 100 // counts[one] for one in ids)} % of its times"
    )
    assert set(counts) == set(ids)
    assert index.basis_points <= 500
    assert max(counts.values()) - min(counts.values()) <= 4
    assert by_kind["small"] >= 0.9 * by_kind["large"]
    assert at_once == set(ids), "each was asked at once, not only when others had said no"
    assert all(lasts[one] <= counts[one] // 2 for one in ids), "nobody is always last"
