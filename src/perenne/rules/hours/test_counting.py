from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.golden import rows_of

from perenne.rules.hours import (
    HOUR_KINDS,
    Basis,
    Bonus,
    CapCode,
    CapUse,
    CountedLine,
    CountingTerms,
    Entry,
    Extent,
    HourKind,
    Merit,
    count,
)
from perenne.rules.hours.choices import (
    HOURS_BASIS,
    SUPPORT_CAP,
    TRAINING,
    TRAINING_CAP,
    WORK_STUDY_CENTRE,
)
from perenne.rules.practice import USUAL
from perenne.values import Hours, Share

EXTENTS = {extent.label: extent for extent in Extent}
CHOICES = {
    "assiette": (HOURS_BASIS, {"payées": Basis.PAID}.__getitem__),
    "formation": (TRAINING, EXTENTS.__getitem__),
    "alternance": (WORK_STUDY_CENTRE, EXTENTS.__getitem__),
    "limite": (TRAINING_CAP, Share.percent),
    "accompagnement": (SUPPORT_CAP, Share.percent),
}
TEN = Hours.of(10)
durations = some.integers(0, 10**5).map(Hours)
merits = some.frozensets(some.sampled_from(Merit))
entries = some.lists(
    some.builds(Entry, some.integers(), some.sampled_from(HourKind), durations, merits), max_size=12
)
bonuses = some.lists(
    some.builds(
        Bonus, some.sampled_from(Merit), some.integers(0, 10_000).map(Share), some.just("4")
    ),
    max_size=3,
).map(tuple)
terms = some.builds(CountingTerms, due=some.none() | durations, bonuses=bonuses)


def practice_of(case):
    practice = USUAL
    for word, (parameter, read) in CHOICES.items():
        if word in case:
            practice = practice.choosing(parameter, read(case[word]))
    return practice


def count_one(kind, case):
    volume = case.get("volume", 100)
    return count(
        [Entry(1, kind, TEN, led_to_hiring="embauche" in case)],
        CountingTerms(
            None if volume == "aucun" else Hours.of(volume),
            admits=frozenset({kind}) if "prévu" in case else frozenset(),
            already={CapCode.TRAINING: Hours.of(case.get("déjà", 0))},
        ),
        practice=practice_of(case),
    )


@pytest.mark.parametrize(("code", "expected", "case"), rows_of("hour_kinds"))
def test_a_lawyer_reads_which_hours_count(code, expected, case):
    found = count_one(HourKind(case.get("nature", code)), case)
    assert (found.hours == TEN) is expected
    assert found.hours + found.left_out == TEN


@pytest.mark.parametrize("kind", HourKind)
def test_each_kind_has_its_row_and_says_why(kind):
    line = count_one(kind, {}).lines[0]
    assert HOUR_KINDS[kind].label
    assert line.reason.endswith(".")
    assert "'" not in line.reason


@pytest.mark.parametrize(
    ("kind", "case", "said"),
    [
        (HourKind.WORK, {}, "une heure compte pour une heure"),
        (HourKind.OVERTIME, {}, "sans majoration"),
        (HourKind.INTERNAL_TRAINING, {"formation": "en entier"}, "interne : comptée comme"),
        (HourKind.EXTERNAL_TRAINING, {}, "externe : comptée dans la limite"),
        (HourKind.WORK_STUDY_CENTRE, {"alternance": "non"}, "alternance : non comptée ici"),
        (HourKind.SOCIAL_SUPPORT, {}, "retirez-le"),
        (HourKind.SOCIAL_SUPPORT, {"accompagnement": 5}, "socioprofessionnel : compté dans"),
        (HourKind.SICKNESS, {}, "l’assiette est l’heure travaillée"),
        (HourKind.SICKNESS, {"assiette": "payées"}, "l’assiette est l’heure payée"),
        (HourKind.IMMERSION, {}, "ne prévoit pas de les compter"),
        (HourKind.IMMERSION, {"prévu": "oui"}, "La clause prévoit de les compter"),
        (HourKind.PRE_HIRE_TRAINING, {}, "ne prévoit pas de compter la formation préalable"),
        (HourKind.PRE_HIRE_TRAINING, {"prévu": "oui"}, "que suivie d’une embauche"),
        (HourKind.PRE_HIRE_TRAINING, {"prévu": "oui", "embauche": "oui"}, "suivie d’une embauche"),
    ],
)
def test_the_reason_is_that_of_the_choice(kind, case, said):
    assert said in count_one(kind, case).lines[0].reason.replace("\u00a0", " ")


def test_a_limit_lets_the_first_entries_through_whatever_their_kind():
    first = Entry(1, HourKind.INTERNAL_TRAINING, Hours.of(18))
    work = Entry(2, HourKind.WORK, TEN)
    second = Entry(3, HourKind.EXTERNAL_TRAINING, Hours.of(10))
    third = Entry(4, HourKind.INTERNAL_TRAINING, Hours(1))
    already = {CapCode.TRAINING: Hours.of(5)}
    found = count([first, work, second, third], CountingTerms(Hours.of(100), already=already))
    assert [line.counted for line in found.lines] == [Hours.of(18), TEN, Hours.of(7), Hours(0)]
    assert [line.left_out for line in found.lines] == [
        Hours(0),
        Hours(0),
        Hours.of(3),
        Hours(1),
    ]
    assert found.hours == found.valorised == Hours.of(35)
    assert found.left_out == Hours.of(3) + Hours(1)
    assert found.caps == (
        CapUse(CapCode.TRAINING, Hours.of(30), Hours.of(30), Hours.of(3) + Hours(1)),
    )


