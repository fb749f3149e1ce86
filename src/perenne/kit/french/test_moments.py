from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.kit.french import MomentReading, Precision, read_moment

MOMENTS = {
    "T1 2027": ("2027-01-01", "2027-03-31", "quarter"),
    "1T27": ("2027-01-01", "2027-03-31", "quarter"),
    "1T 2027": ("2027-01-01", "2027-03-31", "quarter"),
    "1er trimestre 2027": ("2027-01-01", "2027-03-31", "quarter"),
    "2e trimestre 2027": ("2027-04-01", "2027-06-30", "quarter"),
    "2ème trim. 2027": ("2027-04-01", "2027-06-30", "quarter"),
    "premier trimestre de 2027": ("2027-01-01", "2027-03-31", "quarter"),
    "dernier trimestre 2027": ("2027-10-01", "2027-12-31", "quarter"),
    "trimestre 3 2027": ("2027-07-01", "2027-09-30", "quarter"),
    "Q3 2027": ("2027-07-01", "2027-09-30", "quarter"),
    "2027 T4": ("2027-10-01", "2027-12-31", "quarter"),
    "T2": ("2027-04-01", "2027-06-30", "quarter"),
    "T1-T2 2027": ("2027-01-01", "2027-06-30", "quarter"),
    "T3/T4 2027": ("2027-07-01", "2027-12-31", "quarter"),
    "S1 2027": ("2027-01-01", "2027-06-30", "semester"),
    "2nd semestre 2027": ("2027-07-01", "2027-12-31", "semester"),
    "1er semestre": ("2027-01-01", "2027-06-30", "semester"),
    "mars 2027": ("2027-03-01", "2027-03-31", "month"),
    "MARS 2027": ("2027-03-01", "2027-03-31", "month"),
    "janv. 2027": ("2027-01-01", "2027-01-31", "month"),
    "fév-27": ("2027-02-01", "2027-02-28", "month"),
    "févr.-28": ("2028-02-01", "2028-02-29", "month"),
    "août 2027": ("2027-08-01", "2027-08-31", "month"),
    "mai": ("2027-05-01", "2027-05-31", "month"),
    "09/2027": ("2027-09-01", "2027-09-30", "month"),
    "09/27": ("2027-09-01", "2027-09-30", "month"),
    "2027-03": ("2027-03-01", "2027-03-31", "month"),
    "rentrée 2027": ("2027-09-01", "2027-09-30", "month"),
    "mars à juin 2027": ("2027-03-01", "2027-06-30", "month"),
    "mars/avril 2027": ("2027-03-01", "2027-04-30", "month"),
    "décembre 2026 - janvier 2027": ("2026-12-01", "2027-01-31", "month"),
    "mi-mars 2027": ("2027-03-11", "2027-03-20", "month"),
    "début mars 2027": ("2027-03-01", "2027-03-10", "month"),
    "fin T1 2027": ("2027-03-01", "2027-03-31", "month"),
    "01/02/2027": ("2027-02-01", "2027-02-01", "day"),
    "1/2/2027": ("2027-02-01", "2027-02-01", "day"),
    "01.02.2027": ("2027-02-01", "2027-02-01", "day"),
    "15/03/27": ("2027-03-15", "2027-03-15", "day"),
    "2027-02-01": ("2027-02-01", "2027-02-01", "day"),
    "01/02/2027 00:00": ("2027-02-01", "2027-02-01", "day"),
    "1er mars 2027": ("2027-03-01", "2027-03-01", "day"),
    "15 mars": ("2027-03-15", "2027-03-15", "day"),
    "lundi 15 mars 2027": ("2027-03-15", "2027-03-15", "day"),
    "03/25/2027": ("2027-03-25", "2027-03-25", "day"),
    "46054": ("2026-02-01", "2026-02-01", "day"),
    "semaine 12": ("2027-03-22", "2027-03-28", "day"),
    "S12 2027": ("2027-03-22", "2027-03-28", "day"),
    "du 01/03/2027 au 30/06/2027": ("2027-03-01", "2027-06-30", "day"),
    "2027": ("2027-01-01", "2027-12-31", "year"),
    "courant 2027": ("2027-01-01", "2027-12-31", "year"),
    "2027-2028": ("2027-01-01", "2028-12-31", "year"),
    "début 2027": ("2027-01-01", "2027-03-31", "quarter"),
    "fin 2027": ("2027-10-01", "2027-12-31", "quarter"),
    "mi-2027": ("2027-05-01", "2027-07-31", "quarter"),
    "été 2027": ("2027-06-21", "2027-09-22", "season"),
    "automne": ("2027-09-23", "2027-12-20", "season"),
    "hiver 2026-2027": ("2026-12-21", "2027-03-19", "season"),
    "avant juin 2027": (None, "2027-05-31", "month"),
    "avant fin juin 2027": (None, "2027-06-30", "month"),
    "avant le 30/06/2027": (None, "2027-06-30", "day"),
    "à partir de mars 2027": ("2027-03-01", None, "month"),
    "dès 2027": ("2027-01-01", None, "year"),
}


