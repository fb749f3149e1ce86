from dataclasses import replace
from datetime import date
from itertools import count
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.rules.comparison import PlannedLine, compare, likeness
from perenne.values import Euros

OBJECTS = (
    "Nettoyage des écoles", "Nettoyage des gymnases", "Nettoyage secteur 1", "Nettoyage secteur 2",
    "Ravalement du collège", "Espaces verts", "", "Lot 1 Gros œuvre",
)  # fmt: skip
AMOUNTS = (None, 90_000, 100_000, 450_000)


@st.composite
def lines(draw, keys=None):
    return PlannedLine(
        key=draw(st.integers(1, 9)) if keys is None else next(keys),
        object=draw(st.sampled_from(OBJECTS)),
        reference=draw(st.sampled_from(("", "A-1", "A-2"))),
        lot=draw(st.sampled_from(("", "1", "2"))),
        amount=Euros.known((cents := draw(st.sampled_from(AMOUNTS))) and cents * 100),
        launch_on=draw(st.sampled_from((None, date(2027, 3, 1), date(2028, 3, 1)))),
        place=draw(st.sampled_from(("", "Meaux", "Melun"))),
    )


@st.composite
def programmes(draw):
    keys = count(1)
    one = st.lists(lines(keys=keys), max_size=8)
    return draw(one), draw(one)


def keys_of(found):
    return {(pair.before.key, pair.after.key) for pair in found.pairs}


@given(programmes())
def test_each_line_of_both_ends_in_exactly_one_place(both):
    before, after = both
    found = compare(before, after)
    olds = [pair.before.key for pair in found.pairs] + [it.key for it in found.removed]
    news = [pair.after.key for pair in found.pairs] + [it.key for it in found.added]
    assert sorted(olds) == sorted(it.key for it in before)
    assert sorted(news) == sorted(it.key for it in after)


@given(programmes())
def test_it_is_the_same_both_ways(both):
    before, after = both
    there, back = compare(before, after), compare(after, before)
    assert keys_of(there) == {(new, old) for old, new in keys_of(back)}
    assert (there.removed, there.added) == (back.added, back.removed)


@given(programmes(), st.randoms(use_true_random=False))
def test_the_order_of_the_lines_changes_nothing(both, random: Random):
    before, after = (list(lines) for lines in both)
    found = compare(before, after)
    random.shuffle(before)
    random.shuffle(after)
    assert compare(before, after) == found


@given(programmes())
def test_no_pair_left_apart_is_likelier_than_both_it_was_left_for(both):
    """Nothing that reaches the threshold is passed over by the index."""
    before, after = both
    found = compare(before, after)
    points = {}
    for pair in found.pairs:
        assert pair.likeness == likeness(pair.before, pair.after)
        points[pair.before.key] = points[pair.after.key] = pair.likeness.points
    for old in before:
        for new in after:
            alike = likeness(old, new)
            if alike.sureness is not None:
                best = max(points.get(old.key, -1), points.get(new.key, -1))
                assert best >= alike.points


@given(programmes())
def test_a_programme_sent_again_as_it_was_is_kept_whole(both):
    told = [line for line in both[0] if line.object]
    again = [replace(line, key=line.key + 100) for line in told]
    found = compare(told, again)
    assert (found.removed, found.added) == ((), ())
    assert [pair.changes for pair in found.pairs] == [()] * len(told)


def line(key, text, **facts):
    return PlannedLine(key, text, **facts)


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        ([line(1, "Nettoyage des écoles")], [line(2, "Nettoyage des écoles")], {(1, 2)}),
        ([line(1, "Nettoyage")], [line(2, "Peinture")], set()),
        (
            [line(1, "Nettoyage", reference="9")],
            [line(2, "Propreté urbaine", reference="9")],
            set(),
        ),
        (
            [line(1, "Nettoyage", reference="9", place="Meaux")],
            [line(2, "Propreté", reference="9", place="Meaux")],
            {(1, 2)},
        ),
        (
            [line(1, "Nettoyage secteur 1"), line(2, "Nettoyage secteur 2")],
            [line(3, "Nettoyage secteur 2"), line(4, "Nettoyage secteur 1")],
            {(1, 4), (2, 3)},
        ),
        ([line(1, "Gros œuvre", lot="1")], [line(2, "Gros œuvre", lot="2")], set()),
        ([line(1, "Voirie"), line(2, "Voirie")], [line(3, "Voirie")], {(1, 3)}),
        ([], [line(1, "Voirie")], set()),
    ],
)
def test_examples(before, after, pairs):
    assert keys_of(compare(before, after)) == pairs


def test_one_word_among_many_brings_nothing_together():
    alone = PlannedLine(key=1, object="Rénovation énergétique complète du gymnase Pasteur")
    other = PlannedLine(key=2, object="Démolition partielle de la piscine Pasteur voisine")
    found = compare([alone], [other])
    assert (found.pairs, found.removed, found.added) == ((), (alone,), (other,))
