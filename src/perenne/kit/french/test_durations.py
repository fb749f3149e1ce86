import pytest
from hypothesis import given
from hypothesis import strategies as st

from perenne.kit.french import DurationReading, read_duration

MONTHS = {
    "48 mois": 48,
    "48  MOIS": 48,
    "24mois": 24,
    "36m": 36,
    "4 ans": 48,
    "4 années": 48,
    "1an": 12,
    "un an": 12,
    "deux ans": 24,
    "quatre ans": 48,
    "trente-six mois": 36,
    "3,5 ans": 42,
    "2.5 ans": 30,
    "1 an et demi": 18,
    "2 ans et 6 mois": 30,
    "2 ans 6 mois": 30,
    "48 mois fermes": 48,
    "4 ans maximum": 48,
    "jusqu’à 4 ans": 48,
    "18 mois (tranche ferme)": 18,
    "6 semaines": 1,
    "90 jours": 3,
    "365 jours": 12,
    "45 jours calendaires": 1,
    "1 trimestre": 3,
    "2 semestres": 12,
    "1 année scolaire": 10,
    "10": 10,
    "48": 48,
    "1 an reconductible 3 fois": 48,
    "un an, reconductible tacitement trois fois": 48,
    "1 an (reconductible 3 x 1 an)": 48,
    "1 an renouvelable 1 an": 24,
    "2 ans renouvelable une fois": 48,
    "3 ans renouvelable 1 fois 1 an": 48,
    "12 mois reconductible 3 fois 12 mois": 48,
    "12 mois + 3 reconductions de 12 mois": 48,
    "1 an ferme + 3 reconductions possibles": 48,
    "1 an reconductible sans excéder 4 ans": 48,
    "1 an reconductible 5 fois dans la limite de 4 ans": 48,
    "12 mois renouvelables 3 fois pour une durée totale de 48 mois": 48,
    "12 mois + 3 x 12 mois": 48,
    "2 ans + 2 ans": 48,
    "1 an + 1": 24,
    "1+1+1+1": 48,
    "12+12+12+12": 48,
    "1 an puis 3 x 1 an": 48,
    "1 x 48 mois": 48,
    "1 an x 4": 48,
    "24 mois (1 an + 1 an)": 24,
    "3 mois de préparation + 12 mois de travaux": 15,
    "01/01/2027 au 31/12/2029": 36,
    "du 1er mars 2027 au 31 août 2027": 6,
    "2027-2029": 36,
    "mars à juin 2027": 4,
}


@pytest.mark.parametrize(("text", "months"), MONTHS.items())
def test_a_duration_is_counted_in_months_with_its_renewals(text, months):
    reading = read_duration(text)
    assert reading.months == months
    assert reading.raw == text
    assert reading.question is None


@pytest.mark.parametrize(
    ("text", "firm", "renewals"),
    [
        ("1 an reconductible 3 fois", 12, 3),
        ("3 ans renouvelable 1 fois 1 an", 36, 1),
        ("12 mois + 3 x 12 mois", 12, 3),
        ("2 ans + 2 ans", 24, 1),
        ("1 an reconductible sans excéder 4 ans", 12, None),
        ("48 mois", 48, 0),
    ],
)
def test_the_firm_part_and_the_renewals_are_told_apart(text, firm, renewals):
    reading = read_duration(text)
    assert (reading.firm_months, reading.renewals) == (firm, renewals)
    assert bool(reading.hypotheses) == (reading.months != reading.firm_months)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "NC",
        "durée du chantier",
        "à définir",
        "jusqu’au 31/12/2029",
        "reconductible 3 fois",
        "mensuel",
        "0",
        "-3",
        "5000 ans",
        "selon planning",
        "x" * 1_000,
    ],
)
def test_what_is_no_duration_becomes_a_question(text):
    reading = read_duration(text)
    assert reading.months is None
    assert (reading.question or "").endswith("?")


@pytest.mark.parametrize(
    ("text", "months", "words"),
    [
        ("4", 4, "4 mois ou 4 ans"),
        ("12 à 18 mois", 12, "De 12 à 18 mois"),
        ("2 ou 3 ans", 24, "De 24 à 36 mois"),
        ("1 an renouvelable", 12, "Combien de reconductions"),
    ],
)
def test_a_doubtful_duration_is_read_and_asked(text, months, words):
    reading = read_duration(text)
    assert reading.months == months
    assert words in (reading.question or "")


def test_the_heading_settles_bare_numbers():
    assert read_duration("4", unit_factor=12).months == 48
    assert read_duration("4", unit_factor=12).question is None
    assert read_duration("4", unit_factor=1).months == 4
    assert read_duration("48 mois", unit_factor=12).months == 48
    assert read_duration("1+1+1", unit_factor=12).months == 36


@given(st.integers(1, 1_200))
def test_a_number_of_months_is_read_back(months):
    for text in (f"{months} mois", f"{months}m", f"{months} MOIS", f"durée : {months} mois"):
        assert read_duration(text).months == months, text


@given(st.integers(1, 20), st.integers(1, 10))
def test_renewals_add_up_however_they_are_written(years, times):
    total = years * 12 * (1 + times)
    for text in (
        f"{years} ans reconductible {times} fois",
        f"{years} an(s) renouvelable {times} fois {years} ans",
        f"{years} ans + {times} x {years} ans",
        f"{years * 12} mois + {times} reconductions de {years * 12} mois",
    ):
        reading = read_duration(text)
        expected = total if total <= 1_200 else None
        assert reading.months == expected, text


FRAGMENTS = """
12 1 3,5 48 an ans mois m jours semaines + x fois reconductible renouvelable ( ) à - / et
demi 2027 01/01/2027 scolaire max total de puis NC un deux 0
"""
PIECES = st.sampled_from(FRAGMENTS.split())


@given(
    st.one_of(st.text(), st.lists(PIECES).map(" ".join)),
    st.sampled_from([None, 1, 12]),
)
def test_any_text_has_a_reading_with_a_value_or_a_question(text, factor):
    reading = read_duration(text, unit_factor=factor)
    assert isinstance(reading, DurationReading)
    assert reading.raw == text
    assert reading.months is not None or reading.question
    if reading.months is not None:
        assert 0 < (reading.firm_months or 0) <= 1_200
        assert 0 < reading.months <= 1_200