def day(text):
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("text", "expected"), MOMENTS.items())
def test_a_moment_is_the_days_between_which_it_happens(text, expected):
    reading = read_moment(text, default_year=2027)
    assert (reading.start, reading.end) == (day(expected[0]), day(expected[1]))
    assert reading.precision == Precision(expected[2])
    assert reading.question is None
    assert reading.raw == text


@pytest.mark.parametrize(
    "text",
    ["", "en cours", "à définir", "dès que possible", "31/02/2027", "09/12", "bientôt", "1/1/1/1"],
)
def test_what_is_no_moment_becomes_a_question(text):
    reading = read_moment(text, default_year=2027)
    assert (reading.start, reading.end) == (None, None)
    assert (reading.question or "").endswith("?")


def test_a_missing_year_is_supposed_when_one_is_given_and_asked_otherwise():
    assert "L’année 2027 a été supposée." in read_moment("T2", default_year=2027).hypotheses
    alone = read_moment("T2")
    assert alone.start is None
    assert alone.precision is Precision.QUARTER
    assert "de quelle année" in (alone.question or "")


def test_a_period_that_ends_before_it_begins_is_asked_about():
    reading = read_moment("du 01/06/2027 au 01/03/2027")
    assert (reading.start, reading.end) == (date(2027, 3, 1), date(2027, 6, 1))
    assert "précède le début" in (reading.question or "")


@pytest.mark.parametrize(
    ("text", "words"),
    [("46054", "date de tableur"), ("été 2027", "21/06"), ("début 2027", "01/01/2027")],
)
def test_what_was_assumed_is_said(text, words):
    assert any(words in said for said in read_moment(text).hypotheses)


DAYS = st.dates(date(2000, 1, 1), date(2059, 12, 31))
NAMES = [
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
]  # fmt: skip


@given(DAYS)
def test_a_day_written_in_any_french_way_is_read_back(moment):
    name = NAMES[moment.month - 1]
    for text in (
        f"{moment:%d/%m/%Y}",
        f"{moment:%d-%m-%Y}",
        f"{moment:%d.%m.%Y}",
        f"{moment:%Y-%m-%d}",
        f"{moment.day} {name} {moment.year}",
        f"le {moment.day}{'er' if moment.day == 1 else ''} {name.upper()} {moment.year}",
        f"{moment:%d/%m/%Y} 08:30",
        str((moment - date(1899, 12, 30)).days),
    ):
        reading = read_moment(text)
        assert (reading.start, reading.end) == (moment, moment), text
        assert reading.precision is Precision.DAY


@given(st.integers(2000, 2099), st.integers(1, 12))
def test_a_month_written_in_any_french_way_is_read_back(year, month):
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    for text in (f"{NAMES[month - 1]} {year}", f"{month:02d}/{year}", f"{year}-{month:02d}"):
        assert (read_moment(text).start, read_moment(text).end) == (first, last), text


@given(st.integers(2000, 2098), st.integers(1, 4))
def test_the_four_quarters_fill_the_year(year, quarter):
    reading = read_moment(f"T{quarter} {year}")
    following = read_moment(f"T{quarter % 4 + 1} {year + quarter // 4}")
    assert reading.end is not None
    assert reading.end + timedelta(days=1) == following.start


FRAGMENTS = """
T1 S2 2027 27 mars juin été hiver 01/02/2027 31/02/2027 46054 à au - / du début fin mi-
avant à partir de trimestre 1er 2e semestre semaine 53 12 09/27 en cours rentrée
"""
PIECES = st.sampled_from(FRAGMENTS.split())


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join)), st.sampled_from([None, 2027, 1, 9999]))
def test_any_text_has_a_reading_with_a_value_or_a_question(text, year):
    reading = read_moment(text, default_year=year)
    assert isinstance(reading, MomentReading)
    assert reading.raw == text
    assert reading.start or reading.end or reading.question
    if reading.start and reading.end:
        assert reading.start <= reading.end
