from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from perenne.kit.french import AmountReading, read_amount, whole
from perenne.values import Euros

CENTS = st.integers(100_000, 10**12)


def spellings(amount: Euros) -> list[str]:
    """The ways in which a French person writes an exact amount."""
    whole_part, cents = divmod(amount.cents, 100)
    groups = f"{whole_part:,}"
    return [
        f"{groups.replace(',', ' ')},{cents:02d} €",
        f"{groups.replace(',', chr(0x202F))},{cents:02d}\u00a0€ HT",
        f"{groups.replace(',', '.')},{cents:02d}",
        f"{groups}.{cents:02d} EUR",
        f"{whole_part},{cents:02d}",
        f"{whole_part}.{cents:02d} euros",
        f"€ {groups.replace(',', ' ')},{cents:02d}",
        f"{Decimal(amount.cents) / 100_000_000:f} M€".replace(".", ","),
    ]


@given(CENTS.map(Euros))
def test_an_amount_written_in_any_french_way_is_read_back(amount):
    for text in spellings(amount):
        assert read_amount(text).amount == amount, text


@given(st.integers(1, 99_999).map(lambda thousands: (thousands, Euros.of(thousands * 1_000))))
def test_thousands_of_euros_are_read_back(pair):
    thousands, amount = pair
    for text in (f"{thousands} k€", f"{thousands}k", f"K€ {thousands}", f"{thousands} K€ HT"):
        assert read_amount(text).amount == amount, text


@given(CENTS.map(Euros), CENTS.map(Euros))
def test_the_two_ends_of_a_range_are_read_back_in_order(one, other):
    low, high = sorted((one, other))
    for text in (f"entre {low} et {high}", f"{low} à {high}", f"mini {low} maxi {high}"):
        assert (read_amount(text).low, read_amount(text).high) == (low, high), text


FRAGMENTS = """
12 1.5 3,4 1 200 k€ M€ € mini maxi à - / x × * ans mois an /an par HT TTC soit = dont + <
> un million mille sur entre et lot 2027 % m² ( ) , . NC à définir 0
"""
PIECES = st.sampled_from(FRAGMENTS.split())


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join)))
def test_any_text_has_a_reading_with_a_value_or_a_question(text):
    reading = read_amount(text)
    assert isinstance(reading, AmountReading)
    assert reading.raw == text
    assert reading.amount is not None or reading.question
    if reading.low is not None and reading.high is not None:
        assert Euros(0) < reading.low <= reading.high
    assert whole(reading, 24).raw == text


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join)), st.integers(1, 240))
def test_a_whole_amount_is_never_yearly(text, months):
    total = whole(read_amount(text, per_year=True), months)
    assert total.amount is None or not total.per_year
