"""What is found, in which order, for whom, and at what cost."""

from collections import Counter
from datetime import date

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as some

from perenne.domain.directory.factories import new_structure
from perenne.domain.directory.models import Mention, Structure, Term
from perenne.domain.directory.queries.lexicon import lexicon
from perenne.domain.directory.queries.meaning import faults_between, words_in
from perenne.domain.directory.queries.places import place_of_communes
from perenne.domain.directory.queries.search import (
    Order,
    Search,
    look_for,
    points_found,
    structures_found,
)
from perenne.domain.directory.tests.crowd import crowd
from perenne.domain.directory.tests.relevance import QUESTIONS, known_structures
from perenne.domain.territories.factories import MEAUX_COUNTRY, load_places
from perenne.domain.territories.queries import communes
from perenne.kit.actors import VISITOR
from perenne.kit.paging import WHOLE
from perenne.rules.segments import TRADES
from perenne.rules.segments.matching import stems
from perenne.values import Hours

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)
FIRST_ONES = 5


def found(words="", **filters):
    page = structures_found(Search(words=words, **filters), seen_by=VISITOR, on=TODAY)
    return [row.name for row in page.items]


@pytest.fixture
def places():
    load_places()


def test_thirty_questions_are_answered_by_what_was_meant_among_many(places):
    known_structures()
    crowd(600, on=TODAY)
    every = structures_found(Search(), seen_by=VISITOR, on=TODAY, number=WHOLE).items
    wrong, right = [], 0
    for question in QUESTIONS:
        page = structures_found(Search(words=question.typed), seen_by=VISITOR, on=TODAY)
        rows = page.items[: 1 if question.name else FIRST_ONES]
        fit = [question.is_answered_by(row) for row in rows]
        right += sum(fit)
        there = sum(map(question.is_answered_by, every))
        if not fit or not fit[0] or sum(fit) < min(len(fit), there) - 1:
            told = [(row.name, row.kind_label, *map(str, row.trades)) for row in rows]
            wrong.append((question.typed, told))
    print(f"{len(QUESTIONS)} questions, {right} fitting answers among the first {FIRST_ONES}")
    assert wrong == []


def test_words_are_written_with_the_structure_whoever_writes_it(places):
    def said():
        return set(Mention.objects.filter(structure=one).values_list("word", "worth"))

    one = new_structure(
        name="Œuvre des Châteaux", commune_id="77284", networks=["coorace"], about="Élagage"
    )
    of_name, around = {("oeuvr", 100), ("chateau", 100)}, {("meau", 60), ("coorac", 60)}
    assert said() == {*of_name, *around, ("elagag", 35)}
    Structure.objects.filter(pk=one.pk).update(name="Autre nom", about="")
    assert {word for word, _ in said()} == {"autr", "nom", "meau", "coorac"}
    assert found("chateau") == []
    assert found("autre nom") == ["Autre nom"]
    Structure.objects.filter(pk=one.pk).update(website="https://exemple.test")
    assert {word for word, _ in said()} == {"autr", "nom", "meau", "coorac"}
    one.delete()
    assert not Mention.objects.exists()
    assert Term.objects.filter(word="elagag").exists()


FRENCH = some.text("abeiouxsélàçœÉÀœ '’-.0129 aux eaux les", max_size=30)


@given(FRENCH)
@settings(max_examples=60)
def test_the_database_folds_words_as_the_rules_do(text):
    with connection.cursor() as cursor:
        cursor.execute("SELECT directory_words(%s)", [text])
        assert [word for (word,) in cursor] == [word[:40] for word in stems(text).split()]


@pytest.mark.parametrize(
    ("one", "other", "faults"),
    [
        ("peintr", "peintr", 0),
        ("pientr", "peintr", 1),
        ("netoyag", "nettoyag", 1),
        ("electrisit", "electricit", 1),
        ("", "abc", 3),
        ("jardin", "gardien", 2),
    ],
)
def test_faults_are_counted_as_people_make_them(one, other, faults):
    assert faults_between(one, other) == faults_between(other, one) == faults


@given(some.text("abcde", max_size=7), some.text("abcde", max_size=7))
@settings(max_examples=80)
def test_faults_are_a_distance(one, other):
    faults = faults_between(one, other)
    assert (faults == 0) == (one == other)
    assert abs(len(one) - len(other)) <= faults <= max(len(one), len(other))
    assert faults == faults_between(other, one)


@pytest.mark.parametrize("trade", TRADES.rows, ids=lambda trade: trade.code)
def test_a_trade_is_what_its_own_label_names_most(trade):
    told: Counter[str] = Counter()
    for word in stems(trade.label).split():
        told.update(lexicon().trades[word])
    assert told[trade.code] == max(told.values())


def test_what_asks_and_what_is_empty_does_not_count():
    assert list(words_in("Je cherche des peintres, à Meaux !")) == ["peintr", "meau"]
    assert words_in("'; DROP TABLE --") == {"drop": "DROP", "tabl": "TABLE"}
    assert list(words_in(" ".join(f"mot{n}" for n in range(20)))) == [f"mot{n}" for n in range(6)]


