"""What holds of every target, whatever happened to the contract."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

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
    curve,
    days_of_change,
    due_when_terminated,
    known,
    stays_as_signed,
    target_on,
)
from perenne.values import Euros, Hours

START = date(2025, 1, 1)
PLAIN = Facts(Hours.of(1200), Euros.of(100_000), 12, START, START)
SCHEME = Scheme(Euros.of(1000), Hours.of(10))

days = some.dates(date(2025, 1, 1), date(2028, 12, 31))
amounts = some.integers(0, 50_000_000).map(Euros)
minutes = some.integers(1, 300_000).map(Hours)
ANY_VOLUME = minutes | some.just(SCHEME)


@some.composite
def changes(draw):
    return tuple(
        Change(
            number,
            draw(days),
            draw(some.none() | amounts),
            draw(some.none() | some.integers(1, 60)),
            draw(some.none() | minutes),
            draw(days),
        )
        for number in range(1, draw(some.integers(0, 4)) + 1)
    )


@some.composite
def pauses(draw):
    found, since = [], draw(days)
    for _ in range(draw(some.integers(0, 2))):
        until = since + timedelta(draw(some.integers(0, 90)))
        found.append(Pause(since, until, since, until))
        since = until + timedelta(draw(some.integers(1, 90)))
    return tuple(found)


@some.composite
def parts(draw):
    if draw(some.booleans()):
        return ()
    optional = draw(some.lists(some.tuples(amounts, some.none() | days, days), max_size=3))
    return (
        Part("ferme", draw(amounts), is_firm=True),
        *(Part(f"o{n}", *it[:1], False, it[1], it[2]) for n, it in enumerate(optional)),
    )


@some.composite
def orders(draw):
    return tuple(
        Order(
            f"BC{number}",
            draw(some.integers(1, 9_000_000).map(Euros)),
            draw(days),
            draw(some.none() | days),
            tuple(
                Bill(Euros(cents), day, day)
                for cents, day in draw(
                    some.lists(some.tuples(some.integers(-500_000, 5_000_000), days), max_size=4)
                )
            ),
        )
        for number in range(draw(some.integers(0, 3)))
    )


@some.composite
def contracts(draw, written=ANY_VOLUME):
    possible = draw(some.lists(some.integers(1, 24), max_size=3))
    return Facts(
        written=draw(written),
        amount=draw(amounts),
        months=draw(some.integers(1, 48)),
        notified_on=START,
        starts_on=draw(days),
        recalculation=draw(some.sampled_from(Recalculation)),
        covers_renewals=draw(some.booleans()),
        renewal_months=tuple(possible),
        changes=draw(changes()),
        renewals=tuple(
            Renewing(number, *sorted((draw(days), draw(days))), draw(some.booleans()))
            for number in range(1, draw(some.integers(0, len(possible))) + 1)
        ),
        pauses=draw(pauses()),
        parts=draw(parts()),
        orders=draw(orders()),
        end=draw(some.none() | some.builds(End, days, some.booleans())),
        done=tuple(draw(some.lists(some.builds(Done, minutes, days), max_size=4))),
    )


@settings(deadline=None)
@given(contracts(), days)
def test_its_figures_stand_in_order_and_its_reasons_are_told(facts, day):
    found = target_on(facts, day)
    assert Hours(0) <= found.due <= found.expected
    assert Hours(0) <= found.conditional
    assert Hours(0) <= found.paced <= found.due
    assert found.reasons
    assert all(reason.endswith(".") for reason in found.reasons)


@settings(deadline=None)
@given(contracts(), days, some.randoms(use_true_random=False))
def test_the_order_in_which_things_were_written_down_changes_nothing(facts, day, random):
    fields = ("changes", "renewals", "pauses", "orders", "done")
    held = {name: list(getattr(facts, name)) for name in fields}
    for rows in held.values():
        random.shuffle(rows)
    mixed = replace(facts, **{name: tuple(rows) for name, rows in held.items()})
    assert target_on(mixed, day) == target_on(facts, day)


@settings(deadline=None)
@given(contracts(written=some.just(SCHEME)), days, days, some.integers(1, 5_000_000))
def test_an_invoice_more_never_lowers_what_is_due(facts, day, billed, cents):
    more = Order("de plus", Euros(cents), billed, None, (Bill(Euros(cents), billed),))
    grown = replace(facts, orders=(*facts.orders, more))
    assert target_on(grown, day).due >= target_on(facts, day).due


@settings(deadline=None)
@given(contracts(written=minutes))
def test_no_amendment_takes_back_hours_owed_and_done(facts):
    lasting = replace(facts, end=None)
    for change in lasting.changes:
        eve = change.effective_on - timedelta(1)
        acquired = min(target_on(lasting, eve).due, lasting.done_by(eve))
        assert target_on(lasting, change.effective_on).due >= acquired


@settings(deadline=None)
@given(contracts())
def test_on_the_eve_of_its_notification_nothing_is_owed(facts):
    found = target_on(facts, START - timedelta(1))
    assert (found.due, found.expected, found.conditional) == (Hours(0),) * 3
    assert target_on(replace(facts, notified_on=None), date.max).due == Hours(0)


@settings(deadline=None)
@given(contracts(written=minutes), days, some.booleans())
def test_what_stays_as_signed_is_expected_on_any_day(facts, day, ends):
    """Pauses, orders and an end move no hour of a volume that was written once."""
    end = End(day, is_termination=False) if ends else None
    still = replace(facts, changes=(), parts=(), covers_renewals=False, end=end)
    assert stays_as_signed(still)
    assert target_on(still, day).expected == still.written
    if stays_as_signed(facts):
        assert target_on(facts, day).expected == facts.written


@pytest.mark.parametrize(
    "more",
    [
        {"written": SCHEME},
        {"changes": (Change(1, START, hours=Hours.of(600)),)},
        {"parts": (Part("ferme", Euros.of(100_000), is_firm=True),)},
        {"covers_renewals": True, "renewal_months": (12,)},
        {"end": End(START, is_termination=True)},
    ],
)
def test_what_may_lower_a_volume_is_known_as_such(more):
    assert stays_as_signed(PLAIN)
    assert not stays_as_signed(replace(PLAIN, **more))


@settings(deadline=None)
@given(contracts(), days)
def test_it_changes_on_the_days_of_change_alone(facts, day):
    eves = [it for it in days_of_change(facts) if it <= day]
    since = max(eves, default=None)
    if since is not None and facts.end is None:
        then, now = target_on(facts, since), target_on(facts, day)
        assert (then.due, then.expected, then.conditional) == (
            now.due,
            now.expected,
            now.conditional,
        )


@settings(deadline=None)
@given(contracts(), days, days)
def test_what_was_known_a_day_does_not_depend_on_what_was_told_later(facts, day, seen):
    later = Change(99, day, Euros(1), 1, Hours(1), recorded_on=seen + timedelta(1))
    grown = replace(facts, changes=(*facts.changes, later))
    assert target_on(grown, day, known_on=seen) == target_on(facts, day, known_on=seen)
    assert known(known(facts, seen), seen) == known(facts, seen)


@settings(deadline=None)
@given(contracts(), days)
def test_the_curve_ends_today_and_says_the_target_of_each_day(facts, day):
    points = curve(facts, until=day)
    assert [point.on for point in points] == sorted({point.on for point in points})
    assert points[-1] == target_on(facts, day)


@given(minutes, some.fractions(-1, 2), minutes)
def test_a_termination_leaves_between_what_is_acquired_and_what_was_owed(due, share, done):
    found = due_when_terminated(due, carried_out=share, acquired=done)
    assert min(due, done) <= found <= due