def test_what_a_limit_leaves_out_is_told_with_the_limit():
    found = count_one(HourKind.INTERNAL_TRAINING, {"déjà": 21})
    assert found.lines == (
        CountedLine(
            Entry(1, HourKind.INTERNAL_TRAINING, TEN),
            Hours.of(9),
            "Formation interne\u00a0: comptée dans la limite fixée. Cette limite est de 30\u00a0h "
            "pour la clause\u00a0: 9\u00a0h comptées ici, retirez le reste.",
            CapCode.TRAINING,
        ),
    )


def test_a_limit_that_leaves_nothing_out_is_not_told():
    found = count_one(HourKind.INTERNAL_TRAINING, {"déjà": 20})
    assert found.caps == ()
    assert "retirez le reste" not in found.lines[0].reason


def test_a_limit_already_passed_takes_nothing_back():
    found = count_one(HourKind.INTERNAL_TRAINING, {"déjà": 40})
    assert found.hours == Hours(0)
    assert found.caps == (CapUse(CapCode.TRAINING, Hours.of(30), Hours.of(40), TEN),)


def test_each_limit_is_its_own_and_rounded_down_to_the_minute():
    support = Entry(1, HourKind.SOCIAL_SUPPORT, TEN)
    training = Entry(2, HourKind.EXTERNAL_TRAINING, TEN)
    practice = USUAL.choosing(SUPPORT_CAP, Share.percent(5))
    found = count([support, training], CountingTerms(Hours(1_119)), practice=practice)
    assert [line.counted for line in found.lines] == [Hours(55), Hours(335)]
    assert [(cap.code, cap.limit) for cap in found.caps] == [
        (CapCode.TRAINING, Hours(335)),
        (CapCode.SUPPORT, Hours(55)),
    ]


def test_a_reward_is_told_beside_real_hours_for_what_is_counted_only():
    worked = Entry(1, HourKind.WORK, Hours.of(100), frozenset({Merit.PERMANENT, Merit.WOMAN}))
    away = Entry(2, HourKind.SICKNESS, Hours.of(50), frozenset({Merit.PERMANENT}))
    other = Entry(3, HourKind.WORK, Hours.of(7))
    rewards = (
        Bonus(Merit.PERMANENT, Share.percent(20), "4.5"),
        Bonus(Merit.PRIORITY_DISTRICT, Share.percent(50), "4.5"),
    )
    found = count([worked, away, other], CountingTerms(Hours.of(500), bonuses=rewards))
    assert (found.hours, found.valorised) == (Hours.of(107), Hours.of(127))


def test_two_rewards_add_up():
    both = Entry(1, HourKind.WORK, TEN, frozenset({Merit.PERMANENT, Merit.WOMAN}))
    rewards = tuple(
        Bonus(merit, Share.percent(10), "1") for merit in (Merit.PERMANENT, Merit.WOMAN)
    )
    found = count([both], CountingTerms(Hours.of(500), bonuses=rewards))
    assert found.valorised == Hours.of(12)


@pytest.mark.parametrize(("share", "added"), [(4_999, 0), (5_000, 1), (14_999, 1), (15_000, 2)])
def test_rewards_are_rounded_half_up_to_the_minute(share, added):
    minute = Entry(1, HourKind.WORK, Hours(1), frozenset({Merit.PERMANENT}))
    reward = Bonus(Merit.PERMANENT, Share(share), "4.5")
    found = count([minute], CountingTerms(None, bonuses=(reward,)))
    assert found.valorised == Hours(1 + added)


@pytest.mark.parametrize("article", ["", " "])
def test_a_reward_that_no_clause_writes_is_refused(article):
    with pytest.raises(ValueError, match="indiquez l’article du marché"):
        Bonus(Merit.WOMAN, Share.percent(10), article)


def test_a_reward_never_takes_hours_away():
    with pytest.raises(ValueError, match="ne retire pas d’heures"):
        Bonus(Merit.WOMAN, Share(-1), "4.5")
    assert not Bonus(Merit.WOMAN, Share(0), "4.5").share.basis_points


def test_a_negative_entry_is_not_counted():
    with pytest.raises(ValueError, match="corrigez la ligne déclarée"):
        Entry(1, HourKind.WORK, Hours(-1))


def test_nothing_declared_counts_for_nothing():
    found = count([], CountingTerms(Hours.of(100)))
    assert (found.hours, found.valorised, found.lines, found.caps) == (Hours(0), Hours(0), (), ())


@given(entries, terms)
def test_every_minute_is_either_counted_or_left_out(declared, asked):
    found = count(declared, asked)
    assert [line.entry for line in found.lines] == declared
    assert found.hours + found.left_out == sum((each.hours for each in declared), Hours(0))
    assert all(Hours(0) <= line.counted <= line.entry.hours for line in found.lines)
    assert found.hours <= found.valorised


@given(entries, terms)
def test_limited_hours_never_pass_their_limit(declared, asked):
    found = count(declared, asked)
    training = sum((x.counted for x in found.lines if x.cap is CapCode.TRAINING), Hours(0))
    if asked.due is None:
        assert found.caps == ()
    else:
        assert training.minutes <= asked.due.minutes * Decimal("0.3")


@given(entries, terms)
def test_rewards_change_no_real_hour(declared, asked):
    plain = CountingTerms(asked.due)
    assert count(declared, asked).hours == count(declared, plain).hours


@given(entries, terms, durations)
def test_one_more_hour_of_work_counts_for_one_hour(declared, asked, more):
    longer = [*declared, Entry(0, HourKind.WORK, more)]
    assert count(longer, asked).hours == count(declared, asked).hours + more


def test_choices_are_told_in_french():
    assert [basis.label for basis in Basis] == ["heures travaillées", "heures payées"]
    assert [extent.label for extent in Extent] == ["en entier", "dans une limite", "non"]