def test_a_word_that_nobody_says_is_told_and_does_not_count(places):
    new_structure(name="Ateliers", trades={"painting": 10})
    told = look_for(Search(words="peinture zygomatique"), seen_by=VISITOR, on=TODAY)
    assert [row.name for row in told.page.items] == ["Ateliers"]
    assert told.unknown == ("zygomatique",)
    nothing = look_for(Search(words="zygomatique"), seen_by=VISITOR, on=TODAY)
    assert (nothing.page.total, nothing.unknown) == (0, ("zygomatique",))


@pytest.fixture
def four(places):
    facts = {"said_on": date(2026, 11, 20)}
    new_structure(
        name="Du département", kind="ei", areas=({"department_code": "77"},), commune_id="77288",
        trades={"painting": 300, "tiling": 40}, modes=["service"], qpv=True, latitude=48_539_000,
        longitude=2_660_000, **facts,
    )  # fmt: skip
    new_structure(
        name="Du pays de Meaux", kind="etti", areas=({"epci_id": MEAUX_COUNTRY[0]},),
        commune_id="77284", trades={"masonry": 80}, networks=["coorace"], latitude=48_960_000,
        longitude=2_888_000,
    )  # fmt: skip
    new_structure(name="De Melun", kind="esat", commune_id="77288", trades={"laundry": 0})
    new_structure(name="Masquée", kind="ei", state="hidden", commune_id="77284")


def place_of(code):
    return place_of_communes([one for one in communes() if one.insee_code == code])


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({}, {"Du département", "Du pays de Meaux", "De Melun"}),
        ({"kinds": ("etti", "esat")}, {"Du pays de Meaux", "De Melun"}),
        ({"trades": ("painting",)}, {"Du département"}),
        ({"segments": ("works",)}, {"Du département", "Du pays de Meaux"}),
        ({"capacity_min": Hours.of(100)}, {"Du département"}),
        ({"capacity_min": Hours.of(330)}, {"Du département"}),
        ({"capacity_min": Hours.of(330), "trades": ("painting",)}, set()),
        ({"fresh_days": 30}, {"Du département"}),
        ({"has_offer": True}, {"Du département", "Du pays de Meaux"}),
        ({"modes": ("service",)}, {"Du département"}),
        ({"networks": ("coorace",)}, {"Du pays de Meaux"}),
        ({"qpv": True}, {"Du département"}),
        ({"has_space": True}, set()),
        ({"sources": ("marche",)}, set()),
        ({"list_id": 1}, set()),
    ],
)
def test_each_filter_keeps_what_it_says(four, filters, names):
    assert set(found(**filters)) == names


def test_where_is_where_it_works_or_how_far_it_stands(four):
    assert set(found(place=place_of("77284"))) == {"Du département", "Du pays de Meaux"}
    assert set(found(place=place_of("77330"))) == {"Du département", "Du pays de Meaux"}
    assert set(found(place=place_of("77288"))) == {"Du département", "De Melun"}
    assert set(found(place=place_of("77288"), within_km=5)) == {"Du département", "De Melun"}


def test_distances_are_those_of_the_map(four):
    melun = place_of("77288")
    drawn = type(melun)("Melun", ("77288",), (), "77", 48_539_000, 2_660_000)
    rows = structures_found(Search(place=drawn, within_km=60), seen_by=VISITOR, on=TODAY).items
    assert {row.name: row.distance_km for row in rows} == {
        "Du département": 0, "De Melun": 0, "Du pays de Meaux": 50,
    }  # fmt: skip
    assert rows[-1].name == "Du pays de Meaux"
    assert len(points_found(Search(place=drawn), seen_by=VISITOR, on=TODAY)) == 1


def test_the_order_is_the_one_that_is_asked(four):
    assert found(order=Order.NAME) == ["De Melun", "Du département", "Du pays de Meaux"]
    assert found(order=Order.CAPACITY)[0] == "Du département"
    assert found("maçon", order=Order.NAME) == ["Du pays de Meaux"]


def test_pages_follow_one_another_and_ask_no_more_for_many(places, django_assert_max_num_queries):
    crowd(120, on=TODAY)
    search = Search(words="insertion")
    whole = structures_found(search, seen_by=VISITOR, on=TODAY, number=WHOLE)
    with django_assert_max_num_queries(4):
        pages = [structures_found(search, seen_by=VISITOR, on=TODAY, number=1)]
    pages += [
        structures_found(search, seen_by=VISITOR, on=TODAY, number=number)
        for number in range(2, pages[0].last + 1)
    ]
    told = [row.id for page in pages for row in page.items]
    assert len(told) == pages[0].total > 2 * len(pages[0].items)
    assert told == [row.id for row in whole.items]
    beyond = structures_found(search, seen_by=VISITOR, on=TODAY, number=99)
    assert (beyond.number, list(beyond.items)) == (pages[-1].number, list(pages[-1].items))
