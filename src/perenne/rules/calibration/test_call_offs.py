import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.calibration import CallOff, Invoice, Scheme, due_to_date, standing
from perenne.values import Euros, Hours

DAY = date(2027, 6, 30)
BEFORE, AFTER = DAY - timedelta(1), DAY + timedelta(1)
BAM = Scheme(Euros.of(2_000), Hours.of(1), Euros.of(2_700_000), by_whole_steps=True)
AQUAREEL = Scheme(Euros.of(100_000), Hours.of(35))


def call_off(code, ordered, *invoiced, issued=BEFORE, closed=None, on=BEFORE):
    invoices = tuple(Invoice(Euros.of(amount), on) for amount in invoiced)
    return CallOff(code, Euros.of(ordered), issued, invoices, closed)


def plain(said):
    return said.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("invoiced", "scheme", "hours"),
    [
        ("2699999", BAM, "0"),
        ("2702000", BAM, "1"),
        ("3105000", BAM, "202"),
        ("10000000", BAM, "3650"),
        ("180000", AQUAREEL, "63"),
        ("437250", AQUAREEL, "153.0333"),
        ("0", AQUAREEL, "0"),
    ],
)
def test_what_is_due_follows_what_is_invoiced(invoiced, scheme, hours):
    orders = [call_off("BC1", "1", invoiced)]
    assert due_to_date(orders, scheme, on=DAY) == Hours.of(hours)


def test_pro_rata_too_begins_above_its_trigger():
    scheme = Scheme(Euros.of(100), Hours.of(1), Euros.of(1_000))
    assert scheme.hours_of(Euros.of(999)) == Hours(0)
    assert scheme.hours_of(Euros.of(1_000)) == Hours(0)
    assert scheme.hours_of(Euros.of(1_050)) == Hours.of("0.5")


def test_without_a_trigger_the_first_cent_counts():
    assert Scheme(Euros(1), Hours.of(1)).hours_of(Euros(1)) == Hours.of(1)


def test_begun_steps_of_several_call_offs_are_put_together():
    orders = [call_off("BC1", 1, 2_701_000), call_off("BC2", 1, 1_000)]
    assert due_to_date(orders, BAM, on=DAY) == Hours.of(1)


@pytest.mark.parametrize(("on", "hours"), [(BEFORE, 35), (DAY, 35), (AFTER, 0)])
def test_an_invoice_counts_from_its_day(on, hours):
    assert due_to_date([call_off("BC1", 1, 100_000, on=on)], AQUAREEL, on=DAY) == Hours.of(hours)


def test_a_credit_note_takes_hours_back_but_never_below_nothing():
    orders = [call_off("BC1", 1, 300_000, -100_000), call_off("BC2", 1, -50_000)]
    assert due_to_date(orders, AQUAREEL, on=DAY) == Hours.of(70)
    assert [order.invoiced(DAY) for order in orders] == [Euros.of(200_000), Euros(0)]


def test_each_call_off_bears_what_it_adds_in_the_order_of_issue():
    late = call_off("BC2", 50_000, 100_000, issued=DAY)
    early = call_off("BC1", 200_000, 100_000)
    found = standing([late, early], AQUAREEL, on=DAY)
    assert [(part.code, part.due, part.expected) for part in found.by_call_off] == [
        ("BC1", Hours.of(35), Hours.of(70)),
        ("BC2", Hours.of(35), Hours.of(35)),
    ]
    assert (found.due, found.expected, found.to_come) == (
        Hours.of(70),
        Hours.of(105),
        Hours.of(35),
    )
    assert plain(found.reason) == (
        "Au 30 juin 2027, 200 000 € facturés : 70 h dues. Les commandes émises porteront le "
        "volume à 105 h : prévoyez les embauches sur cette base."
    )


def test_the_trigger_is_borne_by_the_first_call_offs():
    orders = [call_off("BC1", 1, 2_700_000), call_off("BC2", 1, 4_000)]
    found = standing(orders, BAM, on=DAY)
    assert [part.due for part in found.by_call_off] == [Hours(0), Hours.of(2)]


def test_a_call_off_issued_later_is_not_yet_expected():
    found = standing([call_off("BC1", 100_000, issued=AFTER)], AQUAREEL, on=DAY)
    assert (found.expected, found.by_call_off) == (Hours(0), ())


def test_what_was_invoiced_before_its_order_was_issued_is_due_all_the_same():
    found = standing([call_off("BC1", 100_000, 100_000, issued=AFTER)], AQUAREEL, on=DAY)
    assert (found.due, len(found.by_call_off)) == (Hours.of(35), 1)


@pytest.mark.parametrize(("closed", "hours"), [(BEFORE, 35), (DAY, 35), (AFTER, 70), (None, 70)])
def test_a_closed_call_off_is_expected_at_what_it_was_invoiced(closed, hours):
    order = call_off("BC1", 200_000, 100_000, closed=closed)
    assert standing([order], AQUAREEL, on=DAY).expected == Hours.of(hours)


def test_a_call_off_invoiced_beyond_its_order_is_expected_at_what_it_was_invoiced():
    assert standing([call_off("BC1", 1, 100_000)], AQUAREEL, on=DAY).to_come == Hours(0)


def test_an_agreement_without_any_order_owes_nothing():
    found = standing([], AQUAREEL, on=DAY)
    assert (found.due, found.expected, found.by_call_off) == (Hours(0), Hours(0), ())
    assert due_to_date([], AQUAREEL, on=DAY) == Hours(0)


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ((0, 1, 0), "La tranche facturée doit dépasser zéro\u00a0: corrigez-la."),
        ((1, 0, 0), "Le volume par tranche doit dépasser zéro\u00a0: corrigez-le."),
        ((1, 1, -1), "Le seuil ne peut pas être négatif\u00a0: corrigez-le."),
    ],
)
def test_an_impossible_scheme_is_refused_with_what_to_do(figures, said):
    step, hours, trigger = figures
    Scheme(Euros(1), Hours(1), Euros(0))
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        Scheme(Euros(step), Hours(hours), Euros(trigger))


days = some.dates(date(2026, 1, 1), date(2029, 1, 1))
invoices = some.builds(Invoice, some.integers(-(10**7), 10**9).map(Euros), days)
call_offs = some.lists(
    some.builds(
        CallOff,
        code=some.text(max_size=3),
        ordered=some.integers(0, 10**9).map(Euros),
        issued_on=days,
        invoices=some.lists(invoices, max_size=4).map(tuple),
        closed_on=some.none() | days,
    ),
    max_size=5,
)
schemes = some.builds(
    Scheme,
    step=some.integers(1, 10**8).map(Euros),
    hours_per_step=some.integers(1, 10**5).map(Hours),
    trigger=some.integers(0, 10**9).map(Euros),
    by_whole_steps=some.booleans(),
)


@given(call_offs, schemes, days)
def test_the_parts_add_up_to_the_whole_and_none_is_negative(orders, scheme, day):
    found = standing(orders, scheme, on=day)
    assert sum((part.due for part in found.by_call_off), Hours(0)) == found.due
    assert sum((part.expected for part in found.by_call_off), Hours(0)) == found.expected
    assert all(Hours(0) <= min(part.due, part.expected) for part in found.by_call_off)
    assert found.due == due_to_date(orders, scheme, on=day)
    assert found.to_come >= Hours(0)
